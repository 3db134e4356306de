import CSV
import Catalog
import Censuses
import Core
import HTTP
import JSON
import TestSupport
import Testing

@testable import Pipeline

/// Recorded models, datasets and Spaces of July 2024, from the wire to the catalog and the table.
@Suite struct RecordedReposTests {
    @Test(.timeLimit(.minutes(15))) func theListsFillTheirTablesAndTheTable() async throws {
        guard
            let replay = try Replay(
                "--limit-records", "6000", "--faults", "seed=2,dup=0.2,504=0.1,truncate=0.1",
                kinds: "models,datasets,spaces", for: "datasets, Spaces and the table of recorded data")
        else { return }
        let folder = try TemporaryFolder()
        var settings = CollectSettings()
        (settings.endpoint, settings.names, settings.pageSize) = (replay.url, ["models", "datasets", "spaces"], 500)
        // Waits between tries take no time: what is tested is that they end well.
        let time = TimeSource(now: { 1_763_712_000 }, sleep: { _ in })
        let pipeline = Pipeline(data: DataFolder(folder.path("data")), root: Repository.root, time: time, log: .silent)
        try await pipeline.collect(settings)
        let table = try CSVTable(try await pipeline.topTable(TopTableSettings(task: "text-generation", top: 50)))
        let catalog = try Catalog(path: pipeline.data.catalog, mode: .read)
        #expect(try catalog.datasetCount == 6000)
        // The recording has 1,000 Spaces, and 1,922 links to 324 models.
        #expect(try catalog.spaceCount == 1000)
        let used = try catalog.mostUsedModels(limit: 1000)
        #expect(used.count == 324 && used.reduce(0) { $0 + $1.spaces } == 1922)
        #expect(
            try catalog.censuses().map { "\($0.kind) \($0.rows)" }.sorted() == [
                "datasets 6000", "models 6000", "spaces 1000",
            ])
        try await compare(table, with: replay.url)
        withExtendedLifetime(replay) {}
    }

    /// The server sorts by downloads itself.
    private func compare(_ table: CSVTable, with url: String) async throws {
        let http = try HTTPClient()
        var body: [UInt8] = []
        // A fault may spoil an answer.
        for _ in 0..<10 where (try? JSONDocument.parse(body)) == nil {
            let query = "pipeline_tag=text-generation&sort=downloads&limit=50"
            body = try await http.send(HTTPRequest("\(url)/api/models?\(query)")).body
        }
        let items = Array(try JSONDocument.parse(body).root.elements)
        #expect(table.rows.map { Int($0[5]) } == items.map { $0["downloads"]?.integer })
        let rows = Dictionary(uniqueKeysWithValues: table.rows.map { ($0[0], $0) })
        for item in items.prefix(20) {
            let row = try #require(rows[item["id"]?.string ?? ""])
            #expect(row[6] == item["likes"]?.integer.map(String.init))
        }
        #expect(rows["openai-community/gpt2"]?[2] == "MIT" && rows["openai-community/gpt2"]?[1] == "openai-community")
    }
}
