import SearchFormat

/// How many placed documents lie in each square of a grid, by modality: the picture of all, where dots are of the most popular.
enum MapGrid {
    /// Squares a side, of the root's file.
    static let side = 256

    /// - Returns: for each modality side · side codes of `GridCount`.
    static func codes(_ places: PlaceColumns, _ modalities: [UInt8]) -> [UInt8] {
        let shift = 16 - side.trailingZeroBitCount
        var counts = [Int](repeating: 0, count: MapRoot.modalityOrder.count * side * side)
        for i in 0..<places.count where places.isPlaced(i) {
            let square = Int(places.ys[i] >> shift) * side + Int(places.xs[i] >> shift)
            counts[Int(modalities[i]) * side * side + square] += 1
        }
        return counts.map(GridCount.code)
    }
}
