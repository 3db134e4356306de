import Compression
import Foundation
import Hashing

/// What all files of the index share.
package enum SearchFormat {
    /// Of every file; a reader refuses any other.
    package static let version = 2
    /// Unpacked, no shard is larger: a damaged one must not fill the memory.
    package static let maxShardBytes = 64 << 20
    /// The day from which days are counted, 2022-03-02: the Hub noted no creation before it. In days since 1970.
    package static let firstDay = 19_053
}

/// The kinds of files that the page loads. The raw value begins the file's name and is the first byte of what it holds
/// (`m` for a map tile; the manifest is JSON and has no such byte).
package enum ShardKind: String, CaseIterable, Sendable {
    case manifest, words
    case terms = "t"
    case longList = "l"
    case documents = "d"
    case details = "x"
    case facets = "f"
    /// One column of numbers.
    case numbers = "n"
    /// The first of all models in an order.
    case order = "o"
    case centroids = "c"
    case cell = "v"
    case map = "m"
    /// Where documents stand on the map.
    case places = "p"
}

/// "t0003", and with the hash of its file "t0003.1a2b3c4d".
package struct ShardName: Hashable, Sendable {
    package var kind: ShardKind
    package var number: Int

    package init(_ kind: ShardKind, _ number: Int = 0) {
        self.kind = kind
        self.number = number
    }

    /// "manifest", "words", "t0003": what the script calls `receive` with.
    package var stem: String {
        switch kind {
        case .manifest, .words: kind.rawValue
        default: kind.rawValue + String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
        }
    }

    /// "t0003.1a2b3c4d.js".
    package func file(_ hash: ShardHash) -> String { "\(stem).\(hash.hex).js" }
}

/// The first four bytes of the SHA-256 of a file.
package struct ShardHash: Hashable, Sendable {
    package var bytes: [UInt8]

    package init(ofFile file: [UInt8]) { bytes = Array(SHA256.digest(file).prefix(4)) }

    /// Four bytes.
    package init(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        precondition(self.bytes.count == 4, "a hash has four bytes")
    }

    package var hex: String { SHA256.hexadecimal(bytes) }

    /// nil unless the text has eight hexadecimal digits.
    package init?(hex: String) {
        guard hex.utf8.count == 8, let value = UInt32(hex, radix: 16), !hex.hasPrefix("+") else { return nil }
        bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

/// The envelope: a classic script, which pages from disk may load, with the contents packed.
///
///     HubAtlas.receive("t0003","<base64 of gzip of the contents>");\n
///
/// Base64 is 1.333 times the packed size on disk, and 1.004 times through a server's gzip.
package enum Shard {
    /// - Returns: the bytes of the file.
    package static func pack(_ contents: [UInt8], cuts: [Int] = [], as name: ShardName) throws -> [UInt8] {
        let packed = Data(try Gzip.compress(contents, cuts: cuts)).base64EncodedData()
        return Array("HubAtlas.receive(\"\(name.stem)\",\"".utf8) + packed + Array("\");\n".utf8)
    }

    /// The contents of a file. Throws `SearchFormatError` when it is damaged or belongs to another name.
    package static func unpack(_ file: [UInt8], as name: ShardName) throws(SearchFormatError) -> [UInt8] {
        let head = Array("HubAtlas.receive(\"\(name.stem)\",\"".utf8)
        let tail = Array("\");\n".utf8)
        guard file.starts(with: head) else {
            let start = String(decoding: file.prefix(40).map { $0 >= 0x20 && $0 < 0x7F ? $0 : 0x2E }, as: UTF8.self)
            throw SearchFormatError(.wrongFile("it begins with \"\(start)\""), at: name.stem)
        }
        guard file.dropFirst(head.count).suffix(tail.count).elementsEqual(tail) else {
            throw SearchFormatError(.damaged("it ends early"), at: name.stem)
        }
        guard let packed = Data(base64Encoded: Data(file[head.count..<file.count - tail.count])) else {
            throw SearchFormatError(.damaged("no base64"), at: name.stem)
        }
        do {
            return try Gzip.decompress(Array(packed), limit: SearchFormat.maxShardBytes)
        } catch {
            throw SearchFormatError(.damaged("\(error)"), at: name.stem)
        }
    }
}

// Every shard but the manifest begins alike:
//
//     kind       one byte, the letter of `ShardKind` ("w" for the words)
//     version    number
//     number     number: its place among its kind

extension ByteWriter {
    /// A shard's beginning.
    package init(_ name: ShardName) {
        self.init()
        append(byte: name.kind.letter)
        append(SearchFormat.version)
        append(name.number)
    }
}

extension ByteReader {
    /// Reads a shard's beginning; throws when it is of another kind, version or number.
    package init(_ contents: [UInt8], of name: ShardName) throws(SearchFormatError) {
        self.init(contents, of: name.stem)
        let letter = try byte()
        guard letter == name.kind.letter else {
            throw SearchFormatError(.wrongFile("kind \(letter)"), at: place, offset: 0)
        }
        let version = try self.number()
        guard version == SearchFormat.version else {
            throw SearchFormatError(.unknownVersion(version), at: place, offset: 1)
        }
        let number = try self.number()
        guard number == name.number else {
            throw SearchFormatError(.wrongFile("number \(number)"), at: place, offset: 2)
        }
    }
}

extension ShardKind {
    fileprivate var letter: UInt8 { rawValue.utf8.first! }
}
