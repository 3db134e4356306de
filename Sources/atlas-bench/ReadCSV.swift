import CSV
import Core
import JSON

/// A table read twice: every field's bytes, then every field as a text.
func readCSV(_ path: String) throws -> JSONValue {
    let bytes = try reading(path) { row in
        for i in 0..<row.count { row.withBytes(i) { _ = $0.first } }
        return row.count
    }
    let texts = try reading(path) { $0.texts.count }
    return [
        "bytes": .integer(try OpenFile(path, .read).size), "rows": .integer(bytes.rows),
        "fields": .integer(texts.fields), "bytesSeconds": .number(bytes.seconds),
        "textsSeconds": .number(texts.seconds),
    ]
}

/// Seconds of one reading; `look` is shown every row.
private func reading(
    _ path: String, _ look: (CSVRow) -> Int
) throws -> (rows: Int, fields: Int, seconds: Double) {
    let reader = CSVReader(named: path)
    var fields = 0
    let spent = try timed { try reader.read(path) { fields += look($0) } }
    return (reader.rowCount, fields, spent.seconds)
}
