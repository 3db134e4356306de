import Sources

/// Where a table has what, in any of the forms in which it was ever published.
///
/// Columns that are not known are nobody's concern; those that are needed and missing are all named in one error.
///
///     try TableSchema(["eval_name", "fullname", "Average ⬆️", …])
struct TableSchema {
    /// Plain names of a field's column, the best first.
    enum Field: String, CaseIterable {
        case model, average, precision, revision, template, type, weightType, architecture, parameters, available,
            merged
        case notMerged, experts, flagged, official, co2, uploaded, submitted, generation, base

        var names: [String] {
            switch self {
            // `Model` may be mark-up, where a bare name stands beside it.
            case .model: ["modelname", "fullname", "model"]
            case .average: ["modelaveragescore", "average"]
            case .precision: ["modelprecision", "precision"]
            case .revision: ["modelsha"]
            case .template: ["modelhaschattemplate", "chattemplate"]
            case .type: ["modeltype", "type", "t"]
            case .weightType: ["modelweighttype", "weighttype"]
            case .architecture: ["modelarchitecture", "architecture"]
            case .parameters: ["metadataparamsbillions", "paramsb"]
            // Filled from "available on the hub", whatever its name says.
            case .available: ["featuresisnotavailableonhub", "availableonthehub"]
            case .merged: ["featuresismerged", "merged"]
            case .notMerged: ["notmerged"]
            case .experts: ["featuresismoe", "moe"]
            case .flagged: ["featuresisflagged", "flagged"]
            case .official: ["featuresisofficialprovider", "officialproviders", "maintainershighlight"]
            case .co2: ["metadataco2cost", "co2costkg", "co2cost"]
            case .uploaded: ["metadatauploaddate", "uploadtohubdate"]
            case .submitted: ["metadatasubmissiondate", "submissiondate", "date"]
            case .generation: ["metadatageneration", "generation"]
            case .base: ["metadatabasemodel", "basemodel"]
            }
        }
    }

    let board: Board
    /// Of each of the board's benchmarks.
    let scores: [(raw: Int?, score: Int)]
    /// Of a browser's view of some models, not of all.
    let isPart: Bool
    private let columns: [Field: Int]
    private let isV1: Bool

    /// - Parameter place: what the error names: a file, an address.
    init(_ names: [String], at place: String) throws(SourceError) {
        var positions: [String: Int] = [:]
        for (i, name) in names.enumerated() where positions[ColumnName.plain(name)] == nil {
            positions[ColumnName.plain(name)] = i
        }
        let v2 = Board.v2.benchmarks.contains { Self.score($0, in: positions) != nil }
        isV1 = !v2 && positions["hellaswag"] != nil
        board = isV1 ? .v1 : .v2
        let columns: [Field: Int] = Field.allCases.reduce(into: [:]) { found, field in
            found[field] = field.names.lazy.compactMap { positions[$0] }.first
        }
        isPart = positions["rank"] != nil
        let found = board.benchmarks.map { Self.score($0, in: positions) }
        let missing =
            [Field.model, .average].filter { columns[$0] == nil }.map(\.rawValue)
            + zip(board.benchmarks, found).filter { $1 == nil }.map(\.0.name)
        guard missing.isEmpty else { throw Self.missing(missing, at: place) }
        self.columns = columns
        scores = zip(board.benchmarks, found).map { benchmark, score in
            let raw = benchmark.stems.flatMap { ["\($0)raw", "evaluations\($0)value"] }
            return (raw.lazy.compactMap { positions[$0] }.first, score!)
        }
    }

    /// Where a field stands; nil where the table does not have it.
    subscript(field: Field) -> Int? { columns[field] }

    /// Whether a table says no where it means yes: all of v1, and v2 as long as it had a column `Not_Merged`.
    func isInverted(_ field: Field) -> Bool {
        switch field {
        case .flagged, .experts: isV1 || columns[.notMerged] != nil
        case .merged: isV1
        default: false
        }
    }

    private static func score(_ benchmark: Board.Benchmark, in positions: [String: Int]) -> Int? {
        benchmark.stems.flatMap { ["evaluations\($0)normalizedscore", $0] }.lazy.compactMap { positions[$0] }.first
    }

    private static func missing(_ names: [String], at place: String) -> SourceError {
        let list = names.count < 2 ? names.joined() : "\(names.dropLast().joined(separator: ", ")) and \(names.last!)"
        return SourceError(.changed("\(place) has no column for \(list)"), at: Leaderboard.name)
    }
}
