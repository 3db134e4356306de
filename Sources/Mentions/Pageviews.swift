package import Archive
package import Catalog
package import Core
import HTTP
import JSON
import Matching
import Report
package import Sources
import Web

/// How often articles about families were read: page views of the English Wikipedia by month, people's only.
///
///     try await Pageviews(families: …).collect(desk)  → "36 articles asked"
///
/// Wikimedia asks for a contact in the user agent (`contact` in hubatlas.conf); without one nothing is asked.
package struct Pageviews: Source {
    static let source = "wikipedia"
    static let format = "pageviews"
    /// An answer of a form that this program does not know: kept, and asked for again.
    static let unknown = "pageviews-unknown"
    static let walk = "pageviews"
    /// Nothing was counted before.
    static let first = Month(year: 2015, month: 7)

    private let families: String

    package init(families: String) { self.families = families }

    package var name: String { "pageviews" }

    package func collect(_ desk: Desk) async throws -> String {
        guard UserAgent.hasContact(desk.web.userAgent) else {
            throw SourceError(
                .notConfigured("Wikimedia asks for an address to reach you: contact in hubatlas.conf"), at: name)
        }
        let base = desk.endpoints.pageviews
        let last = desk.time.instant.day.month.advanced(by: -1)
        let known = desk.isFresh ? [] : Set(Self.entries(desk.archive, base: base).map(\.url))
        let due = try FamilyTable(path: families).families.compactMap { family in
            Self.address(base, family, to: last).flatMap { known.contains($0) ? nil : $0 }
        }
        guard !due.isEmpty else { return "every article is known to \(last)" }
        desk.log.info("", "pageviews: \(Format.count(due.count, "request")) to Wikimedia, one a second")
        let walk = try desk.archive.begin(Self.walk, plan: base)
        for (i, address) in due.enumerated() {
            let page = try await desk.web.get(address)
            let missing = page.isMissing ? nil : PageviewsAnswer.missing(in: try JSONDocument.parse(page.body).root)
            try desk.archive.append(
                ArchivedPage(
                    walk: walk.id, url: page.url, status: page.status, fetchedAt: page.fetchedAt,
                    format: missing == nil ? Self.format : Self.unknown, records: nil, body: page.body))
            if let missing { throw SourceError(.changed("no \"\(missing)\" in its answer"), at: name) }
            desk.log.progress("Collect", done: i + 1, total: due.count, unit: "articles")
        }
        try desk.archive.finish(walk.id)
        return "\(Format.count(due.count, "article")) asked"
    }

    package func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        guard let walk = archive.walks.last(where: { $0.name == Self.walk && $0.pages > 0 }) else { return }
        let table = try FamilyTable(path: families)
        var diagnostics = DiagnosticCounts()
        // Of an article the newest answer holds all the months of the older ones.
        var newest: [String: ArchiveEntry] = [:]
        for entry in Self.entries(archive, base: walk.plan) { newest[Self.article(of: entry.url)] = entry }
        var rows: [MentionRow] = []
        for family in table.families {
            guard let address = Self.address(walk.plan, family, to: walk.day.month),
                let entry = newest[Self.article(of: address)]
            else { continue }
            guard entry.status == 200 else {
                diagnostics.add(Diagnostic("pageviews.noArticle", at: family.article ?? "", family.id))
                continue
            }
            do {
                rows += Self.rows(
                    of: family, try JSONDocument.parse(try archive.page(entry).body).root, before: entry.fetchedAt,
                    &diagnostics)
            } catch {
                diagnostics.add(Diagnostic("mentions.unreadable", at: entry.url, "\(error)"))
            }
        }
        try catalog.transaction {
            try catalog.setMentions(rows, totals: [], of: Self.source)
            try catalog.setDiagnostics(diagnostics, of: Self.source)
            try catalog.add(
                SourceRow(
                    key: Self.source, title: "Views of articles in the English Wikipedia", day: walk.day,
                    url: "\(walk.plan)/api/rest_v1", license: "CC0 (Wikimedia page view data)", coverage: .selection,
                    about: .mentions,
                    rows: rows.count, note: "Views by people, by month, of families that have an article."))
        }
    }
}

extension Pageviews {
    static func entries(_ archive: Archive, base: String) -> [ArchiveEntry] {
        let walks = Set(archive.walks.filter { $0.name == walk && $0.plan == base }.map(\.id))
        return archive.entries.filter { walks.contains($0.walk) && $0.format == format }
    }

    /// From the family's first month (or the counts' own) to that month; nil for a family without an article.
    static func address(_ base: String, _ family: Family, to last: Month) -> String? {
        guard let article = family.article else { return nil }
        let from = max(family.since, first)
        guard from <= last else { return nil }
        let title = QueryString.encode(String(article.map { $0 == " " ? "_" : $0 }))
        let path = "metrics/pageviews/per-article/en.wikipedia/all-access/user/\(title)/monthly"
        return "\(base)/api/rest_v1/\(path)/\(stamp(from.firstDay))/\(stamp(last.lastDay))"
    }

    /// "20240131" + "00": the hour, which is always the first.
    private static func stamp(_ day: Day) -> String { "\(day.description.filter { $0 != "-" })00" }

    /// The address without its months.
    private static func article(of address: String) -> String {
        address.split(separator: "/").dropLast(2).joined(separator: "/")
    }

    /// Months that were over when they were counted; one without any view is not in the answer.
    private static func rows(
        of family: Family, _ root: JSONView, before instant: Instant, _ diagnostics: inout DiagnosticCounts
    ) -> [MentionRow] {
        if let missing = PageviewsAnswer.missing(in: root) {
            diagnostics.add(Diagnostic("mentions.unreadable", at: family.id, "no \"\(missing)\""))
            return []
        }
        var seen: Set<Month> = []
        return (root["items"]?.elements.map(\.self) ?? []).compactMap { item in
            guard let answer = PageviewsAnswer(item), MentionRow.plausible.contains(answer.views),
                seen.insert(answer.month).inserted
            else {
                diagnostics.add(Diagnostic("mentions.unreadable", at: family.id, "a month of views"))
                return nil
            }
            guard answer.month >= family.since, answer.month < instant.day.month else { return nil }
            return MentionRow(source: source, family: family.id, month: answer.month, count: answer.views)
        }
    }
}
