private import CCrypto

/// The SHA-256 of bytes (FIPS 180-4), by libcrypto.
///
///     SHA256.hex(Array("abc".utf8)) → "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
///
/// An instance takes bytes piece by piece; it is not for use by two tasks at once.
package final class SHA256 {
    private let context: OpaquePointer

    package init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            // Only lack of memory, or a libcrypto without SHA-256, ends here.
            preconditionFailure("libcrypto gives no SHA-256")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes more bytes in.
    package func update(_ bytes: some Sequence<UInt8>) {
        if bytes.withContiguousStorageIfAvailable({ EVP_DigestUpdate(context, $0.baseAddress, $0.count) }) == nil {
            update(Array(bytes))
        }
    }

    /// The 32 bytes of the digest; what was taken before is forgotten.
    package func finish() -> [UInt8] {
        let digest = [UInt8](unsafeUninitializedCapacity: 32) { out, count in
            EVP_DigestFinal_ex(context, out.baseAddress, nil)
            count = 32
        }
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
        return digest
    }

    /// The 32 bytes of a hash in one go.
    package static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let hash = SHA256()
        hash.update(bytes)
        return hash.finish()
    }

    /// 64 hexadecimal digits.
    package static func hex(_ bytes: some Sequence<UInt8>) -> String { hexadecimal(digest(bytes)) }

    /// Two lower-case digits a byte.
    package static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
