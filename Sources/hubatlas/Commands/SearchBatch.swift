import Core
import JSON
import Search
import SearchFormat

/// Many queries at once, for measuring: a file with one JSON object a line, answered with one JSON object a line.
///
///     {"query": "whisper small", "top": 10, "filters": {"language": ["de"]}, "typing": false}
///     {"like": "openai/whisper-small", "exact": true}
///     → {"cost":{"bytes":41200,"files":9,"trips":2},"hits":[{"id":"openai/whisper-small","score":31.2},…],"milliseconds":3.1,"notes":[],"total":2511}
///
/// An empty line is no query.
struct SearchBatch {
    let engine: SearchEngine
    let writer: ResultWriter

    func run(_ path: String) throws {
        let lines = try Files.read(path).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
            do {
                try Output.result(answer(to: JSONValue.parse(Array(line))).text)
            } catch let error as JSONError {
                throw SearchError(.badLine(number + 1, "\(error)"), at: path)
            } catch let error as SearchError where !error.isDamage {
                throw SearchError(.badLine(number + 1, "\(error)"), at: path)
            }
        }
    }

    private func answer(to line: JSONValue) throws -> JSONValue {
        var request = SearchRequest(query: line["query"]?.string ?? "", top: line["top"]?.integer ?? 10)
        request.filters = try FilterWords.read(filters(line["filters"]), engine.manifest.tables, engine.synonyms)
        request.isTyping = line["typing"]?.bool ?? false
        if let sort = line["sort"]?.string.flatMap(SearchRequest.Sort.init) { request.sort = sort }
        let start = ContinuousClock.now
        let answer =
            try line["like"]?.string.map {
                try engine.similar(
                    to: $0, top: request.top, filters: request.filters, isExact: line["exact"]?.bool ?? false)
            } ?? engine.search(request)
        let milliseconds = Double((ContinuousClock.now - start) / .microseconds(1)) / 1000
        return [
            "hits": .array(answer.hits.map { ["id": .string($0.entry.id), "score": .number($0.score)] }),
            "total": .integer(answer.total), "milliseconds": .number(milliseconds), "cost": answer.cost.json,
            "partial": .bool(answer.isPartial), "notes": .array(answer.notes.map(writer.json)),
        ]
    }

    /// A value alone, or a list of them.
    private func filters(_ json: JSONValue?) -> [String: [String]] {
        (json?.object ?? [:]).mapValues { value in
            (value.array ?? [value]).map { $0.string ?? $0.text }
        }
    }
}
