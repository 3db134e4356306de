import CSV
import Report

/// A table as CSV: keys in the first row, a missing value is an empty field.
///
///     license,count
///     Apache-2.0,412034
///     ,17
///
/// A text that a spreadsheet would take for a formula (it begins with = + - @ or a tab) is led by an apostrophe, for
/// names are not ours.
enum TableFile {
    static func bytes(of table: Table) -> [UInt8] {
        var out: [UInt8] = []
        CSVWriter.append(table.columns.map(\.key), to: &out)
        let columns = table.columns.map { table.values[$0.key]! }
        for row in 0..<table.rowCount { CSVWriter.append(columns.map { field($0, row) }, to: &out) }
        return out
    }
}

extension TableFile {
    private static func field(_ values: Values, _ row: Int) -> String {
        switch values {
        case .integers(let values): values[row].map(String.init) ?? ""
        case .numbers(let values): values[row].map(number) ?? ""
        case .flags(let values): values[row].map { $0 ? "true" : "false" } ?? ""
        case .texts(let values): values[row].map(CSVWriter.harmless) ?? ""
        }
    }

    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? String(value)
    }
}
