import CSV
import Core

/// Rows as CSV: a line of names, nothing for what is missing, ISO 8601 for days and instants, a JSON array for a list. A text that a
/// spreadsheet would take for a formula is led by an apostrophe: owners choose their names themselves.
final class CSVSink: RowSink {
    private let out: BufferedFile
    private var fields: [String]

    init(_ path: String, _ table: ExportTable) throws {
        out = try BufferedFile(path)
        fields = [String](repeating: "", count: table.columns.count)
        CSVWriter.append(table.columns.map(\.name), to: &out.bytes)
    }

    func null(_ column: Int) {}
    func text(_ column: Int, _ value: UnsafeBufferPointer<UInt8>) {
        fields[column] = CSVWriter.harmless(String(decoding: value, as: UTF8.self))
    }
    func integer(_ column: Int, _ value: Int) { fields[column] = String(value) }
    func number(_ column: Int, _ value: Double) { fields[column] = value.isFinite ? String(value) : "" }
    func flag(_ column: Int, _ value: Bool) { fields[column] = value ? "true" : "false" }
    func day(_ column: Int, _ value: Int) { fields[column] = Day(number: value).description }
    func instant(_ column: Int, _ value: Int) { fields[column] = Instant(seconds: value).description }

    func list(_ column: Int, _ value: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        var bytes: [UInt8] = []
        JSONText.append(list: value, separator, to: &bytes)
        fields[column] = String(decoding: bytes, as: UTF8.self)
    }

    func endRow() throws {
        CSVWriter.append(fields, to: &out.bytes)
        for i in fields.indices { fields[i] = "" }
        try out.flushWhenFull()
    }

    func finish() throws { try out.flush() }
}

/// Rows as a JSON object a line; what is missing is left out.
final class NDJSONSink: RowSink {
    private let out: BufferedFile
    private let names: [[UInt8]]
    private var isFirst = true

    init(_ path: String, _ table: ExportTable) throws {
        out = try BufferedFile(path)
        names = table.columns.map { Array("\"\($0.name)\":".utf8) }
    }

    func null(_ column: Int) {}
    func text(_ column: Int, _ value: UnsafeBufferPointer<UInt8>) {
        begin(column)
        JSONText.append(value, to: &out.bytes)
    }
    func integer(_ column: Int, _ value: Int) { put(column, String(value)) }
    func number(_ column: Int, _ value: Double) { if value.isFinite { put(column, String(value)) } }
    func flag(_ column: Int, _ value: Bool) { put(column, value ? "true" : "false") }
    func day(_ column: Int, _ value: Int) { put(column, "\"\(Day(number: value))\"") }
    func instant(_ column: Int, _ value: Int) { put(column, "\"\(Instant(seconds: value))\"") }

    func list(_ column: Int, _ value: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        begin(column)
        JSONText.append(list: value, separator, to: &out.bytes)
    }

    func endRow() throws {
        out.bytes += isFirst ? Array("{}\n".utf8) : Array("}\n".utf8)
        isFirst = true
        try out.flushWhenFull()
    }

    func finish() throws { try out.flush() }

    private func put(_ column: Int, _ text: String) {
        begin(column)
        out.bytes += text.utf8
    }

    private func begin(_ column: Int) {
        out.bytes.append(UInt8(ascii: isFirst ? "{" : ","))
        out.bytes += names[column]
        isFirst = false
    }
}

/// Texts as JSON has them (RFC 8259).
enum JSONText {
    static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: out += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }

    static func append(list: UnsafeBufferPointer<UInt8>, _ separator: UInt8, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        var isFirst = true
        forEachPiece(of: list, separator) { piece in
            if !isFirst { out.append(UInt8(ascii: ",")) }
            isFirst = false
            append(piece, to: &out)
        }
        out.append(UInt8(ascii: "]"))
    }
}

/// A file that is written a megabyte at a time.
final class BufferedFile {
    var bytes: [UInt8] = []
    private let file: OpenFile

    init(_ path: String) throws { file = try OpenFile(path, .replace) }

    func flushWhenFull() throws { if bytes.count >= 1 << 20 { try flush() } }

    func flush() throws {
        try file.append(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
