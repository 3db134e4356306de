import Archive
import Core
import Sources
import Web

/// The rows of the dataset that v2 was made from, a hundred at a time: what the dataset viewer gives at most.
///
/// Source: the dataset viewer's documentation of `/rows`.
struct RowsWalk {
    let desk: Desk

    static let dataset = "open-llm-leaderboard/contents"
    private static let length = 100
    /// No leaderboard is as long; a count that is, is wrong.
    private static let rowLimit = 1_000_000

    /// - Throws: `WebError`, `SourceError`, `ArchiveError`; every page that came is kept, and not asked for again.
    func run() async throws -> String {
        let walk = try desk.walk(Leaderboard.WalkName.rows, plan: desk.endpoints.datasetsServer, days: 30)
        let entries = desk.archive.entries.filter { $0.walk == walk.id }
        var known = Set(entries.map(\.url))
        // Only a page says how many rows there are.
        var total = try entries.first.map { try rows(of: try desk.archive.page($0).body, at: $0.url).total }
        var offset = 0
        var announced = false
        while offset < min(total ?? 1, Self.rowLimit) {
            let address = address(offset)
            if known.insert(address).inserted {
                let page = try await desk.web.get(address)
                if page.isMissing { throw WebError(.refused(status: page.status, message: ""), at: address) }
                let (count, all) = try rows(of: page.body, at: address)
                try desk.archive.append(
                    ArchivedPage(
                        walk: walk.id, url: address, fetchedAt: page.fetchedAt, format: Leaderboard.Format.rows,
                        records: count, body: page.body))
                total = all
                if !announced { announce(all) }
                announced = true
            }
            offset += Self.length
        }
        try desk.archive.finish(walk.id)
        return "\(desk.archive.walk(walk.id)?.records ?? 0) results by the dataset's rows"
    }

    private func announce(_ total: Int) {
        desk.log.info("Collect", "\(Self.dataset): \(total) rows, \((total + Self.length - 1) / Self.length) requests")
    }

    private func address(_ offset: Int) -> String {
        let dataset = Self.dataset.split(separator: "/").joined(separator: "%2F")
        return "\(desk.endpoints.datasetsServer)/rows?dataset=\(dataset)&config=default&split=train"
            + "&offset=\(offset)&length=\(Self.length)"
    }

    /// - Throws: `SourceError` for an answer that is no page of rows: it is not kept, and asked for again next time.
    private func rows(of body: [UInt8], at url: String) throws -> (count: Int, total: Int) {
        let (records, total) = try FlatRecords.rows(body, at: url)
        if !records.rows.isEmpty { _ = try TableSchema(records.columns, at: url) }
        return (records.rows.count, total)
    }
}
