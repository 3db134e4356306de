package import Archive
import CSV
package import Catalog
package import Core

/// The stage that turns archived pages into the rows of a catalog.
///
///     let summary = try CleanStage.run(archive: archive, into: catalog, source: source, log: log)
///     summary.description → "760 pages, 760,000 records: 760,000 models, 0 duplicates, 15,600 diagnostics"
///
/// Pages are decoded and cleaned on one thread while the rows of the pages before are written on another; the order of
/// writing is the archive's, so the same archive always gives the same catalog, and cleaning it again changes nothing.
package enum CleanStage {
    /// - Parameter source: noted in the catalog with its number of rows as counted here.
    /// - Throws: `CatalogError`, which says what to do; `ArchiveError` when the archive itself cannot be read. A damaged
    ///   page or record is a diagnostic.
    @discardableResult
    package static func run(
        archive: Archive, into catalog: Catalog, source: SourceRow, log: Log
    ) throws -> CleanSummary {
        let entries = archive.entries
        let pages = PageSource(count: entries.count, format: { entries[$0].format }) { i in
            do {
                return .page(try archive.page(entries[i]))
            } catch let error as ArchiveError {
                guard case .damagedPage(let url, let why) = error.reason else { throw error }
                return .damaged(Diagnostic("archive.page", at: url, why))
            }
        }
        return try run(pages: pages, found: archive.diagnostics, into: catalog, source: source, log: log)
    }

    /// The same for pages from anywhere.
    ///
    /// - Parameter isPast: an earlier list of datasets or Spaces, of which only the counts of those that are here are kept.
    @discardableResult
    package static func run(
        pages: PageSource, found: [Diagnostic] = [], into catalog: Catalog, source: SourceRow, isPast: Bool = false,
        log: Log
    ) throws -> CleanSummary {
        let cleaner = ModelCleaner(identity: try identity(from: pages))
        var writer = PageWriter(catalog: catalog, source: source, isPast: isPast)
        writer.note(found)
        let pipe = Pipe<Result<CleanedPage, any Error>>(capacity: 2 * PageWriter.pagesPerTransaction)
        Worker.start {
            let cleaner = PageCleaner(cleaner)
            for i in 0..<pages.count {
                guard pipe.put(Result { try cleaner.clean(pages.page(i)) }) else { return }
            }
            pipe.finish()
        }
        // The worker stops at its next page when nobody reads any more.
        defer { pipe.abandon() }
        try writer.writeAll(from: pipe, of: pages.count, log: log)
        return try writer.finish(log: log)
    }
}

/// Pages by number, to be read by one thread after another.
package struct PageSource: Sendable {
    /// A page of the archive, or why it cannot be read.
    package enum Item: Sendable {
        case page(ArchivedPage)
        case damaged(Diagnostic)
    }

    package var count: Int
    /// The format of a page, without reading it.
    package var format: @Sendable (Int) -> String
    package var page: @Sendable (Int) throws -> Item

    package init(
        count: Int, format: @escaping @Sendable (Int) -> String, page: @escaping @Sendable (Int) throws -> Item
    ) {
        self.count = count
        self.format = format
        self.page = page
    }

    /// Pages in memory.
    package init(_ pages: [ArchivedPage]) {
        self.init(count: pages.count, format: { pages[$0].format }, page: { .page(pages[$0]) })
    }
}

extension CleanStage {
    /// The renames that are known, and those that the archive has a table of.
    private static func identity(from pages: PageSource) throws -> IdentityRule {
        var identity = IdentityRule()
        for i in 0..<pages.count where pages.format(i) == "legacy-renames-csv" {
            guard case .page(let page) = try pages.page(i) else { continue }
            // A page that is no table is told when its turn to be cleaned comes.
            guard let table = try? CSVTable(page.body) else { continue }
            for rename in PageCleaner.renames(in: table) { identity.add(rename: rename.old, to: rename.new) }
        }
        return identity
    }
}

extension PageCleaner {
    fileprivate func clean(_ item: PageSource.Item) -> CleanedPage {
        switch item {
        case .page(let page): return clean(page)
        case .damaged(let diagnostic):
            var cleaned = CleanedPage()
            cleaned.diagnostics = [diagnostic]
            return cleaned
        }
    }
}
