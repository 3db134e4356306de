#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A file as memory, read by the system as it is touched; gone with the value. A file that is cut while it is mapped ends
/// the program: map what is written once and replaced whole, as the files of the index are.
///
///     let file = try MappedFile("vectors.bin")
///     file.withBytes { bytes in bytes[0] }
package final class MappedFile: Sendable {
    package let count: Int
    // Never changes, and is unmapped when nobody has the value any more.
    nonisolated(unsafe) private let memory: UnsafeMutableRawPointer?

    /// Throws `FileError`.
    package init(_ path: String) throws {
        let descriptor = try FileError.check("open", path) { open(path, O_RDONLY | O_CLOEXEC) }
        defer { close(descriptor) }
        var status = stat()
        try FileError.check("read", path) { fstat(descriptor, &status) }
        count = Int(status.st_size)
        guard count > 0 else {
            memory = nil
            return
        }
        let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard mapped != MAP_FAILED else { throw FileError("read", path, code: errno) }
        memory = mapped
    }

    deinit {
        if let memory { munmap(memory, count) }
    }

    package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try body(UnsafeRawBufferPointer(start: memory, count: count))
    }
}
