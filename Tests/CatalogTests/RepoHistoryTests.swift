import Core
import SQLite
import Testing

@testable import Catalog

/// Datasets and Spaces have a history as models have; of Spaces it is one of likes.
@Suite struct RepoHistoryTests {
    private let catalog: Catalog

    init() throws { catalog = try Catalog(path: ":memory:") }

    private func dataset(_ name: String, _ hubID: String?, downloads: Int?, likes: Int? = 1) -> DatasetRow {
        var row = DatasetRow(repoID: name)
        (row.hubID, row.downloads, row.likes) = (hubID, downloads, likes)
        return row
    }

    private func space(_ name: String, _ hubID: String?, likes: Int) -> SpaceRow {
        var row = SpaceRow(repoID: name)
        (row.hubID, row.likes) = (hubID, likes)
        return row
    }

    private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }

    private func downloads(_ name: String) throws -> [Int?] {
        try catalog.history(of: name, in: .datasets).map(\.downloads)
    }

    @Test func everyDayIsKeptUnderTheNameOfToday() throws {
        try catalog.upsert(dataset("a/old", "1", downloads: 5), on: day(0))
        try catalog.upsert(dataset("a/new", "1", downloads: 7), on: day(1))
        try catalog.upsert(space("a/old", "2", likes: 3), on: day(0))
        try catalog.upsert(space("a/new", "2", likes: 4), on: day(1))
        #expect(try downloads("a/new") == [5, 7])
        #expect(try downloads("a/old") == [])
        #expect(try catalog.history(of: "a/new", in: .spaces).map(\.likes) == [3, 4])
        #expect(try catalog.history(of: "a/new", in: .spaces).allSatisfy { $0.downloads == nil })
        #expect(try catalog.datasetCount == 1 && catalog.spaceCount == 1)
        // A day's later answer stands; a row without a day has no counts of one.
        try catalog.upsert(dataset("a/new", "1", downloads: 8), on: day(1))
        try catalog.upsert(dataset("a/new", "1", downloads: 9))
        #expect(try downloads("a/new") == [5, 8])
    }

    @Test func anEarlierListAddsToWhatIsHereAndToNothingElse() throws {
        try catalog.upsert(dataset("a/new", "1", downloads: 7), on: day(2))
        try catalog.upsert(dataset("b/b", "2", downloads: 1), on: day(2))
        #expect(try catalog.addPast(dataset("a/old", "1", downloads: 5), on: day(0)) != nil)
        #expect(try catalog.addPast(dataset("a/new", nil, downloads: 6), on: day(1)) != nil)
        #expect(try catalog.addPast(dataset("a/new", "1", downloads: 99), on: day(2)) != nil)
        #expect(try catalog.addPast(dataset("b/b", "other", downloads: 4), on: day(0)) == nil)
        #expect(try catalog.addPast(dataset("gone/gone", "3", downloads: 4), on: day(0)) == nil)
        #expect(try downloads("a/new") == [5, 6, 7])
        #expect(try downloads("b/b") == [1])
        #expect(try catalog.datasetCount == 2)
        let named = try catalog.database.prepare("SELECT name FROM dataset_former_names").all { $0.string(0) }
        #expect(named == ["a/old"])
    }

    @Test func aNameThatGoesOverTakesNoHistoryAlong() throws {
        try catalog.upsert(dataset("a/x", "1", downloads: 5), on: day(0))
        try catalog.upsert(dataset("a/y", "2", downloads: 6), on: day(0))
        // The second takes the name of the first, which is gone.
        try catalog.upsert(dataset("a/x", "2", downloads: 7), on: day(1))
        #expect(try downloads("a/x") == [6, 7])
        // Another repo of that name.
        try catalog.upsert(dataset("a/x", "9", downloads: 1), on: day(2))
        #expect(try downloads("a/x") == [1])
        #expect(try catalog.datasetCount == 1)
        for table in ["dataset_history", "dataset_former_names"] {
            let rows = try catalog.database.prepare("SELECT count(*) FROM \(table)").first { $0.int(0) }
            #expect(rows == (table == "dataset_history" ? 1 : 0), "\(table)")
        }
    }

    @Test func brokenCountersAreMarkedOfDownloadsAndOfTheLikesOfSpaces() throws {
        for (i, count) in [5_000, 0, 4_000].enumerated() {
            try catalog.upsert(dataset("a/a", "1", downloads: count), on: day(i))
            try catalog.upsert(space("a/a", "2", likes: count), on: day(i))
        }
        let found = try catalog.markGlitches()
        #expect(found.byIdentifier.mapValues(\.count) == ["downloads.glitch": 1, "likes.glitch": 1])
        #expect(try catalog.glitches(of: "a/a", in: .datasets) == [day(1)])
        #expect(try catalog.glitches(of: "a/a", in: .spaces) == [day(1)])
        #expect(try catalog.glitches(of: "a/a") == [])
        // Marked again, they are not there twice.
        #expect(try catalog.markGlitches().total == 2)
    }

    @Test func whatIsHiddenLeavesNoHistoryWhateverItWasCalled() throws {
        for (name, number) in [("hidden/old", 0), ("a/now", 1)] {
            try catalog.upsert(dataset(name, "1", downloads: 500 * (1 - number)), on: day(number))
            try catalog.upsert(space(name, "2", likes: 1), on: day(number))
        }
        try catalog.upsert(dataset("a/now", "1", downloads: 400), on: day(2))
        try catalog.upsert(dataset("kept/kept", "3", downloads: 1), on: day(0))
        _ = try catalog.markGlitches()
        try catalog.exclude(Exclusion("hidden"))
        #expect(try catalog.datasetCount == 1 && catalog.spaceCount == 0)
        #expect(try downloads("kept/kept") == [1])
        for table in ["dataset_glitches", "dataset_former_names", "space_history", "space_former_names"] {
            #expect(try catalog.database.prepare("SELECT count(*) FROM \(table)").first { $0.int(0) } == 0, "\(table)")
        }
        #expect(try catalog.database.prepare("SELECT count(*) FROM dataset_history").first { $0.int(0) } == 1)
    }

    /// A catalog of before has its rows still, and begins its history.
    @Test func anOlderCatalogGetsTheTables() throws {
        let database = try Database(path: ":memory:", mode: .create)
        let before = [Migration].all.prefix { $0.name != Migration.repoHistory.name }
        try database.migrate(Array(before))
        try database.execute(
            "INSERT INTO datasets (repo_id, is_before_record, license_class) VALUES ('a/b', 0, 'none')")
        try database.migrate()
        #expect(try database.prepare("SELECT count(*) FROM datasets").first { $0.int(0) } == 1)
        for kind in CountedKind.allCases {
            for table in [kind.history, kind.glitches, kind.formerNames] {
                #expect(try database.prepare("SELECT count(*) FROM \(table)").first { $0.int(0) } == 0, "\(table)")
            }
        }
    }
}
