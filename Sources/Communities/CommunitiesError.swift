import Core

/// Why the project's own table of organizations cannot be read.
struct CommunitiesError: Failure, Equatable {
    enum Reason: Equatable, Sendable {
        case version(String?)
        /// Number and name of the row.
        case row(Int, String)
    }

    var reason: Reason
    var path: String

    init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    var description: String {
        switch reason {
        case .version(let version):
            "\(path): a table of organizations of version \(version ?? "none"), and this program knows version 1"
        case .row(let number, let name):
            "\(path): organization \(number) (\(name.visible)) lacks something, comes twice, or names a town that the "
                + "gazetteer does not know; correct the row"
        }
    }
}
