import Core
import JSON
import Server

/// Stories of an invented Hacker News, and a search for them as Algolia's answers: whole words, phrases in quotes, the last
/// word without quotes by its beginning, at most 1,000 of many.
struct NewsStory: Sendable {
    var id: Int
    var title: String
    var at: Int
    /// Its words, in lower case, with a space around each.
    var words: String

    /// Fifty stories a month from January 2023 to July 2026; one in three names a family, most of them for certain.
    static func all(seed: UInt64) -> [NewsStory] {
        var stories: [NewsStory] = []
        for month in Month(year: 2023, month: 1)..<Month(year: 2026, month: 8) {
            var chance = Chance(seed, "news", "\(month)")
            for _ in 0..<50 {
                let second = month.firstDay.number * 86_400 + chance.below(28 * 86_400)
                let subject = chance.pick(chance.happens(1.0 / 3) ? families : others)
                let title = chance.pick(frames).replacing("%", with: subject)
                stories.append(NewsStory(id: 40_000_000 + stories.count, title: title, at: second))
            }
        }
        return stories
    }

    private init(id: Int, title: String, at: Int) {
        (self.id, self.title, self.at) = (id, title, at)
        words = " \(parts(title).joined(separator: " ")) "
    }

    private static let families = [
        "Llama 3.1", "Claude Code", "DeepSeek", "Qwen3", "Mistral", "ChatGPT", "Gemini CLI", "Phi-4", "OPT-175B",
        "BLOOM, the 176B language model", "Falcon-40B", "Stable Diffusion",
    ]
    private static let others = [
        "bloom filters", "a Falcon 9 landing", "how to opt out", "Claude Shannon", "llama.cpp", "phi, the golden ratio",
        "a small database", "type systems", "the history of fonts",
    ]
    private static let frames = [
        "Show HN: %", "Why % matters", "% in 200 lines", "Ask HN: % at work?", "What we learned of %",
    ]
}

private func parts(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
}

extension World {
    /// `/hn/api/v1/search_by_date`
    func searchNews(_ request: ServerRequest) throws(Refusal) -> ServerResponse {
        var (from, to) = (Int.min, Int.max)
        for condition in (request.value("numericFilters") ?? "").split(separator: ",") {
            if condition.hasPrefix("created_at_i>="), let value = Int(condition.dropFirst(14)) {
                from = value
            } else if condition.hasPrefix("created_at_i<"), let value = Int(condition.dropFirst(13)) {
                to = value
            } else {
                throw Refusal(400, "invalid numeric attribute in filter: \(condition)")
            }
        }
        let size = min(1000, request.value("hitsPerPage").flatMap(Int.init) ?? 20)
        let query = request.value("query") ?? ""
        let isPhrase = query.hasPrefix("\"")
        let words = parts(query)
        let found = news.filter { story in
            guard story.at >= from, story.at < to else { return false }
            if isPhrase || words.isEmpty {
                return words.isEmpty || story.words.contains(" \(words.joined(separator: " ")) ")
            }
            return words.dropLast().allSatisfy { story.words.contains(" \($0) ") }
                && story.words.contains(" \(words.last!)")
        }
        let hits = found.prefix(min(size, 1000)).map { story -> JSONValue in
            ["objectID": .string("\(story.id)"), "title": .string(story.title), "created_at_i": .integer(story.at)]
        }
        return ServerResponse(json: [
            "hits": .array(hits), "nbHits": .integer(found.count), "nbPages": 1, "page": 0,
            "hitsPerPage": .integer(size),
            "exhaustiveNbHits": true, "query": .string(query),
        ])
    }
}
