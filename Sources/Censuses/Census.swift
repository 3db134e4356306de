package import Catalog
package import Core
package import Lineage

/// The counts of one whole listing on one day: what sentences about the Hub speak from. Small, whatever the listing's size.
package struct Census: Equatable, Sendable {
    /// What is counted.
    package enum Kind: String, Sendable { case models, datasets, spaces }

    package var kind: Kind
    package var source: SourceRow
    package var rows: Int
    package var owners: Int
    /// Rows of before the Hub noted days: they are in `cells` with month nil.
    package var beforeRecord: Int
    /// Rows whose day the listing does not tell at all: in `cells` with month nil too.
    package var undated: Int
    /// Month × task × library, in that order, nil first. Libraries beyond the 24 most used of the listing and tasks beyond
    /// the 96 most used are folded into "other"; nil stays nil.
    package var cells: [Cell]
    package var downloads: Distribution
    package var likes: Distribution
    package var modelsPerOwner: Distribution
    package var downloadsPerOwner: Distribution
    package var likesPerOwner: Distribution
    /// Owners by the month of their first repo; nil: before the record, or no day known.
    package var newOwners: [MonthCount]
    /// The 50 with most rows.
    package var topOwners: [OwnerCount]
    /// The 2,000 with most downloads, and with most likes (200 in earlier counts); none at zero.
    package var mostDownloadedOwners: [OwnerCount]
    package var mostLikedOwners: [OwnerCount]
    /// Terms by rows, greatest first, each row under every term it has; beyond the 10,000 most used they are folded into "other".
    package var licenses: [TermCount]
    package var languages: [TermCount]
    package var formats: [TermCount]
    package var architectures: [TermCount]
    /// Known sizes by group ("all" and each modality), by where the figure comes from (nil: from anywhere) and by quarter.
    /// Only what has a row, in that order.
    package var sizes: [SizeQuantiles]
    /// How the shares of licenses, languages, formats, … moved: rows by facet, month of creation and term, in that order.
    package var trends: [Trend]
    /// The ten with most downloads, to judge one broken counter by.
    package var mostDownloaded: [NamedCount]
    package var mostLiked: [NamedCount]
    /// Who was made from whom; nil where nobody counted it, and for what is no model.
    package var lineage: LineageSummary?
    /// Of models only.
    package var fields: [FieldCounters]

    /// Repos of one month, task and library.
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

    /// Repos of one month.
    package struct MonthCount: Equatable, Sendable {
        package var month: Month?
        package var count: Int
        package init(month: Month?, count: Int) {
            self.month = month
            self.count = count
        }
    }

    /// What one owner has.
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

    /// A name and how often it comes: a license, a language.
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
        /// "all", or the code of a modality.
        package var group: String
        /// First month of the quarter; nil: before the record, or no day known.
        package var quarter: Month?
        /// nil: from wherever it is known.
        package var from: ParametersSource?
        package var count: Int
        /// 10 %, 25 %, 50 %, 75 %, 90 %.
        package var quantiles: [Double]
        /// Under 1 B, 1–10 B, 10–100 B, 100 B and more.
        package var classes: [Int]
        package init(
            group: String, quarter: Month?, from: ParametersSource?, count: Int, quantiles: [Double], classes: [Int]
        ) {
            self.group = group
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
        self.undated = 0
        self.cells = []
        self.downloads = Distribution()
        self.likes = Distribution()
        self.modelsPerOwner = Distribution()
        self.downloadsPerOwner = Distribution()
        self.newOwners = []
        self.likesPerOwner = Distribution()
        self.topOwners = []
        self.mostDownloadedOwners = []
        self.mostLikedOwners = []
        self.licenses = []
        self.languages = []
        self.formats = []
        self.architectures = []
        self.sizes = []
        self.trends = []
        self.mostDownloaded = []
        self.mostLiked = []
        self.fields = []
    }
}
