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
