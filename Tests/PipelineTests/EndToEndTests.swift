import Archive
import Catalog
import Censuses
import Collect
import Core
import FakeHub
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// A data folder, a Hub, and what a run said.
private final class World: Sendable {
    let folder: TemporaryFolder
    let hub: FakeHub
    let said = Mutex<[String]>([])
    /// The clock stands still and waits cost nothing, so that retries are over at once.
    let now = Mutex(1_763_712_000.0)

    init(models: Int = 300) throws {
        folder = try TemporaryFolder()
        hub = FakeHub(modelCount: models, seed: 7)
        try hub.start()
    }

    deinit { hub.stop() }

    var site: String { folder.path("site") }

    var pipeline: Pipeline {
        let log = Log(line: { level, stage, text in
            self.said.withLock { $0.append(stage.isEmpty ? text : "\(level) \(stage): \(text)") }
        })
        let time = TimeSource(now: { self.now.withLock { $0 } }, sleep: { _ in })
        return Pipeline(data: DataFolder(folder.path("data")), root: Repository.root, time: time, log: log)
    }

    var settings: CollectSettings {
        var settings = CollectSettings()
        settings.endpoint = hub.baseURL
        settings.names = ["models", "datasets", "spaces"]
        settings.pageSize = 100
        return settings
    }

    func forget() { said.withLock { $0 = [] } }
    /// The table of contents, without the times.
    var contents: [String] { said.withLock { $0.filter { $0.hasPrefix("[") } } }
    var warnings: [String] { said.withLock { $0.filter { $0.hasPrefix("warning") } } }
}

/// Stills and scripts need node, esbuild and the vendored D3, which `make setup` brings.
private let hasSiteTools: Bool = {
    let found = Files.exists(Repository.path("assets/vendor/d3.v7.min.js"))
    if !found { print("skipped: the end-to-end tests need assets/vendor, which 'make setup' brings") }
    return found
}()

@Suite(.enabled(if: hasSiteTools)) struct EndToEndTests {
    @Test func fromTheHubToASiteThatOpens() async throws {
        let world = try World()
        var settings = world.settings
        settings.top = 5
        #expect(try await world.pipeline.collect(settings).contains("models: 300 in 3 pages"))
        try await world.pipeline.build(out: world.site)
        #expect(
            world.contents.map { String($0.prefix(12)) } == [
                "[1/1] Collec", "[1/4] Clean ", "[2/4] Analyz", "[3/4] Index ", "[4/4] Site ·",
            ])
        #expect(try Catalog(path: world.folder.path("data/catalog.sqlite"), mode: .read).modelCount > 250)
        #expect(try SiteInspection.problems(at: world.site) == [])
        let page = try Folder(reading: world.site)["index.html"] ?? ""
        #expect(page.contains("Model list of 127.0.0.1"))
        #expect(try Folder(reading: world.site)["growth.html"]?.contains("growth-datasets") == true)
        let data = try Folder(reading: world.site)["data.html"] ?? ""
        #expect(data.contains("Dataset list of 127.0.0.1") && data.contains("Space list of 127.0.0.1"))
    }

    @Test func doesNothingTwiceAndTheSameWhenForced() async throws {
        let world = try World()
        _ = try await world.pipeline.collect(world.settings)
        try await world.pipeline.build(out: world.site)
        let first = try Folder(reading: world.site)
        world.forget()
        try await world.pipeline.build(out: world.site)
        #expect(world.contents.count == 4)
        #expect(world.contents.allSatisfy { $0.contains("· unchanged ·") })
        try await world.pipeline.build(out: world.site, isForced: true)
        #expect(try Folder(reading: world.site).differences(from: first) == [])
    }

    @Test func aDamagedCatalogIsMadeAgainFromTheArchive() async throws {
        let world = try World()
        _ = try await world.pipeline.collect(world.settings)
        try await world.pipeline.build(out: world.site)
        let catalog = world.folder.path("data/catalog.sqlite")
        try Files.write(Array("this is no database".utf8), to: catalog)
        #expect(Status(of: world.pipeline.data, now: Instant(seconds: 0)).text.contains("damaged: \(catalog)"))
        try await world.pipeline.build(out: world.site)
        #expect(try Catalog(path: catalog, mode: .read).modelCount > 250)
    }

    @Test func refreshGoesOnWithoutItsSourceAndSaysSo() async throws {
        let world = try World()
        try await world.pipeline.refresh(world.settings, out: world.site)
        #expect(!(try Folder(reading: world.site)["index.html"] ?? "").contains("could not be read"))
        world.hub.stop()
        world.now.withLock { $0 += 86_400 * 2 }
        var settings = world.settings
        settings.endpoint = "http://127.0.0.1:1"
        try await world.pipeline.refresh(settings, out: world.site)
        #expect(world.warnings.contains { $0.contains("going on with what there is") })
        for page in ["index.html", "growth.html"] {
            let text = try Folder(reading: world.site)[page] ?? ""
            #expect(text.contains("The source http://127.0.0.1:1 could not be read to the end on"))
        }
    }
}

@Suite struct CollectRunTests {
    @Test func datasetsAndSpacesAreListsLikeThatOfModels() async throws {
        let world = try World()
        var settings = world.settings
        settings.names = ["models", "datasets", "spaces"]
        settings.task = "text-generation"
        let said = try await world.pipeline.collect(settings)
        #expect(
            said.contains("datasets: \(world.hub.datasets.count)") && said.contains("spaces: \(world.hub.spaces.count)")
        )
        try await world.pipeline.buildSearch()
        let catalog = try Catalog(path: world.pipeline.data.catalog, mode: .read)
        #expect(try catalog.datasetCount == world.hub.datasets.count)
        #expect(try catalog.spaceCount == world.hub.spaces.count)
        let sources = try catalog.sources()
        #expect(Set(sources.map { $0.title.split(separator: " ")[0] }) == ["Model", "Dataset", "Space"])
        #expect(sources.filter { $0.coverage == .whole }.count == 2)
        let censuses = try catalog.censuses()
        #expect(censuses.first { $0.kind == .datasets }?.rows == world.hub.datasets.count)
        #expect(censuses.first { $0.kind == .spaces }?.source.title.hasPrefix("Space list") == true)
        // Every link that the Spaces state, more than a hundred of one model among them or not.
        let stated = world.hub.spaces.filter { !$0.isHostile }.reduce(0) { $0 + $1.links.count }
        var (found, stages) = (0, Set<String?>())
        try catalog.forEachSpace { space in
            found += space.models.count
            stages.insert(space.stage)
        }
        #expect(found >= stated && stated > 100)
        #expect(stages.isSuperset(of: ["RUNNING", "SLEEPING", "RUNTIME_ERROR", "BUILD_ERROR"]))
    }

    /// The newest list says what there is, the earlier ones what was counted.
    @Test func listsOfSeveralDaysAreAHistory() async throws {
        let world = try World(models: 60)
        var settings = world.settings
        settings.names = ["models", "datasets", "spaces"]
        for _ in 0..<3 {
            settings.isFresh = true
            _ = try await world.pipeline.collect(settings)
            world.now.withLock { $0 += 86_400 }
        }
        try await world.pipeline.buildSearch()
        let catalog = try Catalog(path: world.pipeline.data.catalog, mode: .read)
        #expect(try catalog.datasetCount == world.hub.datasets.count)
        for (kind, repos) in [(CountedKind.datasets, world.hub.datasets), (.spaces, world.hub.spaces)] {
            let repo = try #require(repos.first { !$0.isHostile })
            let seen = try catalog.history(of: repo.id, in: kind)
            #expect(seen.map(\.likes) == [repo.likes, repo.likes, repo.likes])
            #expect(seen.map(\.downloads) == [repo.downloads, repo.downloads, repo.downloads])
            #expect(zip(seen, seen.dropFirst()).allSatisfy { $1.day.number == $0.day.number + 1 })
            let lists = try catalog.sources().filter { $0.subject.rawValue == kind.rawValue }
            #expect(lists.map(\.coverage) == [.slice, .slice, .whole])
            #expect(Set(lists.map(\.rows)).count == 1)
        }
        #expect(try catalog.censuses().first { $0.kind == .spaces }?.rows == world.hub.spaces.count)
    }

    /// A list that was read to its end is due on another day; one that was broken off goes on.
    @Test func refreshRenewsWhatIsCompleteAndGoesOnWithTheRest() async throws {
        let world = try World(models: 60)
        var settings = world.settings
        settings.pageSize = 5
        settings.names = ["models", "datasets"]
        _ = try await world.pipeline.collect(settings)
        settings.names = ["models", "datasets", "spaces"]
        do {
            let archive = try Archive(at: world.pipeline.data.archive, mode: .write, time: world.pipeline.time)
            let plan = settings.plan(of: .spaces)
            _ = try archive.begin(
                "spaces", plan: plan.identity(endpoint: world.hub.baseURL),
                first: "\(world.hub.baseURL)/api/spaces?sort=createdAt&limit=5&expand=models")
        }
        world.now.withLock { $0 += 86_400 }
        // Without a site to build: what is collected is what this is about.
        await #expect(throws: (any Error).self) { try await world.pipeline.refresh(settings, out: "/dev/null/site") }
        let walks = try Archive(at: world.pipeline.data.archive, mode: .read).walks
        #expect(walks.map(\.name).sorted() == ["datasets", "datasets", "models", "models", "spaces"])
        #expect(walks.filter { !$0.isFinished } == [])
    }

    @Test func aListThatFailsLeavesTheOthers() async throws {
        let world = try World(models: 40)
        var settings = world.settings
        settings.names = ["datasets", "spaces"]
        settings.endpoint = "http://127.0.0.1:1"
        let error = await #expect(throws: PipelineError.self) { try await world.pipeline.collect(settings) }
        #expect(error?.description.contains("datasets") == true && error?.description.contains("spaces") == true)
    }

    @Test func aFinishedListIsWalkedAgainByRefreshOnlyOnAnotherDay() async throws {
        let world = try World(models: 50)
        var settings = world.settings
        settings.names = ["models", "datasets", "spaces"]
        _ = try await world.pipeline.collect(settings)
        let after = { try Archive(at: world.folder.path("data/archive"), mode: .read).walks.count }
        _ = try await world.pipeline.collect(settings)
        #expect(try after() == 3)
        #expect(try await world.pipeline.collect(settings) == "complete already; --fresh collects again")
        #expect(try world.pipeline.isDue(world.settings) == false)
        world.now.withLock { $0 += 86_400 }
        #expect(try world.pipeline.isDue(world.settings))
    }

    @Test func theSecondOfTwoRefuses() async throws {
        let world = try World(models: 20)
        let first = try Archive(at: world.folder.path("data/archive"), mode: .write)
        let error = await #expect(throws: ArchiveError.self) { try await world.pipeline.collect(world.settings) }
        #expect(error?.description.contains("in use by process") == true)
        withExtendedLifetime(first) {}
    }

    @Test func anArchiveOfAnotherKindIsRefusedWithAReason() async throws {
        let world = try World(models: 20)
        let other: Folder = ["data/archive/segments/.keep": "", "data/archive/manifest.json": "{\"format\":\"other\"}"]
        try other.write(to: world.folder.path)
        let error = await #expect(throws: ArchiveError.self) { try await world.pipeline.build(out: world.site) }
        #expect(error?.description.contains("no archive of hubatlas") == true)
    }

    @Test func theScopeOfTheSiteIsTheScopeOfTheCollection() throws {
        try withTemporaryFolder { folder in
            #expect(try CollectSettings(scopeOfSite: folder).author == nil)
            let conf: Folder = ["hubatlas.conf": "scope.author = bigscience\nscope.license = mit\n"]
            try conf.write(to: folder)
            let settings = try CollectSettings(scopeOfSite: folder)
            #expect(settings.author == "bigscience")
            #expect(settings.license == "mit")
        }
    }
}
