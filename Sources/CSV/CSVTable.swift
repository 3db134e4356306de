package import Core

/// A small table, read whole.
///
///     let table = try CSVTable("id,note\n1,\"a, \"\"b\"\"\"\n")
///     table.header.names → ["id", "note"], table.rows → [["1", "a, \"b\""]]
package struct CSVTable {
    package private(set) var header = CSVHeader([])
    package private(set) var rows: [[String]] = []
    /// What was found wrong.
    package private(set) var diagnostics = DiagnosticCounts()

    /// - Throws: `CSVError`.
    package init(_ bytes: [UInt8], named subject: String = "") throws {
        let reader = CSVReader(named: subject)
        try reader.push(bytes[...]) { rows.append($0.texts) }
        try reader.finish { rows.append($0.texts) }
        header = reader.header ?? header
        diagnostics = reader.diagnostics
    }

    /// The position of the first of these columns that the table has.
    package func column(_ names: String...) -> Int? { header.column(names) }
}
