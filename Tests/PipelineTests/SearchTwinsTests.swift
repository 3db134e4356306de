import Foundation
import JSON
import Search
import SearchFormat
import TestSupport
import Testing
import WebDriver

/// The library, the browser's engine in node and the browser itself read the same files and find the same ten models.
@Suite(.serialized, .enabled(if: whyNoBrowser == nil, whySkipped)) struct SearchTwinsTests {
    private static let queries = [
        "llama", "llama 3 8b", "lama 3 instuct", "meta-llama/Meta-Llama-3-8B-Instruct",
        "german speech recognition small",
        "polish ner", "whisperlarge", "bert base uncased", "gpt2", "text to image", "stable difusion xl", "c++ code",
        "中文",
        "mistral 7b instruct gguf", "apache 2.0 embeddings", "zzzz qqqq", "the model", "instr",
        "voice", "code music",
    ]

    @Test("the same ten ids in Swift and in node, typed and begun, with filters and other orders")
    func agree() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        let engine = try SearchEngine(folder: "\(site.folder)/data/search")
        var asked: [(request: SearchRequest, json: JSONValue)] = []
        for query in Self.queries {
            for isTyping in [false, true] { asked.append(Self.ask(query) { $0.isTyping = isTyping }) }
            asked.append(
                Self.ask(query, ["filters": ["licenseClass": "permissive"]]) {
                    $0.filters.licenseClass = ["permissive"]
                })
            asked.append(
                Self.ask(query, ["filters": ["fits": "8GB", "at": 4]]) { ($0.filters.fitsGB, $0.filters.at) = (8, 4) })
            asked.append(Self.ask(query, ["sort": "new"]) { $0.sort = .new })
        }
        for sort in SearchRequest.Sort.allCases {
            for query in ["", "llama", "text generation"] {
                asked.append(Self.ask(query, ["sort": .string(sort.rawValue)]) { $0.sort = sort })
                asked.append(
                    Self.ask(query, ["sort": .string(sort.rawValue), "filters": ["language": "de"]]) {
                        ($0.sort, $0.filters.language) = (sort, ["de"])
                    })
            }
        }
        let answers = try Self.node(asked.map(\.json), folder: "\(site.folder)/data/search")
        #expect(answers.count == asked.count)
        for (question, answer) in zip(asked, answers) {
            let found = engine.search(question.request)
            let hits = found.hits
            let ids = answer["hits"]?.array?.compactMap(\.string)
            #expect(ids == hits.map(\.entry.id), "\(question.json.text)")
            let told = found.corrections.map { correction -> JSONValue in
                ["from": .string(correction.from), "to": .string(correction.to), "also": .bool(correction.isAlso)]
            }
            #expect(answer["corrections"]?.array == told, "\(question.json.text)")
            let scores = answer["scores"]?.array?.compactMap(\.number) ?? []
            #expect(zip(scores, hits).allSatisfy { abs($0 - $1.score) <= 1e-9 * max(1, $1.score) })
        }
    }

    @Test("the same similar models in Swift and in node, standing for as many, with and without filters")
    func agreeOnSimilarModels() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        let engine = try SearchEngine(folder: "\(site.folder)/data/search")
        let models = engine.search(SearchRequest(query: "", top: 60)).hits.map(\.entry.id)
        var filters = SearchFilters()
        filters.licenseClass = ["permissive"]
        let asked = models.flatMap { id in [SearchFilters(), filters].map { (id, $0) } }
        let answers = try Self.node(
            asked.map { id, filters in
                let own: JSONValue = filters.isEmpty ? [:] : ["licenseClass": "permissive"]
                return ["call": "similar", "model": .string(id), "options": ["top": 10, "filters": own]]
            }, folder: "\(site.folder)/data/search")
        for ((id, filters), answer) in zip(asked, answers) {
            let hits = (try? engine.similar(to: id, filters: filters).hits) ?? []  // Without a vector: none.
            #expect(answer["hits"]?.array?.compactMap(\.string) == hits.map(\.entry.id), "\(id)")
            #expect(answer["alike"]?.array?.compactMap(\.integer) == hits.compactMap(\.alike), "\(id)")
        }
        for query in Self.queries {
            let related = try Self.node(
                [["call": "related", "request": ["query": .string(query), "typing": false]]],
                folder: "\(site.folder)/data/search")
            let ids = related.first?["hits"]?.array?.compactMap(\.string)
            #expect(ids == engine.related(SearchRequest(query: query)).hits.map(\.entry.id), "\(query)")
        }
    }

    @Test("the same in the page")
    func agreesInThePage() async throws {
        let site = try await BuiltSite.built(from: .bundled)
        let engine = try SearchEngine(folder: "\(site.folder)/data/search")
        try await withBrowser { window in
            for query in Self.queries.prefix(6) {
                let address = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
                try await window.search(site, "q=\(address)")
                let shown = try await window.hits()
                // The page shows twenty.
                let request = Self.ask(query) { ($0.isTyping, $0.top) = (true, 20) }.request
                let wanted = engine.search(request).hits.filter(\.isFullMatch).map(\.entry.id)
                #expect(Array(shown.prefix(wanted.count)) == wanted, "\(query)")
            }
        }
    }
}

extension SearchTwinsTests {
    private static func ask(
        _ query: String, _ more: [String: JSONValue] = [:], _ change: (inout SearchRequest) -> Void = { _ in }
    ) -> (request: SearchRequest, json: JSONValue) {
        var request = SearchRequest(query: query)
        change(&request)
        var json: [String: JSONValue] = ["query": .string(query), "typing": .bool(request.isTyping), "top": 10]
        json.merge(more) { $1 }
        return (request, ["call": "search", "request": .object(json)])
    }

    /// A line of JSON in for each line out.
    private static func node(_ lines: [JSONValue], folder: String) throws -> [JSONValue] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["node", Repository.path("scripts/bench/search/engine.mjs"), folder]
        let (input, output) = (Pipe(), Pipe())
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        let text = lines.map { $0.text + "\n" }.joined()
        // Written beside the reading, so that neither pipe fills up and stops the other.
        DispatchQueue.global().async {
            input.fileHandleForWriting.write(Data(text.utf8))
            try? input.fileHandleForWriting.close()  // Nothing can be done about an end that is there already.
        }
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try String(decoding: answer, as: UTF8.self).split(separator: "\n").map {
            try JSONValue.parse(Array($0.utf8))
        }
    }
}
