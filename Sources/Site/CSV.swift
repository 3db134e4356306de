import Report

/// A table as CSV: keys in the first row, a missing value is an empty field.
///
///     license,count
///     Apache-2.0,412034
///     ,17
///
/// A text that a spreadsheet would take for a formula (it begins with = + - @ or a tab) is led by an apostrophe, for
/// names are not ours. Source: RFC 4180 with LF line ends, UTF-8.
enum CSV {
    static func bytes(of table: Table) -> [UInt8] {
        var out: [UInt8] = []
        append(table.columns.map(\.key), to: &out)
        let columns = table.columns.map { table.values[$0.key]! }
        for row in 0..<table.rowCount { append(columns.map { field($0, row) }, to: &out) }
        return out
    }
}

extension CSV {
    private static func append(_ fields: [String], to out: inout [UInt8]) {
        for (i, field) in fields.enumerated() {
            if i > 0 { out.append(UInt8(ascii: ",")) }
            out += quoted(field).utf8
        }
        out.append(10)
    }

    private static func field(_ values: Values, _ row: Int) -> String {
        switch values {
        case .integers(let values): values[row].map(String.init) ?? ""
        case .numbers(let values): values[row].map(number) ?? ""
        case .flags(let values): values[row].map { $0 ? "true" : "false" } ?? ""
        case .texts(let values): values[row].map(harmless) ?? ""
        }
    }

    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }

    private static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r".utf8.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { "\",\n\r".utf8.contains($0) }) else { return field }
        var out = "\""
        for scalar in field.unicodeScalars { out += scalar == "\"" ? "\"\"" : String(scalar) }
        return out + "\""
    }
}
