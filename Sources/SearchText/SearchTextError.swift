import Core

/// Why the table of synonyms cannot be used.
///
///     SearchTextError(.version(2)).description
///     → "synonyms.json: version 2, and this program knows version 1; use the table and the program of one release"
package struct SearchTextError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// The member that is missing or of another kind.
        case notATable(String)
        case version(Int)
    }

    package var reason: Reason
    package var place: String

    package init(_ reason: Reason, at place: String = "synonyms.json") { (self.reason, self.place) = (reason, place) }

    package var description: String {
        switch reason {
        case .notATable(let member):
            "\(place): not a table of synonyms (\(member) is missing or of another kind); take the file of the release"
        case .version(let version):
            "\(place): version \(version), and this program knows version \(Synonyms.version); use the table and the program of one release"
        }
    }
}
