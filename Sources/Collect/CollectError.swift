import Core

/// Why a collection stopped, where no door below says it better.
///
///     CollectError(.emptyFile, at: "list.csv").description → "list.csv: holds no record; check that it is the right file"
package struct CollectError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case emptyFile
        case damagedFile(String)
        case recordTooLong(limit: Int)
        case noRegularFile
    }

    package var reason: Reason
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        switch reason {
        case .emptyFile: "\(place): holds no record; check that it is the right file"
        case .noRegularFile:
            "\(place): a folder, a pipe or a device, and files are read twice; write it into a file first ('cat PIPE > FILE') and "
                + "name that"
        case .damagedFile(let why): "\(place): \(why)"
        case .recordTooLong(let limit):
            "\(place): \(limit) bytes without the end of a record; check that the format is the right one"
        }
    }
}
