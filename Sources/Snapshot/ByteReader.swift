/// Reads what a `ByteWriter` wrote, and never beyond the end, whatever the bytes say.
struct ByteReader {
    /// What is wrong with the bytes; the caller knows whose bytes they are.
    struct Damage: Error { var text: String }

    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.position = bytes.startIndex
    }

    var remaining: Int { bytes.endIndex - position }

    mutating func number() throws(Damage) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 63 || (shift == 63 && byte <= 1) else { throw Damage(text: "a number of more than 64 bits") }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    mutating func count() throws(Damage) -> Int {
        guard let value = Int(exactly: try number()) else { throw Damage(text: "a count beyond 63 bits") }
        return value
    }

    /// A number of things of which each takes at least one of the bytes that are left.
    mutating func countOfRest() throws(Damage) -> Int {
        let value = try count()
        guard value <= remaining else { throw Damage(text: "\(value) values in \(remaining) bytes") }
        return value
    }

    mutating func signed() throws(Damage) -> Int {
        let value = try number()
        return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }

    mutating func byte() throws(Damage) -> UInt8 {
        guard remaining > 0 else { throw Damage(text: "the bytes end early") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func raw(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else { throw Damage(text: "the bytes end early") }
        defer { position += count }
        return bytes[position..<position + count]
    }

    mutating func text() throws(Damage) -> String {
        try utf8(try raw(try count()))
    }

    func utf8(_ bytes: some Sequence<UInt8>) throws(Damage) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Damage(text: "a text that is not UTF-8")
        }
        return text
    }
}
