import Core

/// Why the tables of places cannot be read.
package struct GazetteerError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case version(String?)
        /// A line of the towns.
        case line(Int)
        /// A row of a list in the names.
        case row(String, Int)
        case damaged(String)
    }

    package var reason: Reason
    package var path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String { "\(path): \(sentence)" }

    private var sentence: String {
        switch reason {
        case .version(let version):
            "a table of places of version \(version ?? "none"), and this program knows version 1; update the program"
        case .line(let number): "line \(number) is no town; make the file again with scripts/towns.js"
        case .row(let list, let number): "row \(number) of \(list) lacks something; correct it"
        case .damaged(let why): "cannot be unpacked (\(why)); take the file from the checkout again"
        }
    }
}
