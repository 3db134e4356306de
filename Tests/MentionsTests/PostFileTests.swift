import Archive
import Catalog
import Collect
import Core
import JSON
import Sources
import TestSupport
import Testing

@testable import Mentions

@Suite struct PostFileTests {
    let place: MentionsDesk
    init() throws { place = try MentionsDesk() }

    func write(_ text: String, _ name: String) throws -> String {
        let path = place.folder.path(name)
        try Files.write(Array(text.utf8), to: path)
        return path
    }

    func format(of path: String, date: String? = nil, text: String? = nil, name: String? = nil) throws -> PostFormat {
        try PostFormat(
            ofFile: path, beginning: try CollectStage.beginning(ofFile: path), date: date, text: text, name: name)
    }

    func imported(_ path: String, _ format: PostFormat) throws -> Catalog {
        _ = try CollectStage.importFile(
            path, format: format.archived, lead: format.lead, into: place.archive,
            fetchedAt: place.clock.time.instant)
        return try place.catalog(Mentions(families: place.table), models: ["meta-llama/Llama-3.1-8B"])
    }

    @Test(arguments: [
        ("2025-03-01T10:00:00Z", "2025-03-01"), ("2025-03-01T01:00:00+02:00", "2025-02-28"),
        ("2025-03-01 10:00:00", "2025-03-01"),
        ("2025-03-01", "2025-03-01"), ("1740823200", "2025-03-01"), ("1740823200000", "2025-03-01"),
        ("1740823200.5", "2025-03-01"),
        ("Sat Mar 01 10:00:00 +0000 2025", "2025-03-01"), ("yesterday", nil), ("", nil), ("1e400", nil),
        ("-1e300", nil),
        ("0", nil), ("9999999999999999", nil), ("2025-13-01", nil), ("0001-01-01", nil),
    ])
    func daysOfPosts(text: String, expected: String?) {
        #expect(PostDate.day(text)?.description == expected)
    }

    @Test func fieldsAreGuessedAndSaid() throws {
        let lines = try write(
            #"{"objectID":"1","title":"x","points":3,"created_at":"2025-01-01T00:00:00Z"}"# + "\n", "hn.ndjson")
        let guessed = try format(of: lines)
        #expect(guessed == PostFormat(shape: .ndjson, date: "created_at", text: "title", name: "hn"))
        #expect(PostFormat(guessed.archived) == guessed)
        let table = try write("ID;Date;Text\n1;2025-01-01;x\n", "my posts.csv")
        #expect(try format(of: table) == PostFormat(shape: .csv, date: "Date", text: "Text", name: "my posts"))
        #expect(try format(of: table, text: "ID", name: "a&b=c").text == "ID")
        #expect(PostFormat("posts-csv") == nil)
        #expect(PostFormat("hub-models") == nil)
    }

    @Test func whatIsNoFileOfPostsIsRefused() throws {
        let file = try write(#"{"a":1,"b":2}"#, "a.ndjson")
        #expect(throws: PostFileError(.noUsualField("date", has: ["a", "b"]), at: file)) { try format(of: file) }
        #expect(throws: PostFileError(.noField("c", "date", has: ["a", "b"]), at: file)) {
            try format(of: file, date: "c")
        }
        let page = try write("<html>\n", "b.ndjson")
        #expect(throws: PostFileError(.noRecords(lines: 1), at: page)) { try format(of: page) }
        let packed = try write("not zstd", "c.ndjson.zst")
        #expect(throws: CollectError.self) { try format(of: packed) }
    }

    /// What is broken at the beginning is counted, and makes no other file of it; what stands above a header is no header.
    @Test(arguments: [
        ("a.ndjson", "{\"date\": \"2026-0\nnonsense\n" + #"{"date":"2026-05-01","text":"Claude"}"# + "\n", 2),
        ("b.csv", "Exported on Friday\n\ndate,text\n2026-05-01,Claude\n", 1),
        ("c.csv", "sep=;\ndate;text\n2026-05-01;Claude\n", 1),
        ("d.csv", "\u{FEFF}date,text\n2026-05-01,Claude\n", 0),
        ("e.ndjson", "\u{FEFF}" + #"{"date":"2026-05-01","text":"Claude"}"# + "\n", 0),
    ])
    func aBrokenFirstLineIsCounted(name: String, text: String, broken: Int) throws {
        let path = try write(text, name)
        let format = try format(of: path)
        #expect(PostFormat(format.archived) == format)
        #expect((format.date, format.text) == ("date", "text"))
        let catalog = try imported(path, format)
        #expect(try catalog.sources().map(\.rows) == [1])
        #expect(try catalog.diagnostics().reduce(0) { $0 + $1.count } == broken)
        #expect(try catalog.diagnostics().allSatisfy { $0.identifier == "post.malformed" })
    }

    /// A thousand records a page: each begins with what stands above the header, which is counted once.
    @Test func whatStandsAboveAHeaderIsCountedOnce() throws {
        let rows = (0..<2500).map { "2026-05-\(10 + $0 % 20),\"Claude, and more\"" }
        let path = try write("Exported\ndate,text\n" + rows.joined(separator: "\n") + "\n", "many.csv")
        let catalog = try imported(path, try format(of: path))
        #expect(try catalog.sources().map(\.rows) == [2500])
        #expect(try catalog.diagnostics().map { "\($0.identifier) \($0.count)" } == ["post.malformed 1"])
    }

    /// From the 20th of April to the end of June: April is not whole. What cannot be read is counted and the rest goes on.
    @Test(arguments: ["posts.ndjson", "posts.csv"]) func monthsAreWhole(name: String) throws {
        let posts = [
            ("2026-04-20", "Claude"), ("2026-05-01", "Llama 3.1 and Claude"), ("2026-05-31", "llama.cpp, \"quoted\""),
            ("2026-06-02", "nothing"), ("never", "Claude"), ("2026-06-30", "Claude"),
        ]
        let isTable = name.hasSuffix("csv")
        let lines = posts.map { day, text in
            isTable
                ? "\(day),\"\(text.replacing("\"", with: "\"\""))\""
                : JSONValue.object(["date": .string(day), "text": .string(text)]).text
        }
        let text = (isTable ? ["date,text"] : ["[broken"]) + lines
        let path = try write(text.joined(separator: "\n") + "\n", name)
        let format = PostFormat(shape: isTable ? .csv : .ndjson, date: "date", text: "text", name: "posts")
        let catalog = try imported(path, format)
        let counts = try catalog.familyMentions().map { "\($0.family) \($0.month) \($0.count)" }
        #expect(
            counts == [
                "claude 2026-05 1", "claude 2026-06 1", "deepseek 2026-05 0", "deepseek 2026-06 0", "llama 2026-05 1",
                "llama 2026-06 0",
            ])
        #expect(try catalog.mentionTotals().map(\.posts) == [2, 2])
        #expect(try catalog.mentions(ofModel: "meta-llama/Llama-3.1-8B").map(\.model) == ["Llama-3.1"])
        let met = try catalog.diagnostics().map { "\($0.source) \($0.identifier) \($0.count)" }
        #expect(met == (isTable ? ["posts post.date 1"] : ["posts post.date 1", "posts post.malformed 1"]))
        #expect(try catalog.sources().map(\.rows) == [5])
    }

    /// 96,612 stories of 2025 and 2026; July 2026 ends on the 23rd.
    @Test func theRecordedStories() throws {
        guard let path = Repository.shared("data/hn-submissions.ndjson.zst", for: "MentionsTests.theRecordedStories")
        else {
            return
        }
        let format = try format(of: path)
        #expect(format == PostFormat(shape: .ndjson, date: "created_at", text: "title", name: "hn-submissions"))
        _ = try CollectStage.importFile(
            path, format: format.archived, into: place.archive, fetchedAt: place.clock.time.instant)
        let families = Repository.path("assets/mentions/families.json")
        let catalog = try place.catalog(Mentions(families: families))
        let totals = try catalog.mentionTotals()
        #expect(totals.count == 17)
        #expect(!totals.contains { $0.month == Month(year: 2025, month: 2) })
        var sums: [String: Int] = [:]
        for row in try catalog.familyMentions() { sums[row.family, default: 0] += row.count }
        #expect(sums["claude"]! > 1200)
        #expect(
            sums["claude"]! > sums["gpt"]! && sums["gpt"]! > sums["deepseek"]! && sums["deepseek"]! > sums["mistral"]!)
        #expect(try catalog.diagnostics().isEmpty)
    }
}
