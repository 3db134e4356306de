#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Why a file or folder could not be read or written.
///
///     FileError("write", "/data/archive/000001.zst", code: ENOSPC).description
///     → "/data/archive/000001.zst: cannot write (No space left on device); make room on the disk and run again"
package struct FileError: Failure, Equatable {
    /// "open", "write", "create the folder": what was tried.
    package var action: String
    package var path: String
    /// The system's `errno`.
    package var code: Int32

    package init(_ action: String, _ path: String, code: Int32) {
        self.action = action
        self.path = path
        self.code = code
    }

    package var isMissing: Bool { code == ENOENT }
    package var isDiskFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

    package var description: String { "\(path): cannot \(action) (\(String(cString: strerror(code)))); \(advice)" }

    private var advice: String {
        switch code {
        case ENOSPC, EDQUOT: "make room on the disk and run again"
        case EFBIG: "raise the limit for file sizes and run again"
        case EACCES, EPERM: "give yourself the right to it, or choose another folder"
        case EROFS: "the disk is read-only; choose another folder"
        case ENOENT: "check the path"
        case ENOTDIR: "a part of the path is a file, not a folder; choose another folder"
        case EEXIST: "a file of that name is in the way; choose another folder"
        case EISDIR: "that is a folder; name a file"
        case EMFILE, ENFILE: "too many files are open; close other programs"
        default: "check the disk and the path"
        }
    }
}

extension FileError {
    /// Runs a system call again while signals interrupt it, and throws when it answers −1.
    @discardableResult
    static func check<Result: SignedInteger>(_ action: String, _ path: String, _ call: () -> Result) throws -> Result {
        while true {
            let result = call()
            if result != -1 { return result }
            let code = errno
            if code != EINTR { throw FileError(action, path, code: code) }
        }
    }
}
