import Analysis
import Core
import Hashing

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// The secret that pseudonyms are made with: 32 bytes of chance in the data folder, which no stage publishes.
///
/// Made when it is first asked for, and for its owner's eyes alone. Whoever keeps the file has the same pseudonyms in every
/// build.
enum PeopleKey {
    static let length = 32

    /// Throws `FileError`, or `PipelineError.badKey` for a file that is no key.
    static func read(at path: String) throws -> [UInt8] {
        guard Files.exists(path) else {
            var random = SystemRandomNumberGenerator()
            let key = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
            try Files.write(key, to: path)
            guard chmod(path, 0o600) == 0 else { throw FileError("protect", path, code: errno) }
            return key
        }
        let key = try Files.read(path, limit: 1 << 16)
        guard key.count == length else { throw PipelineError(.badKey, at: path) }
        return key
    }
}

extension PeopleNaming {
    /// Tells one naming from another, and a key not at all.
    var fingerprint: String {
        switch self {
        case .names: "names"
        case .pseudonyms(let key): "pseudonyms " + SHA256.hex(key)
        }
    }
}
