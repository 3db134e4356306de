import Core

/// Why nothing could be taken along.
///
///     ExportError(.damagedHistory("acme/x")).description
///     → "the counts of acme/x cannot be read; run 'hubatlas build --force' to make the catalog again"
package struct ExportError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case damagedHistory(String)
    }

    package var reason: Reason

    package init(_ reason: Reason) { self.reason = reason }

    package var description: String {
        switch reason {
        case .damagedHistory(let id):
            "the counts of \(id.visible) cannot be read; run 'hubatlas build --force' to make the catalog again"
        }
    }
}
