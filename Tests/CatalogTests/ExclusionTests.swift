import Core
import SQLite
import Testing

@testable import Catalog

@Suite struct ExclusionTests {
    @Test(
        arguments: [
            ("Acme/Model", true), ("acme/model-2", false), ("gone-owner/x", true), ("GONE-OWNER/y", true),
            ("gone-owner-2/x", false), ("a/gone-owner", false), ("", false),
        ])
    func namesAreComparedWithoutCase(id: String, isHidden: Bool) {
        #expect(Exclusion("acme/MODEL,\tgone-owner ,, ").hides(repo: id) == isHidden)
    }

    /// Whatever table holds the name in whatever column: no text of the catalog has it in the end.
    @Test func noTextOfTheCatalogHoldsWhatIsHidden() throws {
        let catalog = try full()
        try catalog.exclude(Exclusion("hidden-owner, seen/Hidden-Model"))
        var lines: [String] = []
        try catalog.dump { lines.append($0) }
        #expect(lines.filter { $0.lowercased().contains("hidden-") } == [])
        let kept = try #require(try catalog.model("seen/kept"))
        #expect(kept.bases.map(\.repoID) == ["seen/base"])
        #expect(kept.datasets == ["seen/data"])
        #expect(kept.tags == ["dataset:seen/data", "nice words"])
        #expect(kept.observations.count == 1)
        #expect(try catalog.modelCount == 2)
        #expect(try catalog.datasetCount == 1 && catalog.spaceCount == 1)
    }

    /// Nothing else goes: a word that merely looks like the owner is no owner.
    @Test func whatIsNotHiddenStays() throws {
        let catalog = try full()
        let before = try catalog.modelCount
        let nothing = Excluded(unknown: ["nobody/nothing", "text-generation"])
        #expect(try catalog.exclude(Exclusion("text-generation, nobody/nothing")) == nothing)
        #expect(try catalog.modelCount == before)
        #expect(try catalog.exclude(Exclusion()) == Excluded())
    }

    /// A name that hides nothing is told: it may be misspelled. One that stands only in a tag hides that.
    @Test func namesThatNothingHasAreTold() throws {
        let catalog = try full()
        let excluded = try catalog.exclude(Exclusion("HIDDEN-OWNER, seen/hidden-model, hiden-owner, seen/data, a/b"))
        #expect(excluded.unknown == ["a/b", "hiden-owner"])
        #expect(excluded.rows > 0)
    }

    /// Who was renamed after a request stays hidden.
    @Test func aFormerNameHidesThePresentOne() throws {
        let catalog = try Catalog(path: ":memory:")
        for (name, day) in [("old/name", 20_000), ("new/name", 20_100)] {
            var row = ModelRow(repoID: name)
            row.hubID = "h1"
            row.observations = [Observation(day: Day(number: day), downloads: 1, likes: 1)]
            try catalog.upsert(row)
        }
        #expect(try catalog.model("new/name") != nil)
        try catalog.exclude(Exclusion("old/name"))
        var lines: [String] = []
        try catalog.dump { lines.append($0) }
        #expect(lines.filter { $0.contains("/name") } == [])
    }

    private func full() throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        for (number, name) in ["hidden-owner/a", "Seen/hidden-model", "seen/kept", "seen/base"].enumerated() {
            var row = ModelRow(repoID: name)
            row.hubID = "id\(number)"
            row.owner = String(name.split(separator: "/")[0])
            row.task = "text-generation"
            row.bases = ["hidden-owner/a", "seen/base"].map { BaseModel(repoID: $0, relation: .merge) }
            row.datasets = ["hidden-owner/data", "seen/data"]
            row.tags = [
                "dataset:hidden-owner/data", "dataset:seen/data", "base_model:merge:Seen/Hidden-Model", "nice words",
            ]
            row.observations = [Observation(day: Day(number: 20_000), downloads: 5, likes: 5)]
            try catalog.upsert(row)
        }
        for owner in ["hidden-owner", "seen"] {
            var dataset = DatasetRow(repoID: "\(owner)/data")
            dataset.owner = owner
            try catalog.upsert(dataset)
            var space = SpaceRow(repoID: "\(owner)/space")
            space.models = ["hidden-owner/a", "seen/base"]
            space.datasets = ["hidden-owner/data"]
            try catalog.upsert(space)
        }
        try catalog.countSpacesOfModels()
        var counts = DiagnosticCounts()
        counts.add(Diagnostic("base.self", at: "hidden-owner/a", "hidden-owner/a"))
        try catalog.setDiagnostics(counts, of: "list")
        return catalog
    }
}
