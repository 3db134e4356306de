import Catalog
import Core

/// All that is known of one account that publishes models.
struct Profile {
    /// A term and how many of the models have it; nil: not stated.
    struct Term: Equatable {
        var name: String?
        var count: Int
    }

    /// One month's models of a task.
    struct Cell: Equatable {
        var month: Month?
        var task: String?
        var modality: Modality
        var sums: PlaceTally.Sums
    }

    var name: String
    var sums: PlaceTally.Sums
    /// Models whose downloads were counted.
    var counted: Int
    var ranks: (models: Int, downloads: Int, likes: Int)
    /// nil where no day is known.
    var days: ClosedRange<Day>?
    /// Models of before the Hub noted days, and of a day that nobody knows.
    var beforeRecord = 0
    var undated = 0
    /// By month, modality and task; nil months first.
    var cells: [Cell] = []
    /// Rows of the most downloaded and of the most liked models.
    var mostDownloaded: [Int32] = []
    var mostLiked: [Int32] = []
    var licenses: [Term] = []
    var families: [Term] = []
    /// How many names of models name a family.
    var inFamilies = 0
    var sizes = Sizes()
    var descent = Descent()
    var datasets: Int?
    var spaces: Int?
    /// What was collected of it; nil: no source calls it an organization.
    var organization: CommunityRow?
    var evidence: [CommunityEvidence] = []
    /// Organizations with committers in common, most first.
    var partners: [Term] = []
    var history = ProfileHistory.Line()

    /// Parameters of those models that tell.
    struct Sizes {
        var known = 0
        var median: Double?
        var greatest = 0
        var greatestRow: Int32?
    }

    /// Models that name one of the account's as their base.
    struct Descent {
        var own = 0
        var byOthers = 0
        var owners = 0
        /// Accounts with most of them.
        var top: [Term] = []
        /// Rows of the account's models that most of others' name.
        var bases: [(row: Int32, count: Int)] = []
        /// Relation → models of others.
        var relations: [Term] = []
    }
}

extension [Profile.Term] {
    /// Counts as terms, greatest first, equal ones by name.
    init(_ counts: [String: Int]) {
        self = counts.map { Profile.Term(name: $0, count: $1) }.sorted {
            ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "")
        }
    }
}
