package import Archive
package import Catalog
package import Core
import HTTP
import JSON
import Matching
import Report
package import Sources
import Web

/// How often families are named on X, by its counts of posts: months from its full archive, or the last seven days each run.
///
///     X_BEARER_TOKEN=… hubatlas collect x --yes
///     → "mentions on X: 300 requests cost $3.00"
///
/// Every request costs; without `--yes` nothing is asked. `X_COUNTS=recent` takes the cheaper days, for accounts without the
/// full archive: a month is known then when a run came at least every seven days. Counted are posts with one of the
/// family's phrases ("x" in the table), which nothing else goes by.
package struct XCounts: Source {
    /// Thousandths of a dollar a request (docs.x.com, pricing, 2026-02).
    static let prices = ["recent": 5, "all": 10]
    /// So many months back at most.
    static let months = 12
    static let format = "x-counts"
    static let source = "x"

    private let families: String

    package init(families: String) { self.families = families }

    package var name: String { "x" }

    package func collect(_ desk: Desk) async throws -> String {
        guard let token = desk.environment["X_BEARER_TOKEN"], !token.isEmpty else {
            throw SourceError(.notConfigured("X needs a token in X_BEARER_TOKEN, and costs money"), at: name)
        }
        let kind = desk.environment["X_COUNTS"] ?? "all"
        guard let price = Self.prices[kind] else {
            throw SourceError(.notConfigured("X_COUNTS is recent or all"), at: name)
        }
        let table = try FamilyTable(path: families)
        let walks = XWalk(desk: desk, kind: kind, families: table.families.filter { !$0.phrases.isEmpty })
        let due = walks.due()
        guard !due.isEmpty else { return "every month is known" }
        let cost = "\(Format.count(due.count, "request")) cost \(Self.dollars(thousandths: due.count * price))"
        guard desk.hasConsent else { throw SourceError(.needsConsent("\(cost) on X"), at: name) }
        desk.log.info("", "mentions on X: \(cost)")
        try await walks.ask(due, token: token)
        return cost
    }

    package func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        guard let walk = archive.walks.last(where: { $0.name == XWalk.name && $0.pages > 0 }) else { return }
        let table = try FamilyTable(path: families)
        var cleaning = XCleaning()
        try cleaning.take(archive, base: walk.plan, table.families)
        try catalog.transaction {
            try catalog.setMentions(cleaning.rows(), totals: [], of: Self.source)
            try catalog.setDiagnostics(cleaning.diagnostics, of: Self.source)
            try catalog.add(
                SourceRow(
                    key: Self.source, title: "Posts on X that name a family", day: walk.day, url: "https://docs.x.com",
                    license: "Counts only, under X's developer agreement", coverage: .selection, about: .mentions,
                    rows: cleaning.rows().count,
                    note: "Posts with one of a family's phrases, months of which every day is known."))
        }
    }

    /// 3125 → "$3.13"
    static func dollars(thousandths: Int) -> String {
        let cents = (thousandths + 9) / 10
        return "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }
}
