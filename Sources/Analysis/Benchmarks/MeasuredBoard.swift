import Catalog
import Core
import Report

/// One leaderboard, read: each model once, with what the Hub says of it.
struct MeasuredBoard {
    var title: String
    var day: Day
    var version: String
    /// Whether it is some of the board's models only.
    var isPart = false
    /// In the order of the board.
    var benchmarks: [String]
    /// Results with an average, several of some models.
    var results: [MeasuredModel]
    /// Each model by its best.
    var models: [MeasuredModel]

    init(title: String, day: Day, version: String, rows: [LeaderboardRow], hub: [String: LeaderboardModel]) {
        (self.title, self.day, self.version) = (title, day, version)
        let told = Set(rows.flatMap { $0.scores.map(\.benchmark) })
        benchmarks = Self.order.filter(told.contains) + told.subtracting(Self.order).sorted()
        let benchmarks = benchmarks
        results = rows.compactMap { MeasuredModel($0, benchmarks: benchmarks, hub: hub[$0.model]) }
        models = .best(of: results)
    }

    /// Reads the newest whole table of a board, else the longest part of one; nil where none is in the catalog.
    init?(_ catalog: Catalog, version: String, hub: [String: LeaderboardModel], sources: [SourceRow]) throws {
        guard let key = try catalog.newestLeaderboard("open-llm-leaderboard", version),
            let source = sources.first(where: { $0.key == key })
        else { return nil }
        var rows: [LeaderboardRow] = []
        try catalog.forEachLeaderboardResult(of: key) { rows.append($0) }
        let title =
            source.title.hasSuffix(", results") ? String(source.title.dropLast(", results".count)) : source.title
        self.init(title: title, day: source.day, version: version, rows: rows, hub: hub)
        isPart = source.coverage != .whole
        guard !results.isEmpty else { return nil }
    }

    /// Models whose size is known.
    var sized: [MeasuredModel] { models.filter { $0.parameters != nil } }

    /// Whether scores are points above guessing.
    var isAboveGuessing: Bool { version == "v2" }
}

extension MeasuredBoard {
    private static let order = [
        "ifeval", "bbh", "math", "gpqa", "musr", "mmlu_pro", "arc", "hellaswag", "mmlu", "truthfulqa", "winogrande",
        "gsm8k",
    ]

    private static let names = [
        "ifeval": ("IFEval", "following instructions"), "bbh": ("BBH", "hard reasoning"),
        "math": ("MATH Level 5", "competition mathematics"), "gpqa": ("GPQA", "graduate science"),
        "musr": ("MUSR", "long deduction"), "mmlu_pro": ("MMLU-PRO", "broad knowledge"),
        "arc": ("ARC", "school science"), "hellaswag": ("HellaSwag", "common sense"),
        "mmlu": ("MMLU", "broad knowledge"), "truthfulqa": ("TruthfulQA", "common misbeliefs"),
        "winogrande": ("WinoGrande", "what a pronoun means"), "gsm8k": ("GSM8K", "school mathematics"),
    ]

    /// "mmlu_pro" → "MMLU-PRO"; a benchmark that nobody told us of keeps its key.
    static func name(_ benchmark: String) -> String { names[benchmark]?.0 ?? benchmark }

    /// What it asks for: "broad knowledge"; empty where nobody told us.
    static func subject(_ benchmark: String) -> String { names[benchmark]?.1 ?? "" }
}
