package import Catalog
import Core

/// Counts a listing while its rows go by, in any order; memory grows with owners and distinct terms, and by two numbers a row.
///
///     var counter = CensusCounter(kind: .models, source: source)
///     try catalog.forEachModel { counter.add($0) }
///     counter.census().rows  → 760000
package struct CensusCounter {
    /// Owners that a census names by downloads, and by likes: they hold 99.5 % of the downloads of July 2024.
    private static let namedOwners = 2000

    private var counted: Census
    private var downloads: [Int] = []
    private var likes: [Int] = []
    private var cells = CellTally()
    private var owners = OwnerTally()
    private var licenses = TermTally()
    private var languages = TermTally()
    private var formats = TermTally()
    private var architectures = TermTally()
    private var sizes = SizeTally()
    private var trends = TrendTally()
    private var fields = FieldTally()
    private var mostDownloaded = GreatestRows(limit: 10)
    private var mostLiked = GreatestRows(limit: 10)

    package init(kind: Census.Kind, source: SourceRow) {
        self.counted = Census(kind: kind, source: source)
    }

    /// Counts one model of the listing.
    package mutating func add(_ row: ModelRow) {
        let month = row.isBeforeRecord ? nil : row.createdAt?.day.month
        counted.rows += 1
        countDay(of: row)
        if let value = row.downloads { downloads.append(value) }
        if let value = row.likes { likes.append(value) }
        cells.add(row, month: month)
        owners.add(row, month: month)
        licenses.add(row.license, of: row)
        languages.add(row.languages, of: row)
        formats.add(row.formats, of: row)
        architectures.add(row.architecture, of: row)
        sizes.add(row, month: month)
        trends.add(row, month: month)
        if counted.kind == .models { fields.add(row) }
        mostDownloaded.add(row.repoID, row.downloads)
        mostLiked.add(row.repoID, row.likes)
    }

    /// What was counted so far.
    package func census() -> Census {
        var census = counted
        census.owners = owners.count
        census.cells = cells.cells()
        census.downloads = Distribution(of: downloads, unknown: census.rows - downloads.count)
        census.likes = Distribution(of: likes, unknown: census.rows - likes.count)
        census.modelsPerOwner = owners.rowsPerOwner()
        census.downloadsPerOwner = owners.downloadsPerOwner()
        census.newOwners = owners.firstMonths()
        census.likesPerOwner = owners.likesPerOwner()
        census.topOwners = owners.greatest(50, by: \.count)
        census.mostDownloadedOwners = owners.greatest(Self.namedOwners, by: \.downloads)
        census.mostLikedOwners = owners.greatest(Self.namedOwners, by: \.likes)
        census.licenses = licenses.terms()
        census.languages = languages.terms()
        census.formats = formats.terms()
        census.architectures = architectures.terms()
        census.sizes = sizes.quantiles()
        census.trends = trends.trends()
        census.mostDownloaded = mostDownloaded.rows
        census.mostLiked = mostLiked.rows
        census.fields = fields.fields()
        return census
    }
}

extension CensusCounter {
    /// A listing from before the Hub noted days holds nothing that is younger.
    private mutating func countDay(of row: ModelRow) {
        if row.createdAt != nil { return }
        if row.isBeforeRecord || counted.source.day < Self.firstRecorded {
            counted.beforeRecord += 1
        } else {
            counted.undated += 1
        }
    }

    private static let firstRecorded = Day(year: 2022, month: 3, day: 2)
}
