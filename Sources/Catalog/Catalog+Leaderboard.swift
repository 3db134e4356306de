import Core
import SQLite

extension Catalog {
    /// Takes a result in. One that its table has already, word for word, is left out; another one with the same key is kept
    /// beside it, under its key with "#2".
    ///
    /// - Returns: whether it is new.
    @discardableResult
    package func add(_ row: LeaderboardRow) throws -> Bool {
        try inCatalogWords {
            var (key, number) = (row.key, 1)
            while let known = try leaderboardResult(source: row.source, key: key) {
                if known == row { return false }
                number += 1
                key = "\(row.key)#\(number)"
            }
            try insert(row, key: key)
            return true
        }
    }

    /// Forgets the results of a table.
    package func removeLeaderboardResults(of source: String) throws {
        try transaction {
            try statement(
                "DELETE FROM leaderboard_scores WHERE result IN (SELECT id FROM leaderboard_results WHERE source = ?)"
            ).run(source)
            try statement("DELETE FROM leaderboard_results WHERE source = ?").run(source)
        }
    }

    /// Every result of a table, in its order.
    package func forEachLeaderboardResult(of source: String, _ body: (LeaderboardRow) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare("\(selectResult) WHERE source = ? ORDER BY id")
            try read.bind(1, source)
            while try read.step() { try body(try leaderboardRow(from: read)) }
        }
    }

    /// The key of the newest whole table of a board: of those of one day the longest. Where none is whole, that of the longest
    /// part; nil where there is none at all.
    ///
    ///     try catalog.newestLeaderboard("open-llm-leaderboard", "v2") → "leaderboard-v2-2026-11-21"
    package func newestLeaderboard(_ board: String, _ version: String) throws -> String? {
        try inCatalogWords {
            let read = try statement(
                """
                SELECT key FROM sources WHERE key IN
                (SELECT source FROM leaderboard_results WHERE board = ? AND version = ?)
                ORDER BY coverage = 'whole' DESC, iif(coverage = 'whole', day, '') DESC, row_count DESC, day DESC, key
                LIMIT 1
                """)
            try read.bind(1, board)
            try read.bind(2, version)
            return try read.first { try $0.neededString(0) }
        }
    }
}

private let resultColumns = [
    "id", "source", "board", "version", "model", "precision", "revision", "has_chat_template", "type", "weight_type",
    "architecture", "parameters", "average", "co2_kg", "is_flagged", "is_mixture_of_experts", "is_merged",
    "is_available", "is_official", "is_verified", "submitted_on", "uploaded_on", "generation", "base",
]
private let selectResult = "SELECT \(resultColumns.joined(separator: ", ")) FROM leaderboard_results"

extension Catalog {
    private func leaderboardResult(source: String, key: String) throws -> LeaderboardRow? {
        let read = try statement("\(selectResult) WHERE source = ? AND key = ?")
        try read.bind(1, source)
        try read.bind(2, key)
        return try read.first { try leaderboardRow(from: $0) }
    }

    private func insert(_ row: LeaderboardRow, key: String) throws {
        let columns = resultColumns.dropFirst() + ["key"]
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        let insert = try statement(
            "INSERT INTO leaderboard_results (\(columns.joined(separator: ", "))) VALUES (\(places)) RETURNING id")
        for (i, text) in [row.source, row.board, row.version, row.model, row.precision, row.revision].enumerated() {
            try insert.bind(i + 1, text)
        }
        try insert.bind(7, flag: row.hasChatTemplate)
        try insert.bind(8, row.type)
        try insert.bind(9, row.weightType)
        try insert.bind(10, row.architecture)
        try insert.bind(11, row.parameters)
        try insert.bind(12, row.average)
        try insert.bind(13, row.co2Kg)
        let flags = [
            row.isFlagged, row.isMixtureOfExperts, row.isMerged, row.isAvailable, row.isOfficial, row.isVerified,
        ]
        for (i, flag) in flags.enumerated() { try insert.bind(14 + i, flag: flag) }
        try insert.bind(20, row.submittedOn?.number)
        try insert.bind(21, row.uploadedOn?.number)
        try insert.bind(22, row.generation)
        try insert.bind(23, row.base)
        try insert.bind(24, key)
        guard let id = try insert.first({ try $0.neededInt(0) }) else { return }
        for score in row.scores {
            try statement("INSERT INTO leaderboard_scores VALUES (?, ?, ?, ?)")
                .run(id, score.benchmark, score.raw, score.normalized)
        }
    }

    private func leaderboardRow(from s: Statement) throws -> LeaderboardRow {
        var row = LeaderboardRow(
            source: try s.neededString(1), board: try s.neededString(2), version: try s.neededString(3),
            model: try s.neededString(4))
        row.precision = s.string(5)
        row.revision = s.string(6)
        row.hasChatTemplate = s.flag(7)
        row.type = s.string(8)
        row.weightType = s.string(9)
        row.architecture = s.string(10)
        row.parameters = s.int(11)
        row.average = s.double(12)
        row.co2Kg = s.double(13)
        row.isFlagged = s.flag(14)
        row.isMixtureOfExperts = s.flag(15)
        row.isMerged = s.flag(16)
        row.isAvailable = s.flag(17)
        row.isOfficial = s.flag(18)
        row.isVerified = s.flag(19)
        row.submittedOn = s.int(20).map { Day(number: $0) }
        row.uploadedOn = s.int(21).map { Day(number: $0) }
        row.generation = s.int(22)
        row.base = s.string(23)
        row.scores = try scores(of: try s.neededInt(0))
        return row
    }

    private func scores(of result: Int) throws -> [LeaderboardRow.Score] {
        let read = try statement(
            "SELECT benchmark, raw, normalized FROM leaderboard_scores WHERE result = ? ORDER BY benchmark")
        try read.bind(1, result)
        return try read.all {
            .init(benchmark: try $0.neededString(0), raw: $0.double(1), normalized: $0.double(2))
        }
    }
}

extension Statement {
    fileprivate func bind(_ position: Int, flag: Bool?) throws { try bind(position, flag.map { $0 ? 1 : 0 }) }
    fileprivate func flag(_ column: Int) -> Bool? { int(column).map { $0 != 0 } }
}
