import Core
import Synchronization

/// A log file that does not grow for ever: past its limit it becomes `<path>.1`, in the place of the one before.
package final class LogFile: Sendable {
    private let path: String
    private let limitBytes: Int
    private let state: Mutex<(file: OpenFile, size: Int)>

    /// - Throws: `FileError`.
    package init(_ path: String, limitBytes: Int = 1 << 20) throws {
        self.path = path
        self.limitBytes = limitBytes
        let file = try OpenFile(path, .append)
        state = Mutex((file, try file.size))
    }

    /// Adds a line. Throws `FileError`, after which the log may lack this line and no other.
    package func write(_ line: LogLine) throws {
        let bytes = Array("\(line.dated)\n".utf8)
        try state.withLock { state in
            if state.size > 0, state.size + bytes.count > limitBytes { state = try rotated() }
            try state.file.append(bytes)
            state.size += bytes.count
        }
    }

    private func rotated() throws -> (file: OpenFile, size: Int) {
        try Files.rename(path, to: "\(path).1")
        return (try OpenFile(path, .append), 0)
    }
}
