/// Reads structs of Apache Thrift's compact protocol out of bytes that may be anything: no count is believed that the bytes left
/// cannot hold, and structs in structs end at a depth.
///
///     var input = CompactReader([0x15, 0x0E, 0x00])
///     try input.structure { input, field in
///         guard field.id == 1 else { return false }      // what is not known is skipped
///         number = try input.int(field)                  → 7
///         return true
///     }
struct CompactReader {
    struct Field {
        var id: Int16
        var kind: UInt8
    }

    private static let deepest = 24

    private let bytes: [UInt8]
    private(set) var position: Int
    private var depth = 0

    init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// Every field of the struct that begins here, up to its end. `read` says whether it took the value.
    mutating func structure(_ read: (inout CompactReader, Field) throws -> Bool) throws {
        try deeper()
        var last: Int16 = 0
        while true {
            let head = try byte()
            if head == 0 { break }
            let step = Int16(head >> 4)
            if step == 0 {
                guard let id = Int16(exactly: try zigzag()) else { throw damage("a field has no number") }
                last = id
            } else {
                let (id, isOver) = last.addingReportingOverflow(step)
                guard !isOver else { throw damage("a field has no number") }
                last = id
            }
            let field = Field(id: last, kind: head & 15)
            if try !read(&self, field) { try skip(field.kind) }
        }
        depth -= 1
    }

    mutating func structure(_ field: Field, _ read: (inout CompactReader, Field) throws -> Bool) throws {
        try expect(field, .structure)
        try structure(read)
    }

    /// The elements of a list; `kind` is what they must be.
    mutating func list<Element>(
        _ field: Field, of kind: CompactWriter.Kind, _ read: (inout CompactReader) throws -> Element
    ) throws -> [Element] {
        try expect(field, .list)
        let (count, found) = try listHead()
        // A Boolean may be named by either of its values.
        let isFlags = kind == .yes && (found == 1 || found == 2)
        guard count == 0 || found == kind.rawValue || isFlags else { throw damage("a list of another type") }
        var elements: [Element] = []
        elements.reserveCapacity(min(count, 4096))
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }

    mutating func int(_ field: Field) throws -> Int {
        guard (CompactWriter.Kind.int16.rawValue...CompactWriter.Kind.int64.rawValue).contains(field.kind) else {
            throw damage("a number is expected")
        }
        return try zigzag()
    }

    mutating func flag(_ field: Field) throws -> Bool {
        guard field.kind == 1 || field.kind == 2 else { throw damage("a Boolean is expected") }
        return field.kind == 1
    }

    mutating func binary(_ field: Field) throws -> [UInt8] {
        try expect(field, .binary)
        return try binary()
    }

    mutating func text(_ field: Field) throws -> String { String(decoding: try binary(field), as: UTF8.self) }

    mutating func binary() throws -> [UInt8] {
        let count = try varint()
        guard count <= UInt64(bytes.count - position) else { throw damage("a text is longer than what is there") }
        defer { position += Int(count) }
        return Array(bytes[position..<position + Int(count)])
    }

    mutating func flag() throws -> Bool { try byte() == 1 }

    mutating func zigzag() throws -> Int {
        let value = try varint()
        return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
    }
}

extension CompactReader {
    private mutating func byte() throws -> UInt8 {
        guard position < bytes.count else { throw Truncated() }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func varint() throws -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
        }
        throw damage("a number of more than 64 bits")
    }

    /// An element takes a byte at least, so no list is longer than what is left.
    private mutating func listHead() throws -> (count: Int, kind: UInt8) {
        let head = try byte()
        let count = head >> 4 == 15 ? try varint() : UInt64(head >> 4)
        guard count <= UInt64(bytes.count - position) else { throw Truncated() }
        return (Int(count), head & 15)
    }

    private mutating func skip(_ kind: UInt8) throws {
        switch CompactWriter.Kind(rawValue: kind) {
        case .yes, .no: break
        case .byte: _ = try byte()
        case .int16, .int32, .int64: _ = try varint()
        case .double: for _ in 0..<8 { _ = try byte() }
        case .binary: _ = try binary()
        case .structure: try structure { _, _ in false }
        case .list, .set: try skipList()
        case .map: try skipMap()
        case nil: throw damage("a type that does not exist")
        }
    }

    private mutating func skipList() throws {
        try deeper()
        let (count, kind) = try listHead()
        for _ in 0..<count { try skipElement(kind) }
        depth -= 1
    }

    private mutating func skipMap() throws {
        try deeper()
        let count = try varint()
        guard count <= UInt64(bytes.count - position) else { throw Truncated() }
        let kinds = count == 0 ? 0 : try byte()
        for _ in 0..<count {
            try skipElement(kinds >> 4)
            try skipElement(kinds & 15)
        }
        depth -= 1
    }

    /// In a list a Boolean is a byte, in a field it is the type.
    private mutating func skipElement(_ kind: UInt8) throws {
        if kind == 1 || kind == 2 { _ = try byte() } else { try skip(kind) }
    }

    private mutating func deeper() throws {
        depth += 1
        guard depth <= Self.deepest else { throw damage("structs in structs without end") }
    }

    private func expect(_ field: Field, _ kind: CompactWriter.Kind) throws {
        guard field.kind == kind.rawValue else { throw damage("field \(field.id) is of another type") }
    }

    private func damage(_ what: String) -> ParquetError { .damaged("the metadata is damaged (\(what))") }
}

/// The bytes end before the struct does: more of the file may help.
struct Truncated: Error {}
