import Catalog
import Core

/// Writes cleaned pages into the catalog, in their order, and counts.
struct PageWriter {
    /// A transaction costs about as much as the rows of a page, so a few pages share one.
    static let pagesPerTransaction = 16

    private let catalog: Catalog
    private let source: SourceRow
    /// Earlier lists of datasets and Spaces only add to what is here.
    private let isPast: Bool
    private var summary = CleanSummary()
    private var diagnostics = DiagnosticCounts()
    /// Rows that this run met, and those of the listing that is being read.
    private var met = RowSets()
    private var metInListing = RowSets()
    private var listing = ""

    init(catalog: Catalog, source: SourceRow, isPast: Bool = false) {
        self.catalog = catalog
        self.source = source
        self.isPast = isPast
    }

    mutating func note(_ found: [Diagnostic]) {
        for diagnostic in found { diagnostics.add(diagnostic) }
    }

    mutating func writeAll(from pipe: Pipe<Result<CleanedPage, any Error>>, of total: Int, log: Log) throws {
        while true {
            let batch = try pipe.take(upTo: Self.pagesPerTransaction).map { try $0.get() }
            if batch.isEmpty { return }
            try catalog.transaction { for page in batch { try write(page) } }
            log.progress("Clean", done: summary.pages, total: total, unit: "pages")
        }
    }

    /// Notes source and diagnostics in the catalog.
    mutating func finish(log: Log) throws -> CleanSummary {
        if summary.spaces > 0, !isPast { try catalog.countSpacesOfModels() }
        summary.diagnostics = diagnostics.total
        var source = source
        source.rows = summary.models > 0 ? summary.models : summary.datasets + summary.spaces
        try catalog.add(source)
        try catalog.setDiagnostics(diagnostics, of: source.key)
        log.info("Clean", summary.description)
        return summary
    }
}

extension PageWriter {
    private mutating func write(_ page: CleanedPage) throws {
        summary.pages += 1
        summary.records += page.records
        if page.listing != listing {
            listing = page.listing
            metInListing = RowSets()
        }
        note(page.diagnostics)
        diagnostics.add(page.counts)
        for row in page.models { try write(row) }
        for row in page.modelFacts { try writeFact(row) }
        for row in page.datasets {
            let id = isPast ? try catalog.addPast(row, on: page.day) : try catalog.upsert(row, on: page.day)
            guard let id else { continue }
            if met.datasets.insert(id) { summary.datasets += 1 }
            if !metInListing.datasets.insert(id) { noteDuplicate(row.repoID) }
        }
        for row in page.spaces {
            let id = isPast ? try catalog.addPast(row, on: page.day) : try catalog.upsert(row, on: page.day)
            guard let id else { continue }
            if met.spaces.insert(id) { summary.spaces += 1 }
            if !metInListing.spaces.insert(id) { noteDuplicate(row.repoID) }
        }
        for row in page.spaceLinks {
            if let id = try catalog.addLinks(of: row), met.spaces.insert(id) { summary.spaces += 1 }
        }
    }

    private mutating func write(_ row: ModelRow) throws {
        let id = try catalog.upsertReturningID(row).id
        if met.models.insert(id) { summary.models += 1 }
        if !metInListing.models.insert(id) { noteDuplicate(row.repoID) }
    }

    private mutating func noteDuplicate(_ repoID: String) {
        summary.duplicates += 1
        diagnostics.add(Diagnostic("record.duplicate", at: repoID))
    }

    /// A fact is about a model that a listing gave. Where there is no listing, it is all that is known, and makes a row.
    private mutating func writeFact(_ row: ModelRow) throws {
        if let id = try catalog.fillGaps(with: row) {
            if met.models.insert(id) { summary.models += 1 }
        } else {
            diagnostics.add(Diagnostic("record.unlisted", at: row.repoID))
        }
    }
}

/// Row numbers of each table.
private struct RowSets {
    var models = RowSet()
    var datasets = RowSet()
    var spaces = RowSet()
}

/// A set of row numbers, a bit each.
private struct RowSet {
    private var words: [UInt64] = []

    /// False when it was there already.
    mutating func insert(_ id: Int) -> Bool {
        let (word, bit) = (id / 64, UInt64(1) << UInt64(id % 64))
        if word >= words.count { words += [UInt64](repeating: 0, count: max(word + 1 - words.count, words.count)) }
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }
}
