import Catalog
import Core
import JSON
import Lineage
import Testing

@testable import Censuses

@Suite struct CensusLineageTests {
    @Test func comesBackAsItWent() throws {
        let counted = try counted()
        #expect(counted.lineage?.derived == 3)
        #expect(counted.lineage?.roots.map(\.repoID) == ["acme/base", "gone/away"])
        let read = try Census(json: try JSONValue.parse(counted.json.bytes))
        #expect(read == counted)
    }

    @Test func aCensusWithoutItIsRead() throws {
        var members = try #require(try counted().json.object)
        members["lineage"] = nil
        #expect(try Census(json: .object(members)).lineage == nil)
    }

    @Test func saysWhatIsDamaged() throws {
        var members = try #require(try counted().json.object)
        var lineage = try #require(members["lineage"]?.object)
        lineage["months"] = ["month": [nil], "relation": ["cousin"], "count": [1]]
        members["lineage"] = .object(lineage)
        let error = #expect(throws: CensusError.self) { try Census(json: .object(members), at: "test") }
        #expect(error?.description.contains("months.relation[0] is not one of the values known here") == true)
    }

    @Test func hidesWhoAskedForIt() throws {
        let hidden = try counted().hiding(Exclusion("acme gone/away"))
        #expect(hidden.lineage?.roots.isEmpty == true)
        #expect(hidden.lineage?.rootMonths.isEmpty == true)
        #expect(hidden.lineage?.oddities.flatMap(\.examples).isEmpty == true)
        #expect(hidden.lineage?.derived == 3)
    }

    private func counted() throws -> Census {
        let catalog = try Catalog(path: ":memory:")
        for (id, base) in [
            ("acme/base", nil), ("b/one", "acme/base"), ("c/two", "acme/base"), ("d/three", "gone/away"),
        ] {
            var row = ModelRow(repoID: id)
            row.createdAt = Instant("2024-01-02T00:00:00Z")
            row.license = "mit"
            row.bases = [base].compactMap { $0 }.map { BaseModel(repoID: $0, relation: .finetune) }
            try catalog.upsert(row)
        }
        return try Census.compute(
            from: catalog, kind: .models,
            source: SourceRow(key: "test", title: "Test list", day: Day("2024-07-11")!, coverage: .whole, rows: 4))
    }
}
