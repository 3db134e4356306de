import Core

/// A census that cannot be read, or that a catalog cannot give.
///
///     CensusError(.mismatch("rows is not a whole number"), at: "census of hub-models-2024-07-11").description
///     → "census of hub-models-2024-07-11: rows is not a whole number; count the listing again or take an undamaged copy"
package struct CensusError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// The document does not hold what a census holds: path and expectation.
        case mismatch(String)
        /// Written by a newer program.
        case version(Int)
    }

    package var reason: Reason
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        switch reason {
        case .mismatch(let text): "\(place): \(text); count the listing again or take an undamaged copy"
        case .version(let version):
            "\(place): version \(version) is not known here (\(Census.version) is); use a newer hubatlas"
        }
    }
}
