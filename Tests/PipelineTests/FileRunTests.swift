import Archive
import Catalog
import Core
import Pipeline
import Synchronization
import TestSupport
import Testing

/// Files that a source takes, from the command's settings to the catalog.
@Suite struct FileRunTests {
    private static let table = """
        fullname,Average ⬆️,IFEval,BBH,MATH,GPQA,MUSR,MMLU-PRO,#Params (B)
        acme/one,10,1,2,3,4,5,6,7.2
        acme/two,20,1,2,3,4,5,6,-1

        """

    @Test("a table goes into the archive under its own name and day, once; other files are refused")
    func takesFiles() async throws {
        let folder = try TemporaryFolder()
        let pipeline = Pipeline(data: DataFolder(folder.path("data")), root: ".", time: TestClock().time, log: .silent)
        let path = folder.path("results-2024-09-30.csv")
        try Files.write(Array(Self.table.utf8), to: path)
        var settings = CollectSettings()
        settings.names = ["leaderboard"]
        settings.files = [path]
        #expect(try await pipeline.collect(settings) == "import/results-2024-09-30.csv: 2 records")
        _ = try await pipeline.collect(settings)
        let archive = try Archive(at: folder.path("data/archive"), mode: .read)
        #expect(archive.walks.map(\.isFinished) == [true])
        #expect(archive.entries.map { "\($0.format) \($0.fetchedAt.day)" } == ["leaderboard-csv 2024-09-30"])

        try Files.write(Array("date,n\n1,2\n".utf8), to: folder.path("other.csv"))
        settings.files = [folder.path("other.csv")]
        let error = await #expect(throws: PipelineError.self) { try await pipeline.collect(settings) }
        let missing = "no column for model, average, bbh, gpqa, ifeval, math, mmlu_pro and musr; the file is not taken"
        #expect(error?.description.contains(missing) == true)
        settings.names = ["models"]
        let nobody = await #expect(throws: PipelineError.self) { try await pipeline.collect(settings) }
        #expect(nobody?.description.contains("none of the sources that are named takes files") == true)
    }

    @Test func historiesOfCommitsAreTaken() async throws {
        let folder = try TemporaryFolder()
        let pipeline = Pipeline(data: DataFolder(folder.path("data")), root: ".", time: TestClock().time, log: .silent)
        try Files.write(
            Array(
                "\u{FEFF}".utf8)
                + Array(
                    #"{"id":"acme/m","commits":[{"id":"1","authors":[{"user":"ann"}],"date":"2024-01-02T03:04:05Z"}]}"#
                        .utf8
                ),
            to: folder.path("commits-2024-12.ndjson"))
        try Files.write(Array(#"{"id":"acme/m","likes":3}"#.utf8), to: folder.path("models.ndjson"))
        var settings = CollectSettings()
        settings.names = ["commits", "discussions"]
        settings.files = [folder.path("commits-2024-12.ndjson")]
        #expect(try await pipeline.collect(settings) == "import/commits-2024-12.ndjson: 1 record")
        let archive = try Archive(at: folder.path("data/archive"), mode: .read)
        #expect(archive.entries.map { "\($0.format) \($0.fetchedAt.day)" } == ["hub-commits-ndjson 2024-12-01"])
        settings.files = [folder.path("models.ndjson")]
        let error = await #expect(throws: PipelineError.self) { try await pipeline.collect(settings) }
        #expect(error?.description.contains("has no lines of objects with commits") == true)
        #expect(error?.description.contains("no files of discussions are known") == true)
    }

    /// Alone, a source that is not set up leaves nothing to go on with, and nothing that another run would change.
    @Test func aSourceAloneSaysWhyAndNoMore() async throws {
        let folder = try TemporaryFolder()
        let lines = Mutex<[String]>([])
        let log = Log(line: { _, _, text in lines.withLock { $0.append(text) } })
        let pipeline = Pipeline(data: DataFolder(folder.path("data")), root: ".", time: TestClock().time, log: log)
        var settings = CollectSettings()
        (settings.names, settings.endpoint) = (["x"], "http://127.0.0.1:9")
        let error = await #expect(throws: PipelineError.self) { try await pipeline.collect(settings) }
        let why = "x: not set up: X needs a token in X_BEARER_TOKEN, and costs money"
        #expect(error?.description == "not collected: \(why)")
        #expect(lines.withLock { $0 }.contains(why))
        settings.names = ["pageviews", "x"]
        await #expect(throws: PipelineError.self) { try await pipeline.collect(settings) }
        #expect(lines.withLock { $0 }.contains { $0.hasSuffix("going on with the other sources") })
    }
}
