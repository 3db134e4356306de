#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Finds where records and fields begin and end in bytes that lie in memory.
///
/// Quoted fields may hold delimiters, doubled quotes and line breaks; lines end in LF, CRLF or CR. Text between a closing
/// quote and the next delimiter breaks the rules; it belongs to nothing else, so it is kept. Source: RFC 4180.
struct CSVScanner {
    /// A field's place; of a quoted one, what lies between the quotes.
    struct Field {
        var start: Int
        var end: Int
        /// Begins at its opening quote, and has doubled quotes or text after the closing one: not to be taken as it lies.
        var isTangled = false
    }

    enum Outcome {
        /// A record, and where the next one begins.
        case record(next: Int)
        /// The bytes end before the record does.
        case openEnd
        /// The bytes end inside quotes, which were opened here.
        case openQuote(at: Int)
    }

    let delimiter: UInt8
    /// Of the record that was found last, no more than `fieldLimit`.
    private(set) var fields: [Field] = []
    /// How many fields it has.
    private(set) var count = 0

    /// A line of nothing but delimiters must not fill the memory with places.
    static let fieldLimit = 1 << 14

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Whether the last record is an empty line.
    var isEmptyLine: Bool { count == 1 && fields[0].start == fields[0].end && !wasQuoted }
    private var wasQuoted = false

    /// Reads the record that begins at `start`.
    ///
    /// - Parameters:
    ///   - isLast: nothing comes after these bytes.
    ///   - plainQuotes: quotes that never close, and are letters as any other.
    mutating func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, plainQuotes: Set<Int> = []
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        (count, wasQuoted) = (0, false)
        var position = start
        while true {
            var field = Field(start: position, end: position)
            var end = position
            if position < bytes.count, bytes[position] == quote, !plainQuotes.contains(position) {
                guard let closed = closing(bytes, after: position, &field, isLast: isLast) else {
                    return .openQuote(at: position)
                }
                wasQuoted = true
                end = closed
            } else {
                end = endOfPlain(bytes, from: position)
                field.end = end
            }
            if count < Self.fieldLimit { fields.append(field) }
            count += 1
            guard end < bytes.count else { return isLast ? .record(next: end) : .openEnd }
            if bytes[end] == delimiter {
                position = end + 1
                continue
            }
            if bytes[end] == lineFeed { return .record(next: end + 1) }
            // A carriage return: with the line feed that may follow, one line end.
            guard end + 1 < bytes.count else { return isLast ? .record(next: end + 1) : .openEnd }
            return .record(next: bytes[end + 1] == lineFeed ? end + 2 : end + 1)
        }
    }

    /// Where the quoted field that begins at `start` ends, its delimiter or line end not included; nil when it does not.
    private func closing(
        _ bytes: UnsafeBufferPointer<UInt8>, after start: Int, _ field: inout Field, isLast: Bool
    ) -> Int? {
        var position = start + 1
        var hasDoubled = false
        while let found = firstQuote(bytes, from: position) {
            position = found + 1
            // The other half of a doubled quote may come with the next bytes.
            if position == bytes.count, !isLast { return nil }
            if position < bytes.count, bytes[position] == quote {
                hasDoubled = true
                position += 1
                continue
            }
            let end = endOfPlain(bytes, from: position)
            field =
                hasDoubled || end > position
                ? Field(start: start, end: end, isTangled: true) : Field(start: start + 1, end: found)
            return end
        }
        return nil
    }

    @inline(__always)
    private func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == lineFeed || byte == carriageReturn { break }
            position += 1
        }
        return position
    }

    private func firstQuote(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(quote), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}

let quote = UInt8(ascii: "\"")
let lineFeed = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
