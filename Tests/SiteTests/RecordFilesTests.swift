import Compression
import Foundation
import JSON
import Report
import TestSupport
import Testing

@testable import Site

@Suite struct RecordFilesTests {
    @Test func neighborsFillAFileAndAGreatOneHasItsOwn() {
        func record(_ key: String, _ bytes: Int) -> RecordShelf.Record {
            .init(key: key, json: String(repeating: "1", count: bytes))
        }
        let half = RecordFiles.fileBytes / 2
        let groups = RecordFiles.groups([
            record("a", half), record("b", half), record("c", 1), record("d", 3 * half), record("e", 1),
        ])
        #expect(groups.map { $0.map(\.key) } == [["a", "b"], ["c"], ["d"], ["e"]])
        #expect(RecordFiles.groups([]).isEmpty)
    }

    @Test func aFileHoldsWhatThePageSaysOfIt() throws {
        let scratch = try TemporaryFolder()
        var folder = try SiteFolder(scratch.path("site"))
        defer { folder.discard() }
        let shelf = RecordShelf(
            id: "community", index: #"{"names":["acme"]}"#,
            records: [.init(key: "acme", json: #"{"name":"</script>"}"#), .init(key: "zoe", json: "{}")],
            facts: ["first": 7])
        let files = try RecordFiles(shelf, into: &folder)
        #expect(files.json["from"] == ["acme"])
        #expect(files.json["facts"]?["first"] == 7)
        let name = try #require(files.json["files"]?.array?[0].string)
        #expect(name.hasPrefix("data/records/community-0."))
        let line = String(decoding: try #require(folder.files[name]), as: UTF8.self)
        #expect(line.hasPrefix("HubAtlas.receive(\"community/0\",\""))
        let packed = try #require(Data(base64Encoded: String(line.split(separator: "\"")[3])))
        let json = try JSONValue.parse(try Gzip.decompress(Array(packed), limit: 10_000))
        #expect(json == ["keys": ["acme", "zoe"], "records": [["name": "</script>"], [:]]])
    }

    @Test func accountsInTablesLeadToTheirPageWhereThereIsOne() {
        let table = TitledTable(
            id: "owners", title: "Owners",
            table: Table(
                id: "owners", columns: [(Column("owner", "Owner", .owner), .texts(["Qwen", "method", "<b>"]))]))
        let value = "\(TableContext.value(table, pages: .init(communities: true)))"
        #expect(value.contains("community.html#Qwen") && value.contains("community.html#name=method"))
        #expect(!value.contains("community.html#<"))
        #expect(!"\(TableContext.value(table, pages: .init()))".contains("community.html"))
    }
}
