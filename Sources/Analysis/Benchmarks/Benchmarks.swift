import Catalog
import Core
import Report
import Statistics

/// Does size buy quality? Results of a leaderboard against the sizes of its models.
///
///     try Benchmarks(catalog).page.lede.plain
///     // "Partly. Each tenfold in parameters adds 13.8 points on average (r = 0.63 over 4,487 models). …"
struct Benchmarks: Sendable {
    /// The board that the page speaks from, then older ones; what is whole before a part.
    var boards: [MeasuredBoard]

    init(boards: [MeasuredBoard] = []) { self.boards = boards }

    /// Throws `CatalogError`.
    init(_ catalog: Catalog) throws {
        let hub = try catalog.leaderboardModels()
        let sources = try catalog.sources()
        let found = try ["v2", "v1"].compactMap {
            try MeasuredBoard(catalog, version: $0, hub: hub, sources: sources)
        }
        boards = found.filter { !$0.isPart } + found.filter(\.isPart)
    }

    var page: Page {
        Page(
            id: "benchmarks", name: "Benchmarks", plate: 6, question: "Does size buy quality?", lede: lede,
            figures: figures, tables: tables, shows: shows, method: method,
            next: PageLink(page: "adoption", text: "Who is used?"),
            nextText: "The best are not always those that people take.", findings: findings)
    }

    var board: MeasuredBoard? { boards.first }
    var sizeAndScore: SizeAndScore? { board.flatMap { SizeAndScore($0.sized.pairs()) } }

    private var figures: [Figure] {
        guard let board, sizeAndScore != nil else { return [] }
        return [scatter(board), types(board), efficiency(board), cost(board)].compactMap(\.self)
    }

    private var tables: [TitledTable] {
        guard let board, sizeAndScore != nil else { return [] }
        return [byBenchmark(board), front(board), openAgainstGated(board), perKilogram(board), bothBoards].compactMap(
            \.self)
    }
}

extension Benchmarks {
    var lede: Sentence {
        guard let board else {
            return
                "No result of a leaderboard is in this atlas, so nothing says how good a model is; hubatlas collect leaderboard adds some."
        }
        guard let both = sizeAndScore else { return tooLittle(board) }
        return .paragraph([answer(both), rest(both)])
    }

    /// Fewer than three sizes, or all sizes or all scores alike.
    private func tooLittle(_ board: MeasuredBoard) -> Sentence {
        let models = Format.count(board.models.count, "model")
        let sized = board.sized.count
        if sized == 0 {
            return
                "Of \(number: models) of \(board.title) no size is known, so nothing tells whether size buys quality."
        }
        if sized < 3 {
            return """
                Of \(number: models) of \(board.title) only \(number: Format.words(sized)) \
                \(sized == 1 ? "says how large it is" : "say how large they are"): too few to tell whether size buys quality.
                """
        }
        return """
            Of \(number: models) of \(board.title) \(number: Format.int(sized)) say how large they are, and their sizes or \
            scores differ too little to tell whether size buys quality.
            """
    }

    /// "Partly. Each tenfold in parameters adds 13.8 points on average (r = 0.63 over 4,487 models)."
    func answer(_ both: SizeAndScore) -> Sentence {
        let numbers: Sentence =
            "(r\u{202F}=\u{202F}\(number: Format.decimal(both.logarithmic.r, digits: 2)) over \(number: Format.count(both.n, "model")))"
        guard both.isSure else {
            return "Nothing here says so: size and score go together no more than by chance " + numbers + "."
        }
        let points = Format.decimal(abs(both.line.slope), digits: 1)
        guard both.line.slope > 0 else {
            return "No. Each tenfold in parameters takes \(number: points + " points") away on average " + numbers + "."
        }
        let word = both.explained < 0.1 ? "Hardly" : both.explained < 0.6 ? "Partly" : "Mostly"
        return "\(word). Each tenfold in parameters adds \(number: points + " points") on average " + numbers + "."
    }

    private func rest(_ both: SizeAndScore) -> Sentence {
        guard both.isSure else { return .empty }
        let share = Format.percent(both.explained)
        return both.explained < 0.6
            ? "But size explains only \(number: share) of the differences between models; the rest lies elsewhere."
            : "Size explains \(number: share) of the differences between models."
    }

    var findings: [Finding] {
        guard let board, let both = sizeAndScore else { return [] }
        let source = provenance(board, rows: both.n)
        return [
            Finding(id: "benchmarks.size", sentence: answer(both), page: "benchmarks", provenance: source),
            gate(board).map { test in
                Finding(
                    id: "benchmarks.gated", sentence: gateSentence(test), page: "benchmarks",
                    provenance: provenance(board, rows: test.welch.counts.0 + test.welch.counts.1))
            },
        ].compactMap(\.self)
    }

    func provenance(_ board: MeasuredBoard, rows: Int, caveat: String = "") -> Provenance {
        Provenance(
            source: "\(board.title), \(Format.day(board.day))",
            rows:
                "\(Format.count(board.results.count, "result")), the best of each of \(Format.count(rows, "model"))",
            caveat: [board.isPart ? "Some of the leaderboard’s models only." : "", caveat].filter { !$0.isEmpty }
                .joined(separator: " "))
    }
}
