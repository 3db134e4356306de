import Catalog
import Core
import Hub
import JSON

/// Rows of what a model's own repo states about it: its `evalResults`.
///
///     {"id": "acme/m", "evalResults": [
///         {"dataset": {"id": "cais/hle", "task_id": "hle"}, "value": "41.2%"},
///         {"filename": "a.yaml", "data": {"dataset": …, "value": 44.9}, "verified": true},
///         {"filename": "b.yaml", "data": …, "pullRequest": 69},
///         {"filename": "c.yaml", "error": "…"}]}
///     → two rows, of "cais/hle", the second verified; evals.pending 1, evals.unparsable 1
///
/// What only an open pull request says is counted and no result: anybody may have written it. The same benchmark may come
/// with and without tools, which are results of two kinds; of other notes only is kept that there is one, as nothing that
/// people wrote is kept. Values are in each benchmark's own measure, a share here, percent there.
enum StatedResults {
    /// No model was measured as often; one that was is hostile.
    private static let most = 1000

    /// - Returns: nil for a model of which nothing is told.
    static func rows(
        of model: JSONView, source: String, into counts: inout DiagnosticCounts
    ) -> [LeaderboardRow]? {
        guard let id = model["id"]?.string, RepoID.isValid(id) else {
            counts.add(Diagnostic("leaderboard.noModel", at: source, model["id"]?.string ?? ""))
            return []
        }
        guard let list = model["evalResults"], !list.isNull else { return nil }
        guard list.kind == .array else {
            counts.add(Diagnostic("field.type", at: id, "evalResults: \(list.kind.rawValue) instead of a list"))
            return []
        }
        var rows: [LeaderboardRow] = []
        for (i, item) in list.elements.enumerated() {
            guard i < most else {
                counts.add(Diagnostic("field.tooMany", at: id, "evalResults: more than \(most)"))
                break
            }
            if let row = row(of: item, model: id, source: source, into: &counts) { rows.append(row) }
        }
        return rows
    }

    private static func row(
        of item: JSONView, model: String, source: String, into counts: inout DiagnosticCounts
    ) -> LeaderboardRow? {
        let place = Cell.text(item["filename"]?.string) ?? ""
        if isPending(item["pullRequest"]) {
            counts.add(Diagnostic("evals.pending", at: model, place))
            return nil
        }
        let entry = item["data"] ?? item
        if item["data"] == nil, let error = item["error"] {
            counts.add(Diagnostic("evals.unparsable", at: model, Cell.text(error.string) ?? place))
            return nil
        }
        guard let dataset = entry["dataset"]?["id"]?.string, RepoID.isValid(dataset) else {
            counts.add(Diagnostic("evals.noBenchmark", at: model, entry["dataset"]?["id"]?.string ?? place))
            return nil
        }
        guard let value = value(entry["value"]) else {
            counts.add(Diagnostic("evals.noValue", at: model, "\(dataset): \(entry["value"]?.string ?? "")"))
            return nil
        }
        var row = LeaderboardRow(source: source, board: dataset, version: "stated", model: model)
        row.isVerified = item["verified"]?.bool
        row.submittedOn = Cell.day(entry["date"]?.string)
        row.scores = [.init(benchmark: benchmark(dataset, entry), raw: value)]
        return row
    }

    /// A number, or a text that is one, with or without "%".
    private static func value(_ value: JSONView?) -> Double? {
        value?.string.map { Cell.number($0) } ?? value?.number.flatMap { abs($0) <= 1e12 ? $0 : nil }
    }

    /// The number of a pull request; whatever else is there but "none" says that there is one.
    private static func isPending(_ view: JSONView?) -> Bool {
        guard let view, !view.isNull else { return false }
        return view.bool ?? view.number.map { $0 > 0 } ?? (view.string != "")
    }

    /// "cais/hle/hle", "cais/hle/hle (with tools)", "openai/gsm8k".
    private static func benchmark(_ dataset: String, _ entry: JSONView) -> String {
        let task = Cell.text(entry["dataset"]?["task_id"]?.string).map { "\(dataset)/\($0)" } ?? dataset
        return setup(Cell.text(entry["notes"]?.string)).map { "\(task) (\($0))" } ?? task
    }

    private static func setup(_ notes: String?) -> String? {
        guard let notes else { return nil }
        return switch ColumnName.plain(notes) {
        case "notools", "withouttools": nil
        case "tools", "withtools": "with tools"
        default: "another set-up"
        }
    }
}
