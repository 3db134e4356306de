import Core

/// A snapshot, or its recipe, that cannot be written or read.
///
///     SnapshotError(.hash, at: "assets/snapshot/models.columns").description
///     → "assets/snapshot/models.columns: not the file that the manifest names; take an undamaged copy or make it again"
package struct SnapshotError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case missing
        /// What is wrong inside.
        case damaged(String)
        case hash
        case version(String)
        /// The recipe asks for what is not there or not possible.
        case recipe(String)
        case notWritten(String)
        case nothing
    }

    package var reason: Reason
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String { "\(place): \(explanation)" }

    private var explanation: String {
        switch reason {
        case .missing: "not there; take a whole copy of the snapshot or make it again with hubatlas snapshot"
        case .damaged(let what): "damaged: \(what); take an undamaged copy or make it again with hubatlas snapshot"
        case .hash:
            "not the file that the manifest names; take an undamaged copy or make it again with hubatlas snapshot"
        case .version(let found):
            "form \(found) is not known here (\(SnapshotManifest.version) is); use a newer hubatlas"
        case .recipe(let what): "\(what); mend the recipe"
        case .notWritten(let why): "cannot be written: \(why)"
        case .nothing: "no models to reduce; run hubatlas collect first, or name a recipe"
        }
    }
}
