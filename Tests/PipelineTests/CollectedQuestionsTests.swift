import Analysis
import Catalog
import Core
import FakeHub
import Matching
import Report
import SQLite
import Sources
import TestSupport
import Testing

@testable import Pipeline

/// The questions' pages from what was collected, not from the snapshot: of an invented Hub, and of recorded lists where they
/// lie beside the checkout. What a page says is counted again in the catalog, by SQL.
@Suite struct CollectedQuestionsTests {
    @Test func ofAnInventedHubEveryQuestionIsAnswered() async throws {
        let hub = FakeHub(modelCount: 900, seed: 3)
        try hub.start()
        defer { hub.stop() }
        let answers = try await Answers(from: hub.baseURL, requests: 10_000)
        for id in Answers.questions {
            let page = try answers.page(id)
            #expect(!page.figures.isEmpty && !page.findings.isEmpty, "\(id): \(page.lede.plain)")
            #expect(page.figures.allSatisfy { $0.table.rowCount > 0 && !$0.provenance.source.isEmpty }, "\(id)")
        }
        try answers.agreeOnTheLists()
        try answers.agreeOnTheWork()
        let placed = try answers.count(
            "models m JOIN communities c ON lower(c.community) = lower(m.owner) WHERE c.country IS NOT NULL")
        #expect(placed > 0 && answers.says("map", "\(Format.int(placed)) come"))
    }

    @Test(.timeLimit(.minutes(15))) func ofRecordedListsTheyAreToo() async throws {
        guard
            let replay = try Replay(
                "--limit-records", "60000", "--plan", "unlimited", kinds: "models,datasets,spaces",
                for: "the questions' pages from recorded lists")
        else { return }
        let answers = try await Answers(from: replay.url, requests: 100)
        for id in Answers.questions where !["race", "network"].contains(id) {
            #expect(try !answers.page(id).figures.isEmpty, "\(id)")
        }
        try answers.agreeOnTheLists()
        // Every number of a page is one: nothing was divided by nothing.
        for page in answers.pages {
            let said = ([page.lede] + page.shows + page.findings.map(\.sentence)).map(\.plain).joined(separator: " ")
            #expect(!said.contains("nan") && !said.contains("inf "), "\(page.id)")
        }
        withExtendedLifetime(replay) {}
    }
}

/// Everything of one Hub, collected, cleaned and answered.
private struct Answers {
    static let questions = [
        "evolution", "growth", "sizes", "race", "map", "benchmarks", "adoption", "network", "lineage", "activity",
    ]

    let pages: [Page]
    private let folder: TemporaryFolder
    private let database: Database

    init(from hub: String, requests: Int) async throws {
        folder = try TemporaryFolder()
        // Waits between tries take no time here.
        let time = TimeSource(now: { 1_795_000_000 }, sleep: { _ in })
        let data = DataFolder(folder.path("data"))
        let pipeline = Pipeline(data: data, root: Repository.root, time: time, log: .silent)
        var settings = CollectSettings()
        settings.endpoint = hub
        settings.requests = requests
        settings.choice = RepoChoice(count: 60, people: 60)
        _ = try await pipeline.collect(settings)
        let stages = try pipeline.buildStages(out: folder.path("site"), notices: [])
        try await pipeline.runner(false).run(Array(stages.prefix(1)))
        database = try Database(path: data.catalog, mode: .readOnly)
        let families = try FamilyTable(path: Repository.path("assets/mentions/families.json"))
        pages = try AnalysisStage.run(catalog: try Catalog(path: data.catalog, mode: .read), families: families)
    }

    func page(_ id: String) throws -> Page { try #require(pages.first { $0.id == id }) }

    /// Whether a page's first sentences do, whatever kind of space they use.
    func says(_ id: String, _ words: String) -> Bool {
        pages.first { $0.id == id }?.lede.plain.replacing(/[\u{A0}\u{202F}]/, with: " ").contains(words) ?? false
    }

    func number(_ sql: String) throws -> Double {
        try database.prepare(sql).first { $0.double(0) }.flatMap(\.self) ?? .nan
    }
    func count(_ rest: String) throws -> Int { Int(try number("SELECT count(*) FROM \(rest)")) }

    func agreeOnTheLists() throws {
        let models = try count("models")
        #expect(says("growth", Format.int(models)))
        let derived = Int(try number("SELECT count(DISTINCT model) FROM bases"))
        #expect(says("lineage", "\(Format.int(derived)) of the \(Format.int(models)) models"))
        let zero = try number("SELECT avg(downloads = 0) FROM models WHERE downloads IS NOT NULL")
        #expect(says("adoption", Format.percent(zero).replacing("\u{202F}", with: " ")))
        let sized = try count("models WHERE parameters > 0 AND created_at IS NOT NULL AND NOT is_before_record")
        #expect(says("sizes", "\(Format.int(sized)) models"))
    }

    func agreeOnTheWork() throws {
        let takingPart = """
            repo_accounts p JOIN accounts a ON a.id = p.account JOIN activity_repos r ON r.id = p.repo \
            WHERE NOT a.is_bot AND p.commits > 0
            """
        let people = Int(try number("SELECT count(DISTINCT a.id) FROM \(takingPart) AND r.kind = 'models'"))
        #expect(people > 0 && says("network", "\(Format.int(people)) people"))
        let alone = try count("(SELECT r.id FROM \(takingPart) GROUP BY r.id HAVING count(*) = 1)")
        #expect(alone > 0 && says("activity", "\(Format.int(alone)) ("))
    }
}
