import Archive
import Collect
import Compression
import Core
import Foundation
import TestSupport
import Testing

@Suite struct FileImportTests {
    let folder: TemporaryFolder
    let day = Instant("2024-07-11T00:00:00Z")!
    init() throws { folder = try TemporaryFolder() }

    func archive() throws -> Archive { try Archive(at: folder.path("archive"), mode: .write) }

    func put(_ text: String, _ name: String) throws -> String {
        let bytes = Array(text.utf8)
        try Files.write(name.hasSuffix(".zst") ? Zstd.compress(bytes) : bytes, to: folder.path(name))
        return folder.path(name)
    }

    @Test(arguments: ["models.ndjson", "models.ndjson.zst"]) func linesInPagesOfAThousand(name: String) throws {
        let lines = (0..<2500).map { #"{"id":"a/\#($0)"}"# + "\n" }
        let path = try put(lines.joined(), name)
        let archive = try archive()
        let walk = try CollectStage.importFile(path, format: "hub-models-ndjson", into: archive, fetchedAt: day)
        #expect((walk.pages, walk.records, walk.isFinished) == (3, 2500, true))
        var text = ""
        try archive.forEachPage(of: walk.id, onDamage: { Issue.record("\($0)") }) { page in
            #expect((page.format, page.fetchedAt, page.status) == ("hub-models-ndjson", day, 200))
            text += String(decoding: page.body, as: UTF8.self)
        }
        #expect(text == lines.joined())
        #expect(archive.entries.map(\.url) == [0, 1000, 2000].map { "file:\(name)#record=\($0)" })
    }

    @Test func aFinishedImportIsNotDoneAgainUnlessAsked() throws {
        let path = try put("id\na\nb\n", "list.csv")
        let archive = try archive()
        let first = try CollectStage.importFile(path, format: "csv-2022-07", into: archive, fetchedAt: day)
        #expect(try CollectStage.importFile(path, format: "csv-2022-07", into: archive, fetchedAt: day) == first)
        #expect(archive.entries.count == 1)
        let again = try CollectStage.importFile(path, format: "csv-2022-07", into: archive, fetchedAt: day, fresh: true)
        #expect(again.id != first.id)
        #expect(archive.entries.count == 2)
    }

    /// Name and length alone do not make a file the same.
    @Test func anotherFileOfOneNameAndLengthIsAnotherImport() throws {
        let archive = try archive()
        let path = try put("id\na\nb\n", "list.csv")
        let first = try CollectStage.importFile(path, format: "csv-2022-07", into: archive, fetchedAt: day)
        _ = try put("id\nc\nd\n", "list.csv")
        let second = try CollectStage.importFile(path, format: "csv-2022-07", into: archive, fetchedAt: day)
        #expect(second.id != first.id && archive.entries.count == 2)
    }

    @Test func aFolderIsNoFile() throws {
        let error = #expect(throws: CollectError.self) {
            try CollectStage.importFile(folder.path, format: "csv-2022-07", into: try archive(), fetchedAt: day)
        }
        #expect(error?.reason == .noRegularFile)
    }

    /// Looking at its beginning comes first, so that says it, too.
    @Test func aPipeIsNoFile() throws {
        let pipe = folder.path("pipe.ndjson")
        #expect(mkfifo(pipe, 0o600) == 0)
        let error = #expect(throws: CollectError.self) { try CollectStage.beginning(ofFile: pipe) }
        #expect(error?.reason == .noRegularFile)
        #expect(error?.description.contains("a folder, a pipe or a device") == true)
        #expect(error?.description.contains("write it into a file first") == true)
    }

    @Test func aDamagedFileStopsAndTheNextTryGoesOn() throws {
        let text = (0..<3000).map { "\($0 &* 2_654_435_761)\n" }.joined()
        let whole = try Zstd.compress(Array(text.utf8))
        let path = folder.path("list-ndjson.zst")
        let archive = try archive()
        try Files.write(Array(whole.dropLast(10)), to: path)
        #expect(throws: CollectError.self) {
            try CollectStage.importFile(path, format: "ndjson", into: archive, fetchedAt: day)
        }
        #expect(archive.walks.map(\.isFinished) == [false])
        try Files.write(whole, to: path)
        let walk = try CollectStage.importFile(path, format: "ndjson", into: archive, fetchedAt: day)
        #expect((walk.pages, walk.records) == (3, 3000))
    }

    @Test func anEmptyFileAndAMissingOneAreErrors() throws {
        let archive = try archive()
        let path = try put("", "empty.csv")
        #expect(throws: CollectError(.emptyFile, at: path)) {
            try CollectStage.importFile(path, format: "csv", into: archive, fetchedAt: day)
        }
        #expect(throws: FileError.self) {
            try CollectStage.importFile("\(path).none", format: "csv", into: archive, fetchedAt: day)
        }
    }
}
