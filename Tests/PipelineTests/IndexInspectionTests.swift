import Core
import Embedding
import JSON
import SearchFormat
import TestSupport
import Testing

@testable import Pipeline

/// An index of no model, in a data folder: `hubatlas check` of it.
@Suite struct IndexInspectionTests {
    private static let root = Repository.path(".")

    private func withIndex(_ body: (_ data: DataFolder, _ index: IndexFolder) throws -> Void) throws {
        try withTemporaryFolder { path in
            let data = DataFolder(path)
            let writer = try IndexWriter(folder: data.search)
            var manifest = Manifest()
            manifest.impacts = (1...16).map { Double($0) / 20 }
            manifest.settings = try IndexInspection.settings(
                models: 0, levels: [], root: Self.root, embedder: .latentSemantic)
            manifest.orderHashes = try writer.write(.order, count: OrderList.Order.allCases.count) { number in
                OrderList(order: OrderList.Order(rawValue: number)!, documents: []).written
            }
            _ = try writer.finish(manifest: manifest, words: WordTable(words: [], popularity: []))
            try Files.write(Array("{}".utf8), to: data.stages)
            try body(data, try IndexFolder(data.search))
        }
    }

    private func problems(_ path: String, embedder: Embedder = .latentSemantic) throws -> [String] {
        let folder = try #require(IndexInspection.folder(at: path))
        return try IndexInspection.problems(in: folder, root: Self.root, embedder: embedder)
    }

    @Test func aWholeIndexHasNone() throws {
        try withIndex { data, _ in
            #expect(IndexInspection.folder(at: data.path) == data.search)
            #expect(IndexInspection.folder(at: data.search) == data.search)
            let found = try problems(data.path)
            #expect(found.isEmpty)
        }
    }

    @Test func filesThatAreNotAsListedAreNamed() throws {
        try withIndex { data, index in
            try Files.write(Array("x".utf8), to: "\(data.search)/\(index.list.words)")
            try Files.write([], to: "\(data.search)/stray.js")
            let found = try problems(data.path)
            #expect(found.count == 2)
            #expect(found[0].hasPrefix("\(data.search)/\(index.list.words) has 1 bytes instead of"))
            #expect(found[1] == "\(data.search)/stray.js belongs to no index")
            try Files.remove("\(data.search)/\(index.list.manifest)")
            // It is said once that the manifest is not there.
            let lost = try problems(data.path)
            #expect(lost.count { $0.contains(index.list.manifest) } == 1)
        }
    }

    @Test func anIndexOfOtherSettingsIsTold() throws {
        try withIndex { data, index in
            var manifest = try index.manifest()
            let writer = try IndexWriter(folder: data.search)
            manifest.settings = "0123456789abcdef"
            _ = try writer.finish(manifest: manifest, words: WordTable(words: [], popularity: []))
            let found = try problems(data.path)
            #expect(found.count == 1)
            #expect(found.first?.contains("is of other settings or another hubatlas (0123456789abcdef, here ") == true)
        }
    }

    @Test func aLostListIsAnErrorThatSaysWhatToDo() throws {
        try withIndex { data, _ in
            try Files.remove("\(data.search)/\(IndexList.fileName)")
            let error = #expect(throws: SearchFormatError.self) { try problems(data.path) }
            #expect(error?.description.contains("'hubatlas build' makes it") == true)
        }
    }

    @Test func aSiteIsNoIndex() throws {
        try withTemporaryFolder { path in
            try Folder(files: ["data/search/index.json": Array("{}".utf8), "index.html": []]).write(to: path)
            #expect(IndexInspection.folder(at: path) == nil)
            #expect(IndexInspection.folder(at: "\(path)/data/search") == nil)
        }
    }
}
