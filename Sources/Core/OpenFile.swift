#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A file that is open until the value goes away. Reads name their place, so several tasks may read at once.
///
///     let file = try OpenFile("/data/segment", .append)
///     try file.append([1, 2, 3])
///     try file.read(at: 1, count: 10) → [2, 3]
package final class OpenFile: Sendable {
    /// What the file is opened for.
    package enum Mode: Sendable {
        case read
        /// Reads too; made when it is missing.
        case append
        /// Written at places that are named; made when it is missing.
        case update
        /// Emptied when it is there, made when it is missing.
        case replace
    }

    package let path: String
    private let descriptor: Int32

    package init(_ path: String, _ mode: Mode) throws {
        let flags: Int32 =
            switch mode {
            // A pipe without a writer would be waited for.
            case .read: O_RDONLY | O_NONBLOCK
            case .append: O_RDWR | O_CREAT | O_APPEND
            case .update: O_RDWR | O_CREAT
            case .replace: O_RDWR | O_CREAT | O_TRUNC
            }
        self.path = path
        self.descriptor = try FileError.check("open", path) { open(path, flags | O_CLOEXEC, 0o644) }
    }

    deinit { close(descriptor) }

    /// No folder, pipe or device.
    package var isRegular: Bool {
        get throws {
            var status = stat()
            try FileError.check("read", path) { fstat(descriptor, &status) }
            return status.st_mode & S_IFMT == S_IFREG
        }
    }

    package var size: Int {
        get throws {
            var status = stat()
            try FileError.check("read", path) { fstat(descriptor, &status) }
            return Int(status.st_size)
        }
    }

    /// The bytes from that place on: `count` of them, or fewer at the end of the file.
    package func read(at offset: Int, count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = try FileError.check("read", path) {
                    pread(descriptor, buffer.baseAddress! + filled, count - filled, off_t(offset + filled))
                }
                if got == 0 { return }
                filled += got
            }
        }
    }

    /// Writes all the bytes after what is there, or throws with a part of them written.
    package func append(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                written += try FileError.check("write", path) {
                    write(descriptor, buffer.baseAddress! + written, buffer.count - written)
                }
            }
        }
    }

    /// Writes all the bytes over what is at that place, or throws with a part of them written.
    ///
    ///     try OpenFile("/data/f", .update).overwrite([9], at: 1)   // [1, 2, 3] → [1, 9, 3]
    package func overwrite(_ bytes: [UInt8], at offset: Int) throws {
        try bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count {
                written += try FileError.check("write", path) {
                    pwrite(descriptor, buffer.baseAddress! + written, buffer.count - written, off_t(offset + written))
                }
            }
        }
    }

    /// Cuts the file to that many bytes.
    package func truncate(to size: Int) throws {
        try FileError.check("cut", path) { ftruncate(descriptor, off_t(size)) }
    }

    /// Returns when the disk has what was written.
    package func sync() throws {
        try FileError.check("write", path) { fsync(descriptor) }
    }

    /// Whether the file that is open is still the one of its name.
    package var isInPlace: Bool {
        get throws {
            var (own, named) = (stat(), stat())
            try FileError.check("read", path) { fstat(descriptor, &own) }
            return stat(path, &named) == 0 && named.st_ino == own.st_ino && named.st_dev == own.st_dev
        }
    }

    /// Takes the advisory lock of the file; false when another open file has it.
    func lock() throws -> Bool {
        do {
            try FileError.check("lock", path) { flock(descriptor, LOCK_EX | LOCK_NB) }
            return true
        } catch let error as FileError where error.code == EWOULDBLOCK {
            return false
        }
    }
}
