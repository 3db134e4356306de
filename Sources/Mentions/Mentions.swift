package import Archive
package import Catalog
package import Core
import Matching
package import Sources

/// What people talk about: families of models by month, in stories of Hacker News and in files of posts.
///
///     let mentions = Mentions(families: "assets/mentions/families.json")
///     try await mentions.collect(desk)  → "600 questions to Hacker News, 4,213 left for the next runs"
///     try mentions.clean(archive, into: catalog, log: log)
///
/// Files are taken in by `hubatlas collect mentions --posts FILE`. Nothing about who wrote a post is read.
package struct Mentions: Source {
    let families: String
    private let requestsARun: Int

    /// - Parameters:
    ///   - families: the path of the table.
    ///   - requestsARun: how many questions at most; the rest is for later runs.
    package init(families: String, requestsARun: Int = 600) {
        self.families = families
        self.requestsARun = requestsARun
    }

    package var name: String { "mentions" }

    package func collect(_ desk: Desk) async throws -> String {
        let families = try FamilyTable(path: families).families
        return try await SearchWalk(desk: desk, families: families, requestsARun: desk.requests ?? requestsARun).run()
    }

    package func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        let files = Self.files(in: archive)
        let search = archive.walks.last { $0.name == SearchPlan.walk && $0.pages > 0 }
        guard search != nil || !files.isEmpty else { return }
        let table = try FamilyTable(path: families)
        try catalog.transaction {
            let vocabulary = try Vocabulary(table, catalog)
            try vocabulary.write(into: catalog)
            if let search { try cleanSearch(search, archive, vocabulary, catalog) }
            for source in files { try cleanFiles(source, archive, vocabulary, catalog, log) }
        }
    }
}

extension Mentions {
    /// Finished walks of files of posts by source; of a file's name and format the newest: that one was given again.
    private static func files(in archive: Archive) -> [[(walk: Walk, format: PostFormat)]] {
        var formats: [String: PostFormat] = [:]
        for entry in archive.entries where formats[entry.walk] == nil {
            if let format = PostFormat(entry.format) { formats[entry.walk] = format }
        }
        var newest: [String: (walk: Walk, format: PostFormat)] = [:]
        for walk in archive.walks where walk.isFinished {
            if let format = formats[walk.id] { newest["\(format.name) \(walk.name)"] = (walk, format) }
        }
        let files = newest.sorted { $0.key < $1.key }.map(\.value)
        return Dictionary(grouping: files, by: \.format.name).sorted { $0.key < $1.key }.map(\.value)
    }

    private func cleanSearch(_ walk: Walk, _ archive: Archive, _ vocabulary: Vocabulary, _ catalog: Catalog) throws {
        // Answers of another server (a rehearsal's) say nothing about this one's.
        let plan = SearchPlan(archive, base: walk.plan)
        guard let asked = plan.known.values.map(\.fetchedAt).max(),
            let first = vocabulary.table.families.map(\.since).min(), first < asked.day.month
        else { return }
        var cleaning = SearchCleaning(archive, plan, vocabulary)
        try cleaning.take(first..<asked.day.month)
        try catalog.setMentions(cleaning.rows, totals: cleaning.totals, of: SearchCleaning.source)
        try catalog.setDiagnostics(cleaning.diagnostics, of: SearchCleaning.source)
        try catalog.add(
            SourceRow(
                key: SearchCleaning.source, title: "Mentions in stories of Hacker News", day: asked.day,
                url: "\(walk.plan)/api/v1/search_by_date", license: "Counts only; Hacker News, searched by Algolia",
                coverage: .selection, about: .mentions, rows: cleaning.rows.count { $0.model == nil },
                note: "Stories whose title names a family, by month; months of which all is known, "
                    + "\(cleaning.totals.count) so far."))
    }

    /// The files of one source count together.
    private func cleanFiles(
        _ files: [(walk: Walk, format: PostFormat)], _ archive: Archive, _ vocabulary: Vocabulary, _ catalog: Catalog,
        _ log: Log
    ) throws {
        let format = files[0].format
        var cleaning = PostCleaning(format, vocabulary)
        var damaged: [Diagnostic] = []
        for file in files {
            cleaning.format = file.format
            try archive.forEachPage(of: file.walk.id, onDamage: { damaged.append($0) }) { page in
                cleaning.take(page)
                log.progress("Mentions", done: cleaning.total, total: file.walk.records, unit: "posts")
            }
        }
        damaged.forEach { cleaning.note($0) }
        let (rows, totals) = cleaning.rows()
        try catalog.setMentions(rows, totals: totals, of: format.name)
        try catalog.setDiagnostics(cleaning.diagnostics, of: format.name)
        try catalog.add(
            SourceRow(
                key: format.name, title: "Mentions in posts: \(format.name.prefix(80))",
                day: cleaning.last ?? files[0].walk.day,
                license: "Counts only; the file's own terms hold for its texts", coverage: .selection, about: .mentions,
                rows: cleaning.total,
                note:
                    "\(files.count == 1 ? "One file" : "\(files.count) files"): field \"\(format.text)\" by field \"\(format.date)\"; \(totals.count) whole months."
            ))
    }
}
