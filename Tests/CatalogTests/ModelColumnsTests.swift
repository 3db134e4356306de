import Core
import SQLite
import Testing

@testable import Catalog

@Suite struct ModelColumnsTests {
    @Test func columnsHoldWhatTheRowsHold() throws {
        let catalog = try Catalog(path: ":memory:")
        var before = ModelRow(repoID: "gpt2")
        before.isBeforeRecord = true
        let rows = [full("acme/a"), before, full("acme/b"), ModelRow(repoID: "acme/c")]
        for row in rows { try catalog.upsert(row) }
        let columns = try ModelColumns(reading: catalog)
        #expect(columns.count == rows.count)
        for (i, row) in rows.enumerated() {
            #expect(columns.repoIDs[i] == row.repoID)
            #expect(columns.owners[i] == row.owner)
            #expect(columns.createdOn[i].map { Int($0) } == row.createdAt?.day.number)
            #expect(columns.createdIn(i) == row.createdAt?.day.month)
            #expect(columns.isBeforeRecord[i] == row.isBeforeRecord)
            #expect(columns.tasks[i] == row.task)
            #expect(columns.modalities[i] == row.modality)
            #expect(columns.libraries[i] == row.library)
            #expect(columns.licenses[i] == row.license)
            #expect(columns.licenseClasses[i] == row.licenseClass)
            #expect(columns.languages[i] == row.languages)
            #expect(columns.formats[i] == row.formats)
            #expect(columns.architectures[i] == row.architecture)
            #expect(columns.parameters[i] == row.parameters ?? -1)
            #expect(columns.parametersFrom[i] == row.parametersFrom)
            #expect(columns.isMixtureOfExperts[i] == row.isMixtureOfExperts)
            #expect(columns.isMerge[i] == row.isMerge)
            #expect(columns.downloads[i] == row.downloads ?? -1)
            #expect(columns.likes[i] == row.likes ?? -1)
        }
        #expect(columns.tasks.values == ["text-generation"])
        #expect(columns.tasks.codes == [0, -1, 0, -1])
    }

    @Test func anEmptyCatalogHasEmptyColumns() throws {
        let columns = try ModelColumns(reading: Catalog(path: ":memory:"))
        #expect(columns.count == 0 && columns.repoIDs.count == 0 && columns.languages.values.isEmpty)
    }

    @Test func aWordNobodyWroteIsAnError() throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.upsert(full("acme/a"))
        try catalog.database.execute("UPDATE models SET modality = 'smell'")
        let error = #expect(throws: CatalogError.self) { try ModelColumns(reading: catalog) }
        #expect(error?.description.contains("Modality \"smell\"") == true)
    }

    @Test func factsFillGapsOnlyOfModelsThatAreListed() throws {
        let catalog = try Catalog(path: ":memory:")
        try catalog.upsert(model("a/a", likes: 1, on: "2024-07-11"))
        var fact = ModelRow(repoID: "a/a")
        fact.gated = .gated
        fact.bases = [BaseModel(repoID: "b/b", relation: .quantized)]
        #expect(try catalog.fillGaps(with: fact) != nil)
        fact.bases = [BaseModel(repoID: "c/c", relation: .merge)]
        #expect(try catalog.fillGaps(with: fact) != nil)
        let row = try catalog.model("a/a")
        #expect(row?.gated == .gated && row?.likes == 1)
        #expect(row?.bases.map(\.repoID) == ["b/b", "c/c"])
        fact.repoID = "x/unknown"
        #expect(try catalog.fillGaps(with: fact) == nil)
        #expect(try catalog.modelCount == 1)
    }

    @Test func factsAloneMakeRows() throws {
        let catalog = try Catalog(path: ":memory:")
        #expect(try catalog.fillGaps(with: ModelRow(repoID: "a/a")) != nil)
        #expect(try catalog.fillGaps(with: ModelRow(repoID: "b/b")) != nil)
        #expect(try catalog.modelCount == 2)
    }
}
