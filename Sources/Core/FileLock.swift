#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// An advisory lock that one holder at a time has, until the value goes away or the process ends, however it ends.
///
///     let lock = try FileLock("archive/lock", purpose: "hubatlas collect")
///     try FileLock("archive/lock", purpose: "…")   // throws FileLock.Held(path:…, holder: "process 4711, hubatlas collect")
///
/// The file stays in a folder of ours; in another's it goes with the lock.
package final class FileLock: Sendable {
    /// Another has the lock.
    package struct Held: Error, Equatable {
        package var path: String
        /// "process 4711, hubatlas collect"; what the holder wrote into the file.
        package var holder: String
    }

    private let file: OpenFile
    private let isRemoved: Bool

    /// - Parameter isRemoved: whether the file is removed when the lock goes.
    /// - Throws: `Held`, `FileError`.
    package init(_ path: String, purpose: String, isRemoved: Bool = false) throws {
        self.isRemoved = isRemoved
        file = try Self.locked(path)
        try file.truncate(to: 0)
        try file.append(Array("process \(getpid()), \(purpose)\n".utf8))
    }

    deinit {
        // Removed while it is held, so nobody else's is. What cannot be removed is taken over by the next holder.
        if isRemoved { _ = unlink(file.path) }
    }

    /// Who held it before may have removed the file that was opened here: then there is a new one to lock.
    private static func locked(_ path: String) throws -> OpenFile {
        while true {
            let file = try OpenFile(path, .append)
            guard try file.lock() else { throw Held(path: path, holder: holder(of: file)) }
            if try file.isInPlace { return file }
        }
    }

    private static func holder(of file: OpenFile) -> String {
        // The name only makes the refusal clearer, so a file that cannot be read just leaves it out.
        let text = (try? file.read(at: 0, count: 200)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let line = text.split(separator: "\n").first.map(String.init) ?? ""
        return line.isEmpty ? "another process" : line
    }
}
