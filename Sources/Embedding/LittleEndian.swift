/// Plain numbers as bytes, lowest byte first, as all machines that we run on keep them.
struct LittleEndianWriter {
    private(set) var bytes: [UInt8] = []

    /// A first line, filled with zeros to 32 bytes, and two counts: 48 bytes.
    init(line: String, _ first: Int, _ second: Int) {
        bytes = Array(line.utf8) + [UInt8](repeating: 0, count: 32 - line.utf8.count)
        for count in [first, second] { append([UInt64(count)]) }
    }

    mutating func append<Value: BitwiseCopyable>(_ values: [Value]) {
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }
}

/// Reads what `LittleEndianWriter` wrote; throws `EmbeddingError` where the bytes end early.
struct LittleEndianReader {
    static let headerSize = 48
    private let bytes: [UInt8]
    private var offset = 0
    private let place: String

    /// - Parameter line: the first line that the file must have.
    init(_ bytes: [UInt8], line: String, at place: String) throws(EmbeddingError) {
        (self.bytes, self.place) = (bytes, place)
        guard bytes.count >= Self.headerSize, bytes.starts(with: line.utf8) else {
            throw EmbeddingError(.version, at: place)
        }
        offset = 32
    }

    var remaining: Int { bytes.count - offset }

    mutating func count(below limit: Int) throws(EmbeddingError) -> Int {
        let value = try values(1, of: UInt64.self)[0]
        guard value < UInt64(limit) else { throw EmbeddingError(.damaged("a count of \(value)"), at: place) }
        return Int(value)
    }

    mutating func values<Value: BitwiseCopyable>(_ count: Int, of type: Value.Type) throws(EmbeddingError) -> [Value] {
        let size = MemoryLayout<Value>.size
        guard count >= 0, count <= remaining / size else { throw EmbeddingError(.damaged("it ends early"), at: place) }
        defer { offset += count * size }
        return bytes.withUnsafeBytes { raw in
            (0..<count).map { raw.loadUnaligned(fromByteOffset: offset + $0 * size, as: type) }
        }
    }

    func end() throws(EmbeddingError) {
        guard remaining == 0 else { throw EmbeddingError(.damaged("\(remaining) bytes too many"), at: place) }
    }
}
