/// Where in a document a term stands.
package enum TextField: UInt8, CaseIterable, Sendable {
    /// Words of the name as it is written: "llama" and "8b" of "Meta-Llama-3-8B".
    case name
    /// What is inside or across them: "berry" of "BerrySauce", "llama3" of "Llama-3".
    case namePart
    case owner
    /// Task, library, license, languages, formats, architecture, free tags.
    case tag
    /// Names of base models and data sets.
    case base
}

/// Terms of one document or name, in their order, in one buffer that can be used again.
///
///     list[0]      → Term(text: "llama", field: .name)
///     list.bytes(of: 0)  → the UTF-8 of "llama", without making a `String`
///
/// A term has at most 64 bytes of UTF-8 and ends at a whole character.
package struct TermList: Equatable, Sendable {
    package struct Term: Equatable, Sendable {
        package var text: String
        package var field: TextField

        package init(_ text: String, _ field: TextField) { (self.text, self.field) = (text, field) }
    }

    package static let longestTerm = 64

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var fields: [TextField] = []

    package init() {}

    package var count: Int { ends.count }

    package subscript(index: Int) -> Term { Term(text(of: index), fields[index]) }

    package func field(of index: Int) -> TextField { fields[index] }

    package func text(of index: Int) -> String { String(decoding: bytes(of: index), as: UTF8.self) }

    package func bytes(of index: Int) -> ArraySlice<UInt8> { bytes[start(of: index)..<ends[index]] }

    /// The terms of one field, as strings: for tests and small uses.
    package func texts(in field: TextField) -> [String] {
        (0..<count).filter { fields[$0] == field }.map(text(of:))
    }

    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        fields.removeAll(keepingCapacity: true)
    }
}

extension TermList {
    /// Adds the small letters of folded scalars.
    mutating func append(_ scalars: [UInt32], _ ranges: Range<Int>..., as field: TextField) {
        append(scalars, ranges, as: field)
    }

    mutating func append(_ scalars: [UInt32], _ ranges: [Range<Int>], as field: TextField) {
        let limit = bytes.count + Self.longestTerm
        cut: for range in ranges {
            for position in range {
                guard Folding.appendLower(scalars[position], to: &bytes, limit: limit) else { break cut }
            }
        }
        close(as: field)
    }

    /// Adds a text as it is, with a prefix.
    mutating func append(prefix: StaticString, _ text: some StringProtocol, as field: TextField) {
        let limit = bytes.count + Self.longestTerm
        prefix.withUTF8Buffer { bytes.append(contentsOf: $0) }
        for scalar in text.unicodeScalars {
            guard Folding.appendLower(scalar.value, to: &bytes, limit: limit) else { break }
        }
        close(as: field)
    }

    /// Adds one term of another list.
    mutating func append(_ other: TermList, _ index: Int, as field: TextField) {
        bytes.append(contentsOf: other.bytes(of: index))
        close(as: field)
    }

    /// Takes the last term away when an earlier one of its field is the same.
    mutating func dropLastIfKnown() {
        guard let last = fields.indices.last else { return }
        let text = bytes(of: last)
        for index in 0..<last where fields[index] == fields[last] && bytes(of: index) == text {
            bytes.removeLast(text.count)
            ends.removeLast()
            fields.removeLast()
            return
        }
    }

    private mutating func close(as field: TextField) {
        ends.append(bytes.count)
        fields.append(field)
    }

    private func start(of index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }
}
