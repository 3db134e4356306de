import Catalog
import Core

/// Makes a row of a table's record.
struct ResultRules {
    let schema: TableSchema
    /// Key of the table's `SourceRow`.
    let source: String

    /// - Parameter cell: what the record has at a position.
    /// - Returns: nil, and why, for a record that names no model.
    func row(_ cell: (Int) -> String?, into counts: inout DiagnosticCounts) -> LeaderboardRow? {
        func at(_ field: TableSchema.Field) -> String? { schema[field].flatMap(cell) }
        guard let model = Cell.model(at(.model)) else {
            counts.add(Diagnostic("leaderboard.noModel", at: source, at(.model) ?? ""))
            return nil
        }
        var row = LeaderboardRow(source: source, board: Board.id, version: schema.board.version, model: model)
        row.precision = Cell.text(at(.precision))
        row.revision = Cell.text(at(.revision))
        row.hasChatTemplate = Cell.flag(at(.template))
        row.type = type(at(.type), of: model, into: &counts)
        row.weightType = Cell.text(at(.weightType))
        row.architecture = Cell.text(at(.architecture))
        row.parameters = Cell.parameters(at(.parameters))
        row.average = points(at(.average), of: model, into: &counts)
        if row.average == nil { counts.add(Diagnostic("leaderboard.noAverage", at: model, at(.average) ?? "")) }
        row.scores = zip(schema.board.benchmarks, schema.scores).map { benchmark, columns in
            let score = points(cell(columns.score), of: model, into: &counts)
            guard schema.board.isNormalized else {
                return .init(benchmark: benchmark.name, raw: score.map { $0 / 100 })
            }
            return .init(
                benchmark: benchmark.name, raw: columns.raw.flatMap { Cell.number(cell($0)) }, normalized: score)
        }
        // -1: the time of measuring was not noted.
        row.co2Kg = Cell.number(at(.co2)).flatMap { $0 < 0 ? nil : $0 }
        row.isFlagged = flag(.flagged, cell)
        row.isMixtureOfExperts = flag(.experts, cell)
        row.isMerged = flag(.merged, cell) ?? Cell.flag(at(.notMerged)).map { !$0 }
        row.isAvailable = flag(.available, cell)
        row.isOfficial = flag(.official, cell)
        row.submittedOn = Cell.day(at(.submitted))
        row.uploadedOn = Cell.day(at(.uploaded))
        row.generation = Cell.number(at(.generation)).flatMap { Int(exactly: $0) }
        row.base = Cell.text(at(.base)).flatMap { $0 == "Removed" ? nil : $0 }
        return row
    }

    private func type(_ cell: String?, of model: String, into counts: inout DiagnosticCounts) -> String? {
        guard let text = Cell.text(cell) else { return nil }
        if let known = ModelType(text) { return known.rawValue }
        counts.add(Diagnostic("leaderboard.type", at: model, text))
        return nil
    }

    private func flag(_ field: TableSchema.Field, _ cell: (Int) -> String?) -> Bool? {
        guard let said = Cell.flag(schema[field].flatMap(cell)) else { return nil }
        return schema.isInverted(field) ? !said : said
    }

    /// No score is above 100, and none as far below guessing as −100.
    private func points(_ cell: String?, of model: String, into counts: inout DiagnosticCounts) -> Double? {
        guard let value = Cell.number(cell) else { return nil }
        if abs(value) <= 100 { return value }
        counts.add(Diagnostic("leaderboard.score", at: model, cell ?? ""))
        return nil
    }
}
