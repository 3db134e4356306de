import Catalog
import Core
import Hardware
import SQLite

/// Goes through a table's rows in the catalog, and gives each value to a sink. One row is in memory at a time.
struct TableReader {
    let catalog: Catalog
    let table: ExportTable

    /// - Returns: how many rows there are.
    func read(into sink: any RowSink) throws -> Int {
        try catalog.inCatalogWords {
            switch table.rows {
            case .query(let query): try read(query, into: sink)
            case .history: try readHistory(into: sink)
            }
        }
    }
}

extension TableReader {
    private func read(_ query: String, into sink: any RowSink) throws -> Int {
        let isReckoned = table.columns.contains { if case .memory = $0.kind { true } else { false } }
        let selected = table.columns.map(\.sql) + (isReckoned ? ExportTable.facts : [])
        let statement = try catalog.database.prepare("SELECT \(selected.joined(separator: ", ")) \(query)")
        let kinds = table.columns.map(\.kind)
        var rows = 0
        while try statement.step() {
            let facts = isReckoned ? facts(statement) : HardwareFacts()
            for i in kinds.indices { put(statement, i, kinds[i], facts, into: sink) }
            try sink.endRow()
            rows += 1
        }
        return rows
    }

    private func put(
        _ statement: Statement, _ i: Int, _ kind: ExportColumn.Kind, _ facts: HardwareFacts, into sink: any RowSink
    ) {
        if case .memory(let bits) = kind {
            let memory = bits.map { facts.memory(at: $0) } ?? facts.memoryAsStored()
            if let memory { sink.integer(i, memory.totalBytes) } else { sink.null(i) }
            return
        }
        if statement.isNull(i) { return sink.null(i) }
        switch kind {
        case .text: _ = statement.withText(i) { sink.text(i, $0) }
        case .integer: sink.integer(i, statement.int(i)!)
        case .number: sink.number(i, statement.double(i)!)
        case .flag: sink.flag(i, statement.bool(i))
        case .day: sink.day(i, statement.int(i)!)
        case .month: sink.day(i, Month(number: statement.int(i)!).firstDay.number)
        case .instant: sink.instant(i, statement.int(i)!)
        case .list(let separator): _ = statement.withText(i) { sink.list(i, $0, separator: separator) }
        case .memory: break
        }
    }

    /// Behind the columns, in the order of `ExportTable.facts`.
    private func facts(_ statement: Statement) -> HardwareFacts {
        let at = table.columns.count
        return HardwareFacts(
            parameters: statement.int(at), bits: statement.int(at + 1),
            formats: statement.string(at + 2)?.split(separator: " ").map(String.init) ?? [],
            task: statement.string(at + 3), isAdapter: statement.bool(at + 4))
    }
}

extension TableReader {
    /// Kinds and the tables that count them.
    private static let kinds = [("datasets", "dataset"), ("models", "model"), ("spaces", "space")]

    private func readHistory(into sink: any RowSink) throws -> Int {
        var rows = 0
        for (kind, one) in Self.kinds {
            let prefix = kind == "models" ? "" : "\(one)_"
            let statement = try catalog.database.prepare(
                """
                SELECT r.repo_id, h.counts,
                    (SELECT group_concat(day, ' ') FROM \(prefix)glitches WHERE \(one) = h.\(one))
                FROM \(prefix)history h JOIN \(kind) r ON r.id = h.\(one) ORDER BY r.repo_id
                """)
            while try statement.step() {
                guard let days = statement.withBytes(1, CountHistory.observations) else {
                    throw ExportError(.damagedHistory(try statement.neededString(0)))
                }
                let broken = Set(statement.string(2)?.split(separator: " ").compactMap { Int($0) } ?? [])
                for seen in days {
                    put(kind, to: sink, 0)
                    _ = statement.withText(0) { sink.text(1, $0) }
                    sink.day(2, seen.day.number)
                    if let downloads = seen.downloads { sink.integer(3, downloads) } else { sink.null(3) }
                    if let likes = seen.likes { sink.integer(4, likes) } else { sink.null(4) }
                    sink.flag(5, broken.contains(seen.day.number))
                    try sink.endRow()
                }
                rows += days.count
            }
        }
        return rows
    }

    private func put(_ text: String, to sink: any RowSink, _ column: Int) {
        var text = text
        text.withUTF8 { sink.text(column, $0) }
    }
}
