/// An accelerator or a computer that models run on, with one of the sizes of memory it is sold with.
///
///     Device(key: "apple-m4-pro-48", name: "M4 Pro", maker: "Apple", kind: .unified, memoryGB: 48, …).usableGB → 36
package struct Device: Equatable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// A graphics card with memory of its own.
        case gpu
        /// Memory that processor and graphics share.
        case unified
        /// A processor alone.
        case cpu
    }

    /// The id of its row in the table and, where the row has several sizes, the memory: "rtx-4090", "apple-m4-pro-48".
    package var key: String
    package var name: String
    package var maker: String
    package var kind: Kind
    package var memoryGB: Double
    /// 10⁹ bytes a second, the most that the maker states.
    package var bandwidthGBs: Double
    /// The maker's document.
    package var source: String
    /// The day the figures were noted, "2026-11-21".
    package var noted: String

    /// What a model may take.
    ///
    /// - A graphics card's whole memory: the GB of its label are 2³⁰ bytes, ours 10⁹, and those 7 % are left to driver and
    ///   display.
    /// - Of unified memory what macOS lets graphics have: two thirds up to 36 GB, three quarters above. Source: what Metal's
    ///   `recommendedMaxWorkingSetSize` reports.
    /// - Of a computer's memory three quarters; the rest is for the system and other programs. Our own figure.
    package var usableGB: Double {
        switch kind {
        case .gpu: memoryGB
        case .unified: memoryGB <= 36 ? memoryGB * 2 / 3 : memoryGB * 3 / 4
        case .cpu: memoryGB * 3 / 4
        }
    }
}
