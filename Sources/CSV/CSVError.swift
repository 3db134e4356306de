import Core

/// Why a table cannot be read at all.
///
///     CSVError(.recordTooLong(limit: 16_777_216), at: "f.csv record 7")
///     → "f.csv record 7: a line of more than 16777216 bytes; this is no table"
package struct CSVError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case recordTooLong(limit: Int)
    }

    package var reason: Reason
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        switch reason {
        case .recordTooLong(let limit): "\(place): a line of more than \(limit) bytes; this is no table"
        }
    }
}
