import Arguments
import Export
import Pipeline
import Report

/// `hubatlas export FORMAT [TABLE…]`
enum ExportCommand {
    private static let out = Option<String>.text("out", "DIR", "where the files are written", default: "data")
    private static let codec = Option<String>.choice(
        "codec", "CODEC", "what packs the pages of Parquet files: snappy, zstd or none",
        of: ExportSettings.codecs.keys.sorted(), default: "snappy")

    static let entry = CommandEntry(
        command: Command(
            "export", "writes the data for other programs: parquet, csv or ndjson",
            discussion: """
                Without names of tables all are written: \(ExportTable.names.joined(separator: ", ")). Each is a file of its \
                name; README.md and schema.json beside them say what every column means and where it comes from. What is \
                missing is null, in CSV nothing, in NDJSON left out. Of what was collected, or else of the bundled snapshot.
                """,
            operands: .oneThenAny(
                "FORMAT", of: ExportFormat.allCases.map(\.rawValue), then: "TABLE", among: ExportTable.names),
            options: [out.entry, codec.entry, Options.root.entry])
    ) { context in
        let names = context.invocation.operands.dropFirst()
        let settings = ExportSettings(
            // The command line was checked for both.
            format: ExportFormat(rawValue: context.invocation.operands[0])!,
            tables: ExportTable.all.filter { names.isEmpty || names.contains($0.name) },
            codec: context[codec], version: HubAtlas.version)
        let pipeline = Pipeline(
            data: context.data, root: try Checkout.find(named: context[Options.root]), time: context.time,
            log: try context.openLog())
        for table in try await pipeline.export(settings, to: context[out]) {
            Output.result(
                "\(context[out])/\(table.file): \(Format.count(table.rows, "row")), "
                    + "\(Format.count(table.columns, "column")), \(Format.count(table.bytes, "byte"))")
        }
    }
}
