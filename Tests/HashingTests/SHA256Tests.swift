import Hashing
import Testing

/// Test vectors of FIPS 180-4 and RFC 6234.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]) func vectors(text: String, digest: String) {
        #expect(SHA256.hex(Array(text.utf8)) == digest)
        #expect(SHA256.hex(text.utf8.reversed().reversed()) == digest)
    }

    @Test func piecesGiveTheSameAsTheWhole() {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        let hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: 77) {
            hash.update(bytes[start..<min(start + 77, bytes.count)])
        }
        #expect(hash.finish() == SHA256.digest(bytes))
        hash.update([UInt8]("abc".utf8))
        #expect(SHA256.hexadecimal(hash.finish()).hasPrefix("ba7816bf"))
    }
}
