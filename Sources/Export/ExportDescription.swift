import Catalog
import Core
import JSON

/// What stands beside the files: every column with its type, meaning and source, for people and for programs.
struct ExportDescription {
    let settings: ExportSettings
    let tables: [ExportedTable]
    let sources: [SourceRow]

    var readme: String {
        """
        # Data of HubAtlas \(settings.version)

        Public facts about open AI models. What is missing is null (in CSV nothing, in NDJSON left out), never zero; what \
        is estimated says so in its name. A list that names nothing is null, too. Days and instants are UTC.

        \(tables.map(section).joined(separator: "\n\n"))

        ## Sources

        | source | day | rows | license | |
        | --- | --- | --- | --- | --- |
        \(sources.map(row).joined(separator: "\n"))

        """
    }

    private func section(_ table: ExportedTable) -> String {
        let described = settings.tables.first { $0.name == table.name }!
        let columns = described.columns.map { column in
            "| `\(column.name)` | \(column.kind.typeName) | \(column.meaning) | \(column.source) |"
        }
        return """
            ## \(table.file)

            \(described.meaning) \(table.rows) rows.

            | column | type | meaning | source |
            | --- | --- | --- | --- |
            \(columns.joined(separator: "\n"))
            """
    }

    /// Titles and notes are our own words; a license may be another's, so bars are kept from making columns.
    private func row(_ source: SourceRow) -> String {
        let cells = [source.title, "\(source.day)", "\(source.rows)", source.license ?? "", source.note]
        return "| " + cells.map { $0.visible.split(separator: "|").joined(separator: "/") }.joined(separator: " | ")
            + " |"
    }

    var schema: [UInt8] {
        let described = settings.tables.map { table in
            JSONValue.object([
                "name": .string(table.name), "meaning": .string(table.meaning),
                "file": .string("\(table.name).\(settings.format.rawValue)"),
                "rows": .integer(tables.first { $0.name == table.name }?.rows ?? 0),
                "columns": .array(table.columns.map(Self.column)),
            ])
        }
        let json: JSONValue = .object(["hubatlas": .string(settings.version), "tables": .array(described)])
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func column(_ column: ExportColumn) -> JSONValue {
        .object([
            "name": .string(column.name), "type": .string(column.kind.typeName), "meaning": .string(column.meaning),
            "source": .string(column.source), "nullable": .bool(!column.isAlwaysThere),
        ])
    }
}
