import Arguments
import Core
import Hardware
import JSON
import Pipeline
import Search
import SearchFormat

/// `hubatlas search "QUERY"`
enum SearchCommand {
    private static let json = Option.flag("json", "write the answer as JSON, with the hardware record of each result")
    private static let top = Option<Int>.integer(
        "top", "N", "so many rows; those that are close in meaning fill up what few matches leave",
        in: 1...SearchRequest.mostResults, default: 10)
    private static let sort = Option<String>.choice(
        "sort", "ORDER", "best, downloads, likes, new, small or large first",
        of: SearchRequest.Sort.allCases.map(\.rawValue), default: SearchRequest.Sort.best.rawValue)
    private static let like = Option<String?>.text("like", "ID", "models similar to this one: author/name")
    private static let exact = Option.flag(
        "exact", "with --like: compare with every model instead of the nearest cells")
    private static let queries = Option<String?>.text(
        "queries", "FILE", "answer a file of queries, a JSON object a line, with a JSON object a line")

    static let entry = CommandEntry(
        command: Command(
            "search", "finds models by name, by task, by language, by what fits",
            discussion: """
                The search of the site in the terminal: the same index, the same ranking, the same filters. Misspelled words \
                are corrected, tasks and languages understood by many names. A filter that is given twice means "one of these". \
                Below few matches stand models that are close in meaning.
                Where no index was built, it is made first, of what was collected or else of the bundled snapshot.
                """,
            operands: .optional("QUERY"),
            options: [top.entry, sort.entry, like.entry, exact.entry, json.entry] + SearchFilterOptions.entries + [
                queries.entry, Options.root.entry,
            ])
    ) { context in
        let root = try Checkout.find(named: context[Options.root])
        let engine = try SearchEngine(folder: try await index(context, root: root))
        let writer = ResultWriter(engine, devices: try DeviceTable.read("\(root)/assets/search/hardware.json"))
        if let file = context[queries] { return try SearchBatch(engine: engine, writer: writer).run(file) }
        var request = SearchRequest(query: context.invocation.operands.first ?? "", top: context[top])
        request.filters = try SearchFilterOptions.filters(context, engine)
        request.sort = SearchRequest.Sort(rawValue: context[sort])!
        var answer =
            try context[like].map {
                try engine.similar(to: $0, top: request.top, filters: request.filters, isExact: context[exact])
            } ?? search(request, with: engine)
        let related = context[like] == nil ? engine.related(below: answer, of: request) : SearchAnswer()
        answer.notes += related.notes.filter { !answer.notes.contains($0) }
        if context[json] {
            var members = writer.json(answer)
            members["query"] = .string(request.query)
            members["related"] = .array(related.hits.map(writer.json))
            members["facets"] = writer.json(engine.facets(request).counts)
            Output.result(JSONValue.object(members).text)
        } else {
            for note in answer.notes { Output.message("hubatlas: \(note.text)") }
            let table = SearchTable(
                answer, related: Array(related.hits.prefix(request.top - answer.hits.count)), engine.manifest.tables,
                width: Output.resultWidth)
            Output.result(table.text)
        }
    }

    /// The page asks for twenty rows, and more rows have more of the index read: asked for as many, the terminal's first rows
    /// are the page's.
    private static func search(_ request: SearchRequest, with engine: SearchEngine) -> SearchAnswer {
        var asked = request
        asked.top = max(pageRows, request.top)
        var answer = engine.search(asked)
        answer.hits = Array(answer.hits.prefix(request.top))
        return answer
    }

    /// `atOnce` of `assets/js/search-page/showing.js`.
    private static let pageRows = 20

    /// The folder of the index; made first where there is none.
    private static func index(_ context: Context, root: String) async throws -> String {
        let folder = context.data.search
        if !Files.exists("\(folder)/\(IndexList.fileName)") {
            Output.message("\(folder): no search index yet; making it")
            try await Pipeline(data: context.data, root: root, time: context.time, log: try context.openLog())
                .buildSearch()
        }
        return folder
    }
}
