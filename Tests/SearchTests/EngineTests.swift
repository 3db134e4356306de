import Catalog
import Search
import SearchFormat
import Testing

@Suite struct EngineTests {
    private func ids(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        var request = SearchRequest(query: query, top: 200)
        change(&request)
        return try SmallIndex.engine().search(request).hits.map(\.entry.id)
    }

    @Test func findsByNameTaskAndLanguage() throws {
        #expect(try ids("heron small de").first == "meadow/heron-small-de")
        #expect(try ids("german speech recognition small").first == "meadow/heron-small-de")
        #expect(try ids("asr welsh").first?.hasSuffix("-cy") == true)
        #expect(try ids("small heron").first?.contains("heron-small") == true)
        #expect(try ids("owl/heron-tiny-pl").first == "owl/heron-tiny-pl")
    }

    @Test func forgivesMistakesAndGluedWords() throws {
        let answer = try SmallIndex.engine().search(SearchRequest(query: "walrsu smal"))
        #expect(answer.hits.first?.entry.id.contains("walrus-small") == true)
        #expect(answer.corrections.map(\.from) == ["walrsu", "smal"])
        #expect(answer.corrections.map(\.to) == ["walrus", "small"])
        #expect(answer.corrections.allSatisfy { !$0.isAlso })
        #expect(answer.hits.first?.reasons.contains(.spelling) == true)
        #expect(try ids("walrussmall").first?.contains("walrus-small") == true)
        #expect(try ids("walrsu") { $0.corrects = false } == [])
    }

    /// A popular model has the word; the one that is called so has not a single download.
    @Test func anExactNameIsFirstWhateverItsPopularity() throws {
        #expect(try ids("heron").first == "nobody/heron")
        for row in SmallIndex.rows { #expect(try ids(row.repoID).first == row.repoID) }
    }

    @Test func aFilterNeverAddsAResult() throws {
        for (query, values) in [
            ("heron", ["language": ["de"]]), ("", ["task": ["asr"]]), ("small", ["fits": ["1GB"]]),
            ("walrus", ["gated": ["yes"], "format": ["safetensors"]]), ("", ["owner": ["tinker"]]),
            ("gecko", ["minParameters": ["200M"], "createdFrom": ["2024-03-01"]]),
            ("small", ["minDownloads": ["1000"]]),
        ] {
            let engine = try SmallIndex.engine()
            let filters = try FilterWords.read(values, engine.manifest.tables, engine.synonyms)
            let all = engine.search(SearchRequest(query: query, top: 200))
            let some = engine.search(SearchRequest(query: query, filters: filters, top: 200))
            #expect(some.total < all.total && some.total > 0, "\(query) \(values)")
            let allowed = Set(engine.search(SearchRequest(query: "", filters: filters, top: 200)).hits.map(\.document))
            #expect(some.hits.allSatisfy { allowed.contains($0.document) }, "\(query) \(values)")
        }
    }

    @Test func countsFacetsAsBruteForceDoes() throws {
        let engine = try SmallIndex.engine()
        var request = SearchRequest(query: "heron")
        request.filters.language = ["de"]
        let counts = engine.facets(request).counts
        let herons = SmallIndex.rows.filter { $0.repoID.contains("heron") }
        let german = herons.filter { $0.languages == ["de"] }
        #expect(counts.total == german.count)
        #expect(counts.counts[.gated]?.first { $0.value == "true" }?.count == german.count { $0.gated == .manual })
        #expect(counts.counts[.library]?.first?.count == german.count { $0.library == "transformers" })
        // Its own filter does not hold for a facet: what choosing another value would give.
        for value in counts.counts[.language]! {
            #expect(value.count == herons.count { $0.languages == [value.value] })
        }
        #expect(engine.facets(SearchRequest(query: "")).counts.total == SmallIndex.rows.count)
    }

    @Test func sortsByWhatIsAskedFor() throws {
        let engine = try SmallIndex.engine()
        for (sort, key): (SearchRequest.Sort, (DocumentEntry) -> Int) in [
            (.downloads, { -($0.downloads ?? -1) }), (.likes, { -($0.likes ?? -1) }),
            (.small, { $0.parameters ?? .max }), (.large, { $0.parameters.map { -$0 } ?? .max }),
        ] {
            var request = SearchRequest(query: "heron", top: 50)
            request.sort = sort
            let keys = engine.search(request).hits.map { key($0.entry) }
            #expect(keys == keys.sorted() && keys.count > 10, "\(sort)")
        }
    }

    /// "voice" is no word of any name; it often goes with speech recognition, which the herons do.
    @Test func whatOnlyAHintFoundIsRelatedAndNotCounted() throws {
        let engine = try SmallIndex.engine()
        let alone = engine.search(SearchRequest(query: "voice"))
        #expect(alone.total == 0 && alone.isPartial && !alone.hits.isEmpty)
        #expect(alone.hits.allSatisfy { $0.isRelated && !$0.isFullMatch && $0.reasons.contains(.hint) })
        #expect(alone.hits.allSatisfy { $0.entry.id.contains("heron") })
        #expect(engine.facets(SearchRequest(query: "voice")).counts.total == 0)
        let both = engine.search(SearchRequest(query: "tiny voice", top: 200))
        let parts = both.hits.map { $0.isFullMatch ? 0 : $0.isRelated ? 2 : 1 }
        #expect(parts == parts.sorted() && Set(parts) == [1, 2] && both.total == 0)
        let tiny = both.hits.first { $0.entry.id.contains("heron-tiny") }
        #expect(tiny?.isRelated == false && tiny?.reasons.contains(.hint) == true)
    }

    @Test func filtersThatExcludeAllSayWhichToLoosen() throws {
        let engine = try SmallIndex.engine()
        var request = SearchRequest(query: "heron")
        (request.filters.language, request.filters.minDownloads) = (["de"], 100_000_000)
        let answer = engine.search(request)
        #expect(answer.total == 0 && answer.hits.isEmpty)
        #expect(answer.notes.map(\.about) == ["downloads"])
        #expect(answer.notes.first?.text.contains("models match") == true)
    }

    @Test(arguments: [
        "", "h", "!!!", "🤗", "مرحبا", "<script>alert(1)</script>", "\u{0}\u{FFFF}",
        String(repeating: "heron ", count: 2000),
        String(repeating: "x", count: 10_000), "\u{202E}noreh", "a/b/c/d", "'; DROP TABLE models; --",
    ])
    func badQueriesAreAnswered(query: String) throws {
        let answer = try SmallIndex.engine().search(SearchRequest(query: query))
        #expect(answer.hits.count <= 10)
        #expect(answer.total <= SmallIndex.rows.count)
        if query.count > 1_000 { #expect(answer.notes.contains { $0.kind == .query }) }
    }

    @Test func wrongFiltersAreRefusedInWords() throws {
        let engine = try SmallIndex.engine()
        for (values, sentence) in [
            (["tsk": ["a"]], "there is no such filter (did you mean task?)"),
            (["task": ["translaton"]], "no model here has 'translaton' (did you mean translation?)"),
            (["fits": ["lots"]], "'lots' is no amount"), (["createdTo": ["soon"]], "'soon' is no day"),
            (["gated": ["maybe"]], "none of yes, no"), (["at": ["5"]], "none of 16, 8, 4"),
            (["minLikes": ["1", "2"]], "it takes one value"),
        ] {
            let error = #expect(throws: SearchError.self) {
                try FilterWords.read(values, engine.manifest.tables, engine.synonyms)
            }
            #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
        }
    }

    @Test func costsTwoTrips() throws {
        let cost = try SmallIndex.engine().search(SearchRequest(query: "heron small"), counts: false).cost
        #expect(cost.trips == 2)
        #expect(cost.files >= 2 && cost.bytes > 0)
    }
}
