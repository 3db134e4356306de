package import Core

/// Why an archive could not be opened, read or written.
///
///     ArchiveError(.locked(by: "process 4711, hubatlas"), at: ".hubatlas/archive").description
///     → ".hubatlas/archive: in use by process 4711, hubatlas; wait for it to end, or stop it"
package struct ArchiveError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case locked(by: String)
        case unknownVersion(Int)
        case notAnArchive(String)
        case readOnly
        case unknownWalk(String)
        case damagedPage(url: String, why: String)
        case file(FileError)
    }

    package var reason: Reason
    /// The archive's folder, or the segment in it.
    package var path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String {
        switch reason {
        case .locked(let holder): "\(path): in use by \(holder); wait for it to end, or stop it"
        case .unknownVersion(let version):
            "\(path): written in version \(version) of the format, this program reads version 1; use a newer hubatlas"
        case .notAnArchive(let why):
            "\(path): no archive of hubatlas (\(why)); name another folder, or move this one away"
        case .readOnly: "\(path): opened for reading only; open it for writing"
        case .unknownWalk(let id): "\(path): has no walk \(id); begin it first"
        case .damagedPage(let url, let why):
            "\(path): the page of \(url) is damaged (\(why)); the others are readable, collect afresh to replace it"
        case .file(let error): "\(error.description); all that was archived before is kept"
        }
    }
}
