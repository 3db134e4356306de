package import Archive
import CSV
package import Catalog
package import Core
import JSON
import Sources

extension Leaderboard {
    package func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        for walk in walks(of: archive) {
            var table = try TableWriter(walk, archive, catalog)
            try table.write()
            log.info("Clean", "\(walk.id): \(table.rows) results")
        }
    }

    /// The newest of each table, and the newest reading of each file; those only that have anything.
    private func walks(of archive: Archive) -> [Walk] {
        let formats = [Format.json, Format.rows, Format.csv, Format.live, Format.stated]
        let ids = Set(archive.entries.lazy.filter { formats.contains($0.format) }.map(\.walk))
        var newest: [String: Walk] = [:]
        for walk in archive.walks where ids.contains(walk.id) && walk.records > 0 { newest[walk.name] = walk }
        return newest.values.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    }
}

/// Writes what one walk has of a leaderboard.
private struct TableWriter {
    private let walk: Walk
    private let archive: Archive
    private let catalog: Catalog
    private let entries: [ArchiveEntry]
    private let key: String
    private var counts = DiagnosticCounts()
    private var board = ""
    private var isPart: Bool
    /// Models that are said to have results of their own, of which none was told yet.
    private var untold: Set<String> = []
    private(set) var rows = 0

    init(_ walk: Walk, _ archive: Archive, _ catalog: Catalog) throws {
        self.walk = walk
        self.archive = archive
        self.catalog = catalog
        entries = archive.entries.filter { $0.walk == walk.id }
        isPart = !walk.isFinished
        // A file is called by its name, whenever it was read; an answer by its day.
        let words = walk.name.split(separator: "/").map(String.init)
        let file = words.dropFirst().joined(separator: "-")
        key =
            words[0] == "import"
            ? (file.hasPrefix("leaderboard-") ? file : "leaderboard-\(file)")
            : "\(words.joined(separator: "-"))-\(walk.day)"
    }

    mutating func write() throws {
        try catalog.removeLeaderboardResults(of: key)
        for entry in entries where entry.format != Leaderboard.Format.benchmarks {
            do {
                let page = try archive.page(entry)
                try catalog.transaction { try write(page) }
            } catch let error as ArchiveError {
                guard case .damagedPage(let url, let why) = error.reason else { throw error }
                counts.add(Diagnostic("archive.page", at: url, why))
            } catch let error as SourceError {
                counts.add(Diagnostic("page.noColumn", at: entry.url, error.description))
            } catch let error as any Failure where error is JSONError || error is CSVError {
                counts.add(Diagnostic("page.damaged", at: entry.url, error.description))
            }
        }
        for model in untold.sorted() { counts.add(Diagnostic("evals.absent", at: model)) }
        try catalog.add(source)
        try catalog.setDiagnostics(counts, of: key)
    }

    private mutating func write(_ page: ArchivedPage) throws {
        switch page.format {
        case Leaderboard.Format.csv: try writeCSV(page)
        case Leaderboard.Format.json: try write(FlatRecords.leaderboard(page.body, at: page.url), of: page)
        case Leaderboard.Format.rows: try write(FlatRecords.rows(page.body, at: page.url).records, of: page)
        case Leaderboard.Format.live:
            guard let benchmark = LiveRanking.benchmark(of: page.url) else { return }
            board = "Official benchmarks of the Hub"
            for row in try LiveRanking.rows(page.body, of: benchmark, source: key, into: &counts) { try add(row) }
        case Leaderboard.Format.stated:
            for model in try JSONDocument.parse(page.body).root.elements { try writeStated(model) }
        case Leaderboard.Format.statedAlone: try writeStated(try JSONDocument.parse(page.body).root)
        default: break
        }
    }

    private mutating func writeStated(_ model: JSONView) throws {
        board = "Results that models’ own repos state"
        let name = model["id"]?.string ?? ""
        guard let results = StatedResults.rows(of: model, source: key, into: &counts) else {
            untold.insert(name)
            return
        }
        untold.remove(name)
        for row in results { try add(row) }
    }

    private mutating func writeCSV(_ page: ArchivedPage) throws {
        let table = try CSVTable(page.body, named: page.url)
        // Every page of a file begins with its header: what is wrong with that is said once.
        let isFirst = page.url.hasSuffix("#record=0")
        counts.add(table.diagnostics, without: isFirst ? [] : ["csv.duplicateHeader", "csv.namelessColumn"])
        let rules = try rules(table.header.names, page)
        for fields in table.rows {
            if let row = rules.row({ $0 < fields.count ? fields[$0] : nil }, into: &counts) { try add(row) }
        }
    }

    private mutating func write(_ records: FlatRecords, of page: ArchivedPage) throws {
        if records.malformed > 0 {
            counts.add(Diagnostic("record.malformed", at: page.url, "\(records.malformed) records"))
        }
        let rules = try rules(records.columns, page)
        for fields in records.rows {
            if let row = rules.row({ $0 < fields.count ? fields[$0] : nil }, into: &counts) { try add(row) }
        }
    }

    private mutating func rules(_ columns: [String], _ page: ArchivedPage) throws -> ResultRules {
        let schema = try TableSchema(columns, at: page.url)
        board = "Open LLM Leaderboard \(schema.board.version)"
        isPart = isPart || schema.isPart
        return ResultRules(schema: schema, source: key)
    }

    private mutating func add(_ row: LeaderboardRow) throws {
        if try catalog.add(row) { rows += 1 } else { counts.add(Diagnostic("leaderboard.duplicate", at: row.model)) }
    }

    private var source: SourceRow {
        let day = entries.map(\.fetchedAt).max()?.day ?? walk.day
        let file = entries.first?.url.hasPrefix("file:") == true ? walk.name.split(separator: "/").last : nil
        // No file says that it is whole; one that is shorter than the boards ever were is not.
        let isPart = isPart || file != nil && rows < Self.shortestBoard
        var notes: [String] = []
        if let file { notes.append("Read from the file \(file).") }
        if isStated { notes.append("Models that the Hub tags “eval-results”; each benchmark has its own measure.") }
        if isPart { notes.append(file == nil ? "Not read to its end." : "Some models only.") }
        if board.hasSuffix(Board.v2.version) { notes.append("CO₂ is that of measuring, not of training.") }
        return SourceRow(
            key: key, title: board.isEmpty ? "A leaderboard that could not be read" : board, day: day,
            url: file == nil ? entries.first?.url : nil,
            license: isStated ? "The Hub’s terms of service; scores only, no text of theirs" : nil,
            coverage: isStated || isPart ? .slice : .whole, about: .leaderboard, rows: rows,
            note: notes.joined(separator: " "))
    }

    /// Both boards opened with more models than these.
    private static let shortestBoard = 100

    private var isStated: Bool { walk.name == Leaderboard.WalkName.stated }
}
