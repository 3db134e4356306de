package import Catalog
package import Core
package import Parquet

/// What tables are written as.
package enum ExportFormat: String, CaseIterable, Sendable {
    case parquet, csv, ndjson
}

/// Which tables are taken along, and how.
package struct ExportSettings: Sendable {
    package var format: ExportFormat
    package var tables: [ExportTable]
    /// By its name, of pages of Parquet files.
    package var codec: String
    /// The program's, which stands in the files.
    package var version: String

    package static let codecs: [String: ParquetCodec] = ["none": .none, "snappy": .snappy, "zstd": .zstd(level: 9)]

    package init(
        format: ExportFormat, tables: [ExportTable] = ExportTable.all, codec: String = "snappy", version: String
    ) {
        precondition(Self.codecs[codec] != nil, "there is no codec \(codec)")
        self.format = format
        self.tables = tables
        self.codec = codec
        self.version = version
    }
}

/// A table that was written.
package struct ExportedTable: Equatable, Sendable {
    package var name: String
    package var file: String
    package var rows: Int
    package var columns: Int
    package var bytes: Int
}

/// Writes tables of the catalog into a folder, with a description of every column beside them.
///
///     try ExportStage.run(catalog, ExportSettings(format: .parquet, version: "0.2.0"), to: "data", log: log)
///     → data/models.parquet, data/datasets.parquet, …, data/README.md, data/schema.json
///
/// The same catalog gives the same bytes. A file takes its name when it is whole.
package enum ExportStage {
    package static func run(
        _ catalog: Catalog, _ settings: ExportSettings, to folder: String, log: Log
    ) throws -> [ExportedTable] {
        try Files.createFolder(folder)
        let sources = try catalog.sources()
        var written: [ExportedTable] = []
        for table in settings.tables {
            try Task.checkCancellation()
            let exported = try write(table, of: catalog, settings, sources, to: folder)
            log.info("Export", "\(exported.file): \(exported.rows) rows, \(exported.bytes) bytes")
            written.append(exported)
        }
        let description = ExportDescription(settings: settings, tables: written, sources: sources)
        try Files.write(Array(description.readme.utf8), to: "\(folder)/README.md")
        try Files.write(description.schema, to: "\(folder)/schema.json")
        return written
    }
}

extension ExportStage {
    private static func write(
        _ table: ExportTable, of catalog: Catalog, _ settings: ExportSettings, _ sources: [SourceRow], to folder: String
    ) throws -> ExportedTable {
        let file = "\(table.name).\(settings.format.rawValue)"
        let (path, new) = ("\(folder)/\(file)", "\(folder)/\(file).new")
        do {
            let rows = try fill(new, table, of: catalog, settings, sources)
            try Files.rename(new, to: path)
            return ExportedTable(
                name: table.name, file: file, rows: rows, columns: table.columns.count,
                bytes: try OpenFile(path, .read).size)
        } catch {
            // The reason is already on its way up; that half a file stays would only be a second one.
            try? Files.remove(new)
            throw error
        }
    }

    private static func fill(
        _ path: String, _ table: ExportTable, of catalog: Catalog, _ settings: ExportSettings, _ sources: [SourceRow]
    ) throws -> Int {
        let sink: any RowSink =
            switch settings.format {
            case .parquet: try ParquetSink(path, table, parquetSettings(table, settings, sources))
            case .csv: try CSVSink(path, table)
            case .ndjson: try NDJSONSink(path, table)
            }
        let rows = try TableReader(catalog: catalog, table: table).read(into: sink)
        try sink.finish()
        return rows
    }

    private static func parquetSettings(
        _ table: ExportTable, _ settings: ExportSettings, _ sources: [SourceRow]
    ) -> ParquetSettings {
        let own = sources.filter { table.subjects.contains($0.subject) }
        let licenses = own.compactMap(\.license).filter { !$0.isEmpty }
        return ParquetSettings(
            codec: ExportSettings.codecs[settings.codec]!, createdBy: "HubAtlas version \(settings.version)",
            keyValues: [
                KeyValue("hubatlas.version", settings.version), KeyValue("hubatlas.table", table.name),
                KeyValue("description", table.meaning),
                KeyValue("source", own.map { "\($0.title), \($0.day)" }.joined(separator: "; ")),
                KeyValue("license", Set(licenses).sorted().joined(separator: "; ")),
            ])
    }
}
