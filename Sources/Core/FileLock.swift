#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// An advisory lock that one process at a time holds, until the value goes away or the process ends, however it ends.
///
///     let lock = try FileLock("archive/lock", purpose: "hubatlas collect")
///     try FileLock("archive/lock", purpose: "…")   // throws FileLock.Held(path:…, holder: "process 4711, hubatlas collect")
package final class FileLock: Sendable {
    package struct Held: Error, Equatable {
        package var path: String
        /// "process 4711, hubatlas collect"; what the holder wrote into the file.
        package var holder: String
    }

    private let file: OpenFile

    package init(_ path: String, purpose: String) throws {
        file = try OpenFile(path, .append)
        guard try file.lock() else { throw Held(path: path, holder: FileLock.holder(of: file)) }
        // The file stays when the lock ends: who removed it could remove the next holder's.
        try file.truncate(to: 0)
        try file.append(Array("process \(getpid()), \(purpose)\n".utf8))
    }

    private static func holder(of file: OpenFile) -> String {
        // The name only makes the refusal clearer, so a file that cannot be read just leaves it out.
        let text = (try? file.read(at: 0, count: 200)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty ? "another process" : line
    }
}
