package import Catalog
package import Core

/// The counts of one whole listing on one day: what sentences about the Hub speak from. Small, whatever the listing's size.
package struct Census: Equatable, Sendable {
    package enum Kind: String, Sendable { case models, datasets, spaces }

    package var kind: Kind
    package var source: SourceRow
    package var rows: Int
    package var owners: Int
    /// Rows on the floor day: they are in `cells` with month nil.
    package var beforeRecord: Int
    /// Month × task × library. Libraries beyond the 24 most used of the listing are folded into "other"; nil stays nil.
    package var cells: [Cell]
    package var downloads: Distribution
    package var likes: Distribution
    package var modelsPerOwner: Distribution
    package var downloadsPerOwner: Distribution
    /// Owners by the month of their first repo; nil: before the record.
    package var newOwners: [MonthCount]
    /// The 50 with most rows.
    package var topOwners: [OwnerCount]
    package var licenses: [TermCount]
    package var languages: [TermCount]
    package var formats: [TermCount]
    package var architectures: [TermCount]
    /// Known sizes by quarter, named by its first month, and by where the figure comes from; only quarters with one.
    package var sizes: [SizeQuantiles]
    /// The ten with most downloads, to judge one broken counter by.
    package var mostDownloaded: [NamedCount]
    package var mostLiked: [NamedCount]

    package struct Cell: Equatable, Sendable {
        package var month: Month?
        package var task: String?
        package var library: String?
        package var count: Int
        package var downloads: Int
        package var likes: Int
        package init(month: Month?, task: String?, library: String?, count: Int, downloads: Int, likes: Int) {
            self.month = month
            self.task = task
            self.library = library
            self.count = count
            self.downloads = downloads
            self.likes = likes
        }
    }

    package struct MonthCount: Equatable, Sendable {
        package var month: Month?
        package var count: Int
        package init(month: Month?, count: Int) {
            self.month = month
            self.count = count
        }
    }

    package struct OwnerCount: Equatable, Sendable {
        package var owner: String
        package var count: Int
        package var downloads: Int
        package var likes: Int
        package init(owner: String, count: Int, downloads: Int, likes: Int) {
            self.owner = owner
            self.count = count
            self.downloads = downloads
            self.likes = likes
        }
    }

    /// `term` nil: not stated.
    package struct TermCount: Equatable, Sendable {
        package var term: String?
        package var count: Int
        package var downloads: Int
        package var likes: Int
        package init(term: String?, count: Int, downloads: Int, likes: Int) {
            self.term = term
            self.count = count
            self.downloads = downloads
            self.likes = likes
        }
    }

    package struct NamedCount: Equatable, Sendable {
        package var repoID: String
        package var value: Int
        package init(repoID: String, value: Int) {
            self.repoID = repoID
            self.value = value
        }
    }

    /// Quantiles in parameters, by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    package struct SizeQuantiles: Equatable, Sendable {
        /// First month of the quarter; nil: before the record.
        package var quarter: Month?
        package var from: ParametersSource
        package var count: Int
        /// 10 %, 25 %, 50 %, 75 %, 90 %.
        package var quantiles: [Double]
        /// Under 1 B, 1–10 B, 10–100 B, 100 B and more.
        package var classes: [Int]
        package init(quarter: Month?, from: ParametersSource, count: Int, quantiles: [Double], classes: [Int]) {
            self.quarter = quarter
            self.from = from
            self.count = count
            self.quantiles = quantiles
            self.classes = classes
        }
    }

    package init(kind: Kind, source: SourceRow) {
        self.kind = kind
        self.source = source
        self.rows = 0
        self.owners = 0
        self.beforeRecord = 0
        self.cells = []
        self.downloads = Distribution()
        self.likes = Distribution()
        self.modelsPerOwner = Distribution()
        self.downloadsPerOwner = Distribution()
        self.newOwners = []
        self.topOwners = []
        self.licenses = []
        self.languages = []
        self.formats = []
        self.architectures = []
        self.sizes = []
        self.mostDownloaded = []
        self.mostLiked = []
    }
}

/// How a counter is spread over the rows of a listing.
///
/// Rules: the top 1 % are `floor(n / 100)` rows; the Gini coefficient is the plain one, zeros included; rows without the
/// counter are `unknown` and count nowhere else.
package struct Distribution: Equatable, Sendable {
    package var known = 0
    package var unknown = 0
    package var zero = 0
    package var sum = 0
    package var median = 0.0
    package var greatest = 0
    package var gini = 0.0
    /// What the greatest `rows` rows hold, for rows = n/10000, n/1000, n/100, n/10, each rounded down, where that is ≥ 1.
    package var top: [Top] = []
    /// Rows with a value in [lower, 2 × lower), lower = 1, 2, 4, …; zeros are in `zero`.
    package var histogram: [Bin] = []

    package struct Top: Equatable, Sendable {
        package var rows: Int
        package var sum: Int
        package init(rows: Int, sum: Int) {
            self.rows = rows
            self.sum = sum
        }
    }

    package struct Bin: Equatable, Sendable {
        package var lower: Int
        package var count: Int
        package init(lower: Int, count: Int) {
            self.lower = lower
            self.count = count
        }
    }

    package init() {}

    /// Share of the sum that the greatest hundredth of the rows hold; nil when there are fewer than 100 or nothing to hold.
    package var shareOfTopHundredth: Double? {
        guard sum > 0, let top = top.first(where: { $0.rows == (known / 100) }), top.rows > 0 else { return nil }
        return Double(top.sum) / Double(sum)
    }
}
