/// Writes records: commas between, LF behind, quotes where a field needs them.
///
///     CSVWriter.line(["a", "b, \"c\"", ""])  → "a,\"b, \"\"c\"\"\",\n"
///
/// Source: RFC 4180 with LF line ends, UTF-8. A record of one empty field is quoted, or it would be an empty line.
package enum CSVWriter {
    package static func line(_ fields: [String]) -> String {
        if fields == [""] { return "\"\"\n" }
        return fields.map(quoted).joined(separator: ",") + "\n"
    }

    /// Bytes of many records are added to what is there.
    package static func append(_ fields: [String], to out: inout [UInt8]) { out += line(fields).utf8 }

    /// A text that a spreadsheet would take for a formula (it begins with = + - @, a tab or a line break) led by an apostrophe;
    /// every other as it is. For texts only: a number may well begin with a minus.
    ///
    ///     CSVWriter.harmless("=cmd(1)")  → "'=cmd(1)"
    package static func harmless(_ text: String) -> String {
        guard let first = text.utf8.first, "=+-@\t\r\n".utf8.contains(first) else { return text }
        return "'" + text
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { "\",\n\r".utf8.contains($0) } || field.first?.isWhitespace == true
        guard needsQuotes || field.last?.isWhitespace == true else { return field }
        var out = "\""
        for scalar in field.unicodeScalars { out += scalar == "\"" ? "\"\"" : String(scalar) }
        return out + "\""
    }
}
