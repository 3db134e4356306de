import Catalog
import Censuses
import Core
import Lineage
import Testing

@Suite struct CatalogCensusesTests {
    @Test func countsWhatTheCatalogHas() throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.transaction { for row in listing { try catalog.upsert(row) } }
        var counted = try Census.compute(from: catalog, kind: .models, source: source)
        #expect(counted.lineage?.models == listing.count)
        counted.lineage = nil
        #expect(counted == census(of: listing))
        #expect(try Census.compute(from: catalog, kind: .datasets, source: source).rows == 0)
    }

    @Test func countsDatasetsAndSpaces() throws {
        let catalog = try Catalog(path: ":memory:")
        var dataset = DatasetRow(repoID: "a/texts")
        dataset.owner = "a"
        dataset.tasks = ["text-classification", "translation"]
        dataset.downloads = 3
        dataset.isBeforeRecord = true
        try catalog.upsert(dataset)
        var space = SpaceRow(repoID: "b/demo")
        space.owner = "b"
        space.likes = 2
        space.createdAt = Instant("2023-05-01T00:00:00Z")
        try catalog.upsert(space)

        let datasets = try Census.compute(from: catalog, kind: .datasets, source: source)
        #expect((datasets.rows, datasets.owners, datasets.beforeRecord) == (1, 1, 1))
        #expect(datasets.cells.map(\.task) == ["text-classification"])
        #expect(datasets.downloads.sum == 3)
        let spaces = try Census.compute(from: catalog, kind: .spaces, source: source)
        #expect(spaces.byMonth.map(\.key) == [Month("2023-05")])
        #expect(spaces.downloads.unknown == 1)
    }

    @Test func keepsCensusesAsDocumentsOldestFirst() throws {
        let catalog = try Catalog(path: ":memory:")
        var older = census(of: listing)
        older.source.key = "z-older"
        older.source.day = Day("2022-02-15")!
        try catalog.add(census(of: listing))
        try catalog.add(older)
        try catalog.add(census(of: listing))
        #expect(try catalog.censuses() == [older, census(of: listing)])
    }

    @Test func saysWhichDocumentIsDamaged() throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.setCensusDocument(id: "models x", json: Array("{".utf8))
        let error = #expect(throws: CensusError.self) { try catalog.censuses() }
        #expect(error?.description.hasPrefix("census of models x: not JSON") == true)
    }
}
