/// Reads what a `ByteWriter` wrote, and never beyond the end, whatever the bytes say.
///
///     var reader = ByteReader([0xAC, 0x02], of: "t0003")
///     try reader.number() → 300
///
/// Throws `SearchFormatError` with the byte at which it stopped.
package struct ByteReader: Sendable {
    package let place: String
    package private(set) var offset = 0
    private let bytes: [UInt8]

    package init(_ bytes: [UInt8], of place: String) {
        self.bytes = bytes
        self.place = place
    }

    package var remaining: Int { bytes.count - offset }

    /// A number of at most eight bytes, so below 2^53 it must be, and 2^56 cannot be passed.
    package mutating func number() throws(SearchFormatError) -> Int {
        var value = 0
        var shift = 0
        while true {
            guard offset < bytes.count else { throw early }
            let byte = bytes[offset]
            offset += 1
            value |= Int(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
            guard shift < 56 else { throw damage("a number of more than eight bytes") }
        }
        guard value < 1 << 53 else { throw damage("a number beyond 53 bits") }
        return value
    }

    package mutating func number(below limit: Int, _ what: String) throws(SearchFormatError) -> Int {
        let value = try number()
        guard value < limit else { throw damage("\(what) \(value) of \(limit)") }
        return value
    }

    package mutating func optional() throws(SearchFormatError) -> Int? {
        let value = try number()
        return value == 0 ? nil : value - 1
    }

    package mutating func signed() throws(SearchFormatError) -> Int {
        let value = try number()
        return (value >> 1) ^ -(value & 1)
    }

    /// A number of things of which each takes at least one of the bytes that are left.
    package mutating func count() throws(SearchFormatError) -> Int {
        let value = try number()
        guard value <= remaining else { throw damage("\(value) values in \(remaining) bytes") }
        return value
    }

    package mutating func byte() throws(SearchFormatError) -> UInt8 {
        guard offset < bytes.count else { throw early }
        defer { offset += 1 }
        return bytes[offset]
    }

    package mutating func raw(_ count: Int) throws(SearchFormatError) -> ArraySlice<UInt8> {
        guard count >= 0, count <= remaining else { throw early }
        defer { offset += count }
        return bytes[offset..<offset + count]
    }

    package mutating func text() throws(SearchFormatError) -> String { try utf8(try raw(try number())) }

    package func utf8(_ bytes: some Sequence<UInt8>) throws(SearchFormatError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw damage("a text that is not UTF-8") }
        return text
    }

    /// So many numbers.
    package mutating func numbers(_ count: Int) throws(SearchFormatError) -> [Int] {
        try repeated(count) { (reader) throws(SearchFormatError) in try reader.number() }
    }

    /// So many results of reading, in order.
    package mutating func repeated<Value>(
        _ count: Int, _ next: (inout ByteReader) throws(SearchFormatError) -> Value
    ) throws(SearchFormatError) -> [Value] {
        guard count <= remaining else { throw damage("\(count) values in \(remaining) bytes") }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try next(&self)) }
        return values
    }

    /// Nothing may follow what was read.
    package func end() throws(SearchFormatError) {
        guard remaining == 0 else { throw damage("\(remaining) bytes too many") }
    }

    package func damage(_ what: String) -> SearchFormatError {
        SearchFormatError(.damaged(what), at: place, offset: offset)
    }

    private var early: SearchFormatError { damage("the bytes end early") }
}
