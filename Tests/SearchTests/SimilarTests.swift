import Catalog
import Foundation
import Search
import SearchFormat
import Testing

@Suite struct SimilarTests {
    @Test func whatIsAlikeIsOfTheSameFamily() throws {
        let engine = try SmallIndex.engine()
        let answer = try engine.similar(to: "meadow/heron-small-de", top: 5)
        #expect(answer.hits.count == 5)
        #expect(!answer.hits.contains { $0.entry.id == "meadow/heron-small-de" })
        #expect(answer.hits.allSatisfy { $0.entry.id.contains("heron") && $0.similarity! > 0.3 })
        let similarities = answer.hits.map { $0.similarity! }
        #expect(similarities == similarities.sorted(by: >))
    }

    @Test func filtersHoldBeforeRanking() throws {
        let engine = try SmallIndex.engine()
        var filters = SearchFilters()
        filters.language = ["pl"]
        for isExact in [false, true] {
            let answer = try engine.similar(to: "meadow/heron-small-de", top: 5, filters: filters, isExact: isExact)
            #expect(answer.hits.count == 5)
            #expect(answer.hits.allSatisfy { $0.entry.id.hasSuffix("-pl") })
        }
    }

    @Test func aHitStandsForItsGroupAndNoModelIsCountedTwice() throws {
        let model = try #require(SmallIndex.rows.first { $0.repoID == "owl/heron-small-de" })
        let others = ["lone/heron-small-de", "sole/heron-small-de", "only/heron-small-de-quux"].map { id in
            var row = model
            (row.repoID, row.owner) = (id, String(id.prefix { $0 != "/" }))
            return row
        }
        let folder = "\(NSTemporaryDirectory())hubatlas-alike-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }  // The system's own folder is emptied anyway.
        try SmallIndex.build(SmallIndex.rows + others, in: folder)
        let engine = try SearchEngine(folder: folder)
        for isExact in [false, true] {
            func ask(_ id: String, _ filters: SearchFilters = SearchFilters()) throws -> [SearchHit] {
                try engine.similar(to: id, top: 200, filters: filters, isExact: isExact).hits
            }
            // The copy of the same name is no hit; the other stands for no more than itself.
            let own = try ask("lone/heron-small-de")
            #expect(own.first?.entry.id == "only/heron-small-de-quux" && own.first?.alike == 0)
            #expect(!own.contains { $0.entry.id == "sole/heron-small-de" })
            let both = try ask("only/heron-small-de-quux").filter {
                $0.entry.id.hasPrefix("lone/") || $0.entry.id.hasPrefix("sole/")
            }
            // The third is the one that they took facts and name from.
            #expect(both.map(\.alike) == [2])
            let far = try ask("meadow/gecko-7b-cy")
            #expect(Set(far.compactMap(\.entry.vector)).count == far.count)
            var filters = SearchFilters()
            filters.owner = ["lone", "sole"]
            #expect(try ask("only/heron-small-de-quux", filters).map(\.alike) == [1])
            filters.owner = ["lone"]
            #expect(try ask("only/heron-small-de-quux", filters).map(\.alike) == [0])
        }
    }

    @Test func relatedAreNotWhatWasFound() throws {
        let engine = try SmallIndex.engine()
        let request = SearchRequest(query: "heron small de", top: 3)
        let found = Set(engine.search(request).hits.map(\.document))
        let related = engine.related(request).hits
        #expect(!related.isEmpty && related.allSatisfy { !found.contains($0.document) })
    }

    @Test func belowFewMatchesStandsWhatIsRelated() throws {
        let engine = try SmallIndex.engine()
        for (query, hasAny) in [("heron small de", true), ("heron", false), ("", false), ("zzzz", false)] {
            let request = SearchRequest(query: query, top: 3)
            let answer = engine.search(request)
            let below = engine.related(below: answer, of: request)
            #expect(below.hits.isEmpty != hasAny, "\(query)")
            #expect(below.hits.allSatisfy { hit in !answer.hits.contains { $0.document == hit.document } })
            #expect(below.hits.count <= 10 && below.hits.allSatisfy { $0.reasons == [.meaning] })
            var sorted = request
            sorted.sort = .likes
            #expect(engine.related(below: answer, of: sorted).hits.isEmpty)
        }
    }

    /// However few are shown, the ten best are what is looked from: as the page does.
    @Test func howManyAreShownDoesNotMatter() throws {
        let engine = try SmallIndex.engine()
        let (few, many) = (
            SearchRequest(query: "heron small de", top: 1), SearchRequest(query: "heron small de", top: 10)
        )
        let ids = engine.related(below: engine.search(few), of: few).hits.map(\.entry.id)
        #expect(!ids.isEmpty && ids == engine.related(below: engine.search(many), of: many).hits.map(\.entry.id))
    }

    @Test func whatIsNotHereIsSaid() throws {
        let engine = try SmallIndex.engine()
        #expect(throws: SearchError(.unknownModel("no/such"), at: "like")) { try engine.similar(to: "no/such") }
        #expect(engine.document(of: "MEADOW/heron-small-DE") != nil)
        #expect(engine.document(of: "heron-small-de") == nil)
        let hostile = SearchError(.unknownModel("a\u{1B}[2J\u{202E}\n"), at: "like")
        #expect(hostile.description.hasPrefix("like: there is no model 'a\u{FFFD}[2J\u{FFFD}\u{FFFD}' in this index"))
        #expect(!hostile.isDamage)
    }
}
