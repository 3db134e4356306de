import Catalog
import SearchFormat
import TestSupport
import Testing

@testable import Search

/// What a reader is told of corrections: no more than what happened.
@Suite struct ToldCorrectionsTests {
    /// The small index, and a model that hardly anybody uses whose name has a misspelling in it.
    private func engine<Result>(_ body: (SearchEngine) throws -> Result) throws -> Result {
        try withTemporaryFolder { folder in
            var rare = ModelRow(repoID: "someone/heren-old")
            (rare.owner, rare.downloads) = ("someone", 1)
            try SmallIndex.build(SmallIndex.rows + [rare], in: folder)
            return try body(try SearchEngine(folder: folder))
        }
    }

    @Test func aKnownButRareWordIsSearchedForToo() throws {
        try engine { engine in
            let answer = engine.search(SearchRequest(query: "heren small"))
            #expect(answer.hits.contains { $0.entry.id.contains("heron-small") })
            #expect(answer.corrections == [.init(from: "heren", to: "heron", isAlso: true)])
            var asTyped = SearchRequest(query: "heren small")
            asTyped.corrects = false
            #expect(engine.search(asTyped).corrections.isEmpty)
        }
    }

    @Test func whatDidNotHelpIsNotClaimed() throws {
        try engine { engine in
            // Its own model stands alone: no hit has "heron".
            var request = SearchRequest(query: "heren old")
            request.top = 1
            let answer = engine.search(request)
            #expect(answer.hits.map(\.entry.id) == ["someone/heren-old"])
            #expect(answer.corrections.isEmpty)
            // The right word stands beside the wrong one.
            #expect(engine.search(SearchRequest(query: "heron heren")).corrections.isEmpty)
        }
    }

    @Test func anUnknownWordIsTakenForAnother() throws {
        try engine { engine in
            for sort in [SearchRequest.Sort.best, .downloads] {
                var request = SearchRequest(query: "walrsu tiny")
                request.sort = sort
                #expect(engine.search(request).corrections == [.init(from: "walrsu", to: "walrus", isAlso: false)])
            }
        }
    }

    /// A later page says the same as the first.
    @Test func itIsOfTheFirstResultsWhateverPageIsShown() throws {
        try engine { engine in
            var request = SearchRequest(query: "heren small")
            let first = engine.search(request).corrections
            request.offset = 5
            #expect(engine.search(request).corrections == first)
        }
    }
}
