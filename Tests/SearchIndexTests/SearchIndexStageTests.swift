import Catalog
import Core
import SQLite
import SearchFormat
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct SearchIndexStageTests {
    /// What an index of a dozen models holds, to be read by people.
    @Test func tinyHubIsIndexed() throws {
        try withTemporaryFolder { folder in
            try expectSnapshot(try ReadIndex(TinyHub.build(in: folder)).text, "tiny.txt")
        }
    }

    @Test func sameCatalogSameBytes() throws {
        try withTemporaryFolder { folder in
            try TinyHub.build(in: "\(folder)/a")
            try TinyHub.build(in: "\(folder)/b")
            try TinyHub.build(TinyHub.rows.reversed(), in: "\(folder)/c")
            let first = try Folder(reading: "\(folder)/a")
            for other in ["b", "c"] {
                #expect(try Folder(reading: "\(folder)/\(other)").differences(from: first) == [])
            }
        }
    }

    @Test func whatHasNotChangedKeepsItsName() throws {
        try withTemporaryFolder { folder in
            let before = try TinyHub.build(in: folder).list
            var rows = TinyHub.rows
            // Seen by details alone.
            rows[0].fileCount = 18
            let after = try TinyHub.build(rows, in: folder).list
            let changed = Set(after.files.map(\.name)).subtracting(before.files.map(\.name))
            #expect(Set(changed.map { $0.prefix(1) }) == ["x", "d", "m"])
            #expect(try IndexFolder(folder).problems() == [])
        }
    }

    @Test func whatIsWrongWithAFolderIsFound() throws {
        try withTemporaryFolder { path in
            let folder = try TinyHub.build(in: path)
            #expect(try folder.problems() == [])
            let name = folder.list.files.first { $0.name.hasPrefix("d") }!.name
            try Folder(files: [name: Array("x".utf8), "stray.js": []]).write(to: path)
            let problems = try folder.problems()
            #expect(problems.count == 2 && problems[0].hasPrefix(name) && problems[1] == "stray.js belongs to no index")
        }
    }

    @Test func emptyCatalogGivesAnEmptyIndex() throws {
        try withTemporaryFolder { folder in
            let index = try ReadIndex(TinyHub.build([], in: folder))
            #expect(index.documents.isEmpty && index.terms.isEmpty && index.manifest.modelCount == 0)
        }
    }

    @Test func everythingIsCountedOnce() throws {
        try withTemporaryFolder { folder in
            let index = try ReadIndex(TinyHub.build(in: folder))
            #expect(index.terms.values.reduce(0) { $0 + $1.count } == index.manifest.postingCount)
            #expect(index.terms.count == index.manifest.termCount)
            #expect(Set(index.documents.map(\.id)) == Set(TinyHub.rows.map(\.repoID)))
            #expect(index.facets.reduce(0) { $0 + $1.count } == TinyHub.rows.count)
            #expect(index.details.count == TinyHub.rows.count)
            let inOrder = index.termTexts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            #expect(index.termTexts == inOrder)
            for text in index.termTexts { #expect(index.manifest.termShard(of: Array(text.utf8)) != nil) }
        }
    }

    @Test func facetCountsAreThoseOfTheDatabase() throws {
        try withTemporaryFolder { folder in
            let catalog = try TinyHub.catalog()
            try SearchIndexStage.run(catalog: catalog, synonyms: TinyHub.synonyms, out: folder, log: .silent)
            let manifest = try IndexFolder(folder).manifest()
            for (column, table) in [
                ("task", manifest.tables.tasks), ("library", manifest.tables.libraries),
                ("architecture", manifest.tables.architectures), ("license", manifest.tables.licenses),
            ] {
                let query = "SELECT \(column), count(*) FROM models WHERE \(column) IS NOT NULL GROUP BY 1"
                let rows = try catalog.database.prepare(query).all { (try $0.neededString(0), try $0.neededInt(1)) }
                let named = zip(table.names, table.counts).filter { $0.0 != nil }.map { ($0!, $1) }
                #expect(Dictionary(uniqueKeysWithValues: named) == Dictionary(uniqueKeysWithValues: rows), "\(column)")
            }
            let none = try catalog.database.prepare("SELECT count(*) FROM models WHERE task IS NULL").first {
                try $0.neededInt(0)
            }
            #expect(manifest.counts.withoutTask == none)
            #expect(manifest.counts.kind.reduce(0, +) == TinyHub.rows.count)
        }
    }

    @Test func aFacetChunkSaysWhatItsDocumentsSay() throws {
        try withTemporaryFolder { folder in
            let index = try ReadIndex(TinyHub.build(in: folder))
            for chunk in index.facets {
                var expected = FacetChunk(number: chunk.number, first: chunk.first)
                for i in 0..<chunk.count { expected.append(index.documents[chunk.first + i]) }
                #expect(chunk == expected)
            }
        }
    }

    @Test func columnsAndOrdersSayWhatTheDocumentsSay() throws {
        try withTemporaryFolder { folder in
            let index = try ReadIndex(TinyHub.build(in: folder))
            let entries = index.documents
            #expect(index.columns[.downloads] == entries.map { 1 + ($0.downloads ?? -1) })
            #expect(index.columns[.likes] == entries.map { 1 + ($0.likes ?? -1) })
            #expect(index.columns[.architecture] == entries.map { 1 + ($0.architecture ?? -1) })
            #expect(index.columns[.parameters] == entries.map { RoundedNumber.code($0.parameters) })
            let created = index.columns[.created]!.map { DocumentEntry.Creation(code: $0) }
            #expect(created == entries.map(\.created))
            let keys: [OrderList.Order: (DocumentEntry) -> Int] = [
                .new: { $0.created.day.map { -$0 } ?? .max }, .small: { $0.parameters ?? .max },
                .large: { $0.parameters.map { -$0 } ?? .max },
            ]
            for (order, key) in keys {
                let expected = entries.indices.sorted { (key(entries[$0]), $0) < (key(entries[$1]), $1) }
                #expect(index.orders[order] == expected)
            }
        }
    }
}
