/// Reads tables of comma-separated values.
///
///     CSV("id,note\n1,\"a, \"\"b\"\"\"\n").rows → [["1", "a, \"b\""]], header ["id", "note"]
///
/// Quoted fields may hold commas, doubled quotes and line breaks; lines end in LF or CRLF; a byte order mark is passed over;
/// empty lines are no rows. Bytes that are not UTF-8 become U+FFFD. Source: RFC 4180.
package struct CSV {
    package private(set) var header: [String] = []
    package private(set) var rows: [[String]] = []

    package init(_ bytes: [UInt8]) {
        var scanner = Scanner(bytes)
        while let record = scanner.next() {
            if header.isEmpty { header = record } else { rows.append(record) }
        }
    }

    /// The position of the first of these columns that the table has.
    package func column(_ names: String...) -> Int? {
        names.lazy.compactMap { self.header.firstIndex(of: $0) }.first
    }
}

extension CSV {
    private struct Scanner {
        let bytes: [UInt8]
        var position: Int

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        }

        /// The fields of the next line that has any.
        mutating func next() -> [String]? {
            while position < bytes.count {
                var fields: [String] = []
                var goesOn = true
                while goesOn {
                    fields.append(field())
                    goesOn = take(UInt8(ascii: ","))
                }
                endLine()
                if fields != [""] { return fields }
            }
            return nil
        }

        private mutating func field() -> String {
            guard take(UInt8(ascii: "\"")) else { return plain() }
            var text: [UInt8] = []
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                if byte != UInt8(ascii: "\"") {
                    text.append(byte)
                } else if !take(UInt8(ascii: "\"")) {
                    break
                } else {
                    text.append(byte)
                }
            }
            // Text between the closing quote and the comma breaks the rules; it belongs to nothing else, so it is kept.
            return String(decoding: text, as: UTF8.self) + plain()
        }

        private mutating func plain() -> String {
            let start = position
            while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }

        private func isEnd(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        }

        private mutating func endLine() {
            _ = take(UInt8(ascii: "\r"))
            _ = take(UInt8(ascii: "\n"))
        }

        private mutating func take(_ byte: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == byte else { return false }
            position += 1
            return true
        }
    }
}
