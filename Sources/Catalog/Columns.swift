/// Texts end to end in one block of memory.
///
///     column[3] → "acme/model"
package struct TextColumn: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    package init() {}

    package var count: Int { ends.count }

    package subscript(row: Int) -> String {
        String(decoding: bytes[Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row])], as: UTF8.self)
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: text)
        precondition(bytes.count <= Int(UInt32.max), "more text than one column can address")
        ends.append(UInt32(bytes.count))
    }
}

/// Texts of which many are equal: each different one once, and a code for each row.
///
///     column.values        → ["text-generation", "fill-mask"]    in the order of first appearance
///     column.codes         → [0, 1, 0, -1]
///     column[3]            → nil
package struct CodedColumn: Sendable {
    package private(set) var values: [String] = []
    /// Position in `values`; −1 for none.
    package private(set) var codes: [Int32] = []
    private var codeOf: [String: Int32] = [:]

    package init() {}

    package var count: Int { codes.count }

    package subscript(row: Int) -> String? { codes[row] < 0 ? nil : values[Int(codes[row])] }

    mutating func append(_ text: String?) {
        guard let text else { return codes.append(-1) }
        // Neighbors are often equal: a listing comes in the order of a date or a count.
        if let last = codes.last, last >= 0, values[Int(last)] == text { return codes.append(last) }
        if let code = codeOf[text] { return codes.append(code) }
        let code = Int32(values.count)
        values.append(text)
        codeOf[text] = code
        codes.append(code)
    }
}

/// Lists of words of which many are equal, such as languages.
///
///     column[0] → ["en", "zh"]
package struct ListColumn: Sendable {
    private var joined = CodedColumn()
    private var lists: [[String]] = []

    package init() {}

    package var count: Int { joined.count }
    /// Each different list once.
    package var values: [[String]] { lists }
    /// Position in `values`; −1 for an empty list.
    package var codes: [Int32] { joined.codes }

    package subscript(row: Int) -> [String] { joined.codes[row] < 0 ? [] : lists[Int(joined.codes[row])] }

    mutating func append(_ words: String?) {
        joined.append(words)
        if joined.values.count > lists.count {
            lists.append(joined.values[lists.count].split(separator: " ").map(String.init))
        }
    }
}
