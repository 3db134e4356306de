import Catalog
import Censuses
import Core
import Foundation
import Snapshot
import TestSupport
import Testing

@Suite struct SnapshotStageTests {
    @Test func readsWhatItWrote() throws {
        try withTemporaryFolder { path in
            let summary = try SnapshotStage.write(contents(), to: path)
            #expect(summary.models == world.count)
            let read = try SnapshotStage.read(path)
            #expect(read.models == world)
            #expect(read == contents())
            #expect(summary.bytes == (try Folder(reading: path)).files.values.reduce(0) { $0 + $1.count })
        }
    }

    @Test func sameContentsSameBytesInAnyOrder() throws {
        try withTemporaryFolder { path in
            try SnapshotStage.write(contents(), to: "\(path)/a")
            var other = contents()
            other.models.reverse()
            other.models.append(other.models[0])
            other.sources.reverse()
            try SnapshotStage.write(other, to: "\(path)/b")
            #expect(try Folder(reading: "\(path)/a") == Folder(reading: "\(path)/b"))
        }
    }

    @Test func anEmptySelectionIsASnapshotToo() throws {
        try withTemporaryFolder { path in
            try SnapshotStage.write(contents([]), to: path)
            #expect(try SnapshotStage.read(path) == contents([]))
        }
    }

    @Test func removesWhatAnEarlierSnapshotLeftAndNothingElse() throws {
        try withTemporaryFolder { path in
            try SnapshotStage.write(contents(), to: path)
            let before = try Folder(reading: path).names
            try (["census-models-old.json.zst": "x", "README.md": "y"] as Folder).write(to: path)
            try SnapshotStage.write(contents(), to: path)
            #expect(try Folder(reading: path).names == (before + ["README.md"]).sorted())
        }
    }

    @Test func loadsIntoACatalog() throws {
        try withTemporaryFolder { path in
            try SnapshotStage.write(contents(), to: path)
            let catalog = try Catalog(path: ":memory:")
            let summary = try SnapshotStage.load(path, into: catalog)
            #expect(summary.models == world.count)
            var rows: [ModelRow] = []
            try catalog.forEachModel { rows.append($0) }
            #expect(rows.filter { !$0.repoID.hasPrefix("z/\u{1F989}") } == world.dropLast())
            #expect(try catalog.sources() == contents().sources)
            #expect(try catalog.censuses() == contents().censuses)
            #expect(try catalog.diagnostics().map(\.count) == [355_152])
        }
    }
}

@Suite struct DamagedSnapshotTests {
    @Test func aFileThatIsNotThere() throws {
        try withTemporaryFolder { path in
            expect("\(path)/manifest.json: not there; take a whole copy", path)
            try SnapshotStage.write(contents(), to: path)
            try FileManager.default.removeItem(atPath: "\(path)/models.columns")
            expect("\(path)/models.columns: not there; take a whole copy", path)
        }
    }

    @Test func aFileThatIsNotTheOneMeant() throws {
        try withTemporaryFolder { path in
            try SnapshotStage.write(contents(), to: path)
            for name in try Folder(reading: path).names where name != "manifest.json" {
                var folder = try Folder(reading: path)
                folder.files[name]![folder.files[name]!.count / 2] ^= 1
                try folder.write(to: "\(path)/damaged")
                expect("\(path)/damaged/\(name): not the file that the manifest names", "\(path)/damaged")
            }
        }
    }

    @Test(arguments: [
        ("\"version\": 1", "\"version\": 2", "form 2 is not known here (1 is); use a newer hubatlas"),
        ("\"version\": 1", "\"edition\": 1", "form without a number is not known here"),
        ("\"models\": 5", "\"models\": -5", "damaged: models is not a count"),
        ("\"models.columns\"", "\"../models.columns\"", "damaged: name is not the name of a file in this folder"),
        ("{", "", "damaged: "),
    ])
    func aManifestThatSaysSomethingElse(_ found: String, _ put: String, _ message: String) throws {
        try withTemporaryFolder { path in
            try SnapshotStage.write(contents(), to: path)
            var folder = try Folder(reading: path)
            let text = try #require(folder["manifest.json"])
            let range = try #require(text.range(of: found))
            folder["manifest.json"] = text.replacingCharacters(in: range, with: put)
            try folder.write(to: path)
            expect("\(path)/manifest.json: \(message)", path)
        }
    }

    private func expect(_ start: String, _ path: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let error = #expect(throws: SnapshotError.self, sourceLocation: sourceLocation) { try SnapshotStage.read(path) }
        #expect(error?.description.hasPrefix(start) == true, "\(error!)", sourceLocation: sourceLocation)
    }
}
