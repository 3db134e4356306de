import Core
import SQLite
import Testing

@testable import Catalog

@Suite struct MentionsTests {
    let catalog: Catalog
    init() throws { catalog = try Catalog(path: ":memory:") }

    let june = Month(year: 2025, month: 6)

    @Test func shareOfAllPosts() throws {
        let rows = [
            MentionRow(source: "hn", family: "llama", month: june, count: 3),
            MentionRow(source: "hn", family: "llama", month: june.advanced(by: 1), count: 4),
        ]
        try catalog.setMentions(rows, totals: [.init(source: "hn", month: june, posts: 6000)], of: "hn")
        let read = try catalog.familyMentions()
        #expect(read.map(\.count) == [3, 4])
        // A month whose posts nobody counted has no share.
        #expect(read.map(\.perTenThousand) == [5, nil])
        #expect(try catalog.mentionTotals() == [.init(source: "hn", month: june, posts: 6000)])
    }

    @Test func aSourceReplacesItsOwnOnly() throws {
        for source in ["a", "b", "a"] {
            let row = MentionRow(source: source, family: "llama", month: june, count: 1)
            try catalog.setMentions([row], totals: [], of: source)
        }
        #expect(try catalog.familyMentions().map(\.source) == ["a", "b"])
    }

    @Test func aModelHasItsLine() throws {
        try catalog.setMentionLines(["meta/Llama-3.1-8B": "Llama-3.1"])
        let rows = ["meta/Llama-3.1-8B", "Llama-3.1", "Llama-3.2"].map {
            MentionRow(source: "hn", family: "llama", model: $0, month: june, count: 2)
        }
        try catalog.setMentions(rows, totals: [], of: "hn")
        #expect(try catalog.mentions(ofModel: "meta/Llama-3.1-8B").map(\.model) == ["Llama-3.1", "meta/Llama-3.1-8B"])
        #expect(try catalog.familyMentions().isEmpty)
    }

    @Test func countsAreAFieldOfTheModel() throws {
        try catalog.upsert(ModelRow(repoID: "meta/Llama-3.1-8B"))
        let rows = [june, june.advanced(by: 1)].map {
            MentionRow(source: "hn", family: "llama", model: "meta/Llama-3.1-8B", month: $0, count: 2)
        }
        try catalog.setMentions(rows, totals: [], of: "hn")
        let read = try catalog.database.prepare("SELECT repo_id, source, count FROM model_mentions").all {
            "\(try $0.neededString(0)) \(try $0.neededString(1)) \(try $0.neededInt(2))"
        }
        #expect(read == ["meta/Llama-3.1-8B hn 4"])
    }

    @Test func familiesAreKept() throws {
        let row = MentionFamilyRow(id: "phi", name: "Phi", maker: "Microsoft", weights: "open", since: june)
        try catalog.setMentionFamilies([row])
        try catalog.setMentionFamilies([row])
        #expect(try catalog.mentionFamilies() == [row])
    }
}
