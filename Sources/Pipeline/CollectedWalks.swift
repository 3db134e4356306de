import Archive
import Catalog
import Censuses
import Collect
import Core
import Hub
import Mentions
import Report
import Site

/// The walks that a catalog is made of: those of the newest question that was asked, with the details that go with them,
/// and the lists of datasets and Spaces of the same place.
///
/// An archive may hold answers to other questions, or of another endpoint (a mock Hub); mixing them would give an atlas of
/// nothing in particular. Walks of one question add up to its history.
struct CollectedWalks: Equatable {
    struct Round: Equatable {
        /// A list, and the details fetched for it.
        var walks: [Walk]
        var source: SourceRow
        /// What it is a listing of; nil for what only says something about others.
        var kind: Census.Kind?
        /// An earlier list, of which only the counts of its day are kept.
        var isPast = false
    }

    /// Lists of models, oldest first; empty when no model was collected.
    var rounds: [Round] = []
    /// Lists of datasets, of Spaces, and files about them, in this order, each oldest first.
    var repoRounds: [Round] = []
    /// Lists of datasets and Spaces before those, each kind oldest first: what they counted is history.
    var pastRounds: [Round] = []

    /// What all of them were asked for.
    var scope: Scope { rounds.last.map { WalkQuestion($0.walks[0].plan).scope } ?? Scope() }

    init(_ walks: [Walk]) {
        rounds = Self.modelRounds(walks)
        let place = rounds.last.map { WalkQuestion($0.walks[0].plan) }
        for kind in [Census.Kind.datasets, .spaces] {
            let found = Self.rounds(of: kind, from: walks, at: place)
            repoRounds += found.now
            pastRounds += found.past
        }
        repoRounds += walks.filter { $0.isImport(of: "spaces-to-models-csv") }.map {
            Round(walks: [$0], source: SourceRow(spaceLinks: $0), kind: nil)
        }
    }

    private static func modelRounds(_ walks: [Walk]) -> [Round] {
        let lists = walks.filter { $0.name == "models" && $0.records > 0 }
        guard let newest = lists.last else { return [] }
        return lists.filter { $0.plan == newest.plan }.map { list in
            // Details name their list at their plan's end, and what was asked after them names the details.
            let details = walks.filter { $0.name == "model-details" && $0.plan.hasSuffix(" of \(list.id)") }
            let sizes = walks.filter { walk in
                ["model-tree-sizes", "model-pages"].contains(walk.name)
                    && details.contains { walk.plan.hasSuffix(" of \($0.id)") }
            }
            return Round(walks: [list] + details + sizes, source: SourceRow(list), kind: .models)
        }
    }

    /// The newest list that was read to its end, and what was begun since; apart from these the older ones, as what they had
    /// besides is gone.
    ///
    /// - Parameter place: the models' question; other owners' datasets, or another server's, would not fit them.
    private static func rounds(of kind: Census.Kind, from walks: [Walk], at place: WalkQuestion?) -> (
        now: [Round], past: [Round]
    ) {
        let lists = walks.filter { walk in
            guard walk.name == kind.rawValue, walk.records > 0 else { return false }
            let question = WalkQuestion(walk.plan)
            return place.map { $0.endpoint == question.endpoint && $0.scope.author == question.scope.author } ?? true
        }
        guard let newest = lists.last else { return ([], []) }
        let same = lists.filter { $0.plan == newest.plan }
        let start = same.lastIndex { $0.isFinished } ?? 0
        return (
            same[start...].map { Round(walks: [$0], source: SourceRow($0), kind: kind) },
            same[..<start].map { Round(walks: [$0], source: SourceRow(past: $0), kind: nil, isPast: true) }
        )
    }
}

extension Walk {
    /// Whether it is a file that was imported in that format.
    fileprivate func isImport(of format: String) -> Bool {
        name.hasPrefix("import/") && records > 0 && plan.split(separator: " ").contains("format=\(format)")
    }
}

extension SourceRow {
    /// What a list says it is: where it came from, when, and whether it is all there is.
    ///
    ///     plan "https://huggingface.co?sort=createdAt&expand=tags"        → "Hub model list", whole
    ///     plan "https://huggingface.co?author=Qwen&sort=createdAt"        → "Hub model list", slice, "author: Qwen"
    init(_ list: Walk) {
        let question = WalkQuestion(list.plan)
        var notes: [String] = []
        if !question.limits.isEmpty { notes.append("Only \(list.name) with \(Format.list(question.limits)).") }
        if !list.isFinished { notes.append("The list was not read to its end.") }
        self.init(
            key: "hub-\(list.id.split(separator: "/").joined(separator: "-"))", title: question.title(of: list.name),
            day: list.day, url: "\(question.endpoint)/api/\(list.name)", coverage: notes.isEmpty ? .whole : .slice,
            about: Subject(rawValue: list.name) ?? .models, rows: list.records, note: notes.joined(separator: " "))
    }

    /// An earlier list, of which only counts are kept.
    fileprivate init(past list: Walk) {
        self.init(list)
        coverage = .slice
        let noun = list.name == "spaces" ? "Likes" : "Downloads and likes"
        note = ([note] + ["\(noun) of that day, of those that are listed still."]).filter { !$0.isEmpty }.joined(
            separator: " ")
    }

    /// A file of Spaces and the models they use.
    fileprivate init(spaceLinks walk: Walk) {
        self.init(
            key: walk.id.split(separator: "/").joined(separator: "-"), title: "Spaces and the models they use",
            day: walk.day, coverage: .selection, about: .spaces, rows: walk.records,
            note: "Links of Spaces that no list told of, from the file \(walk.name.dropFirst("import/".count)).")
    }
}

/// A walk's plan, read back: "https://huggingface.co?author=Qwen&sort=likes, limit 500".
struct WalkQuestion: Equatable {
    var endpoint: String
    /// "author Qwen", "limit 500": what keeps records out.
    var limits: [String]

    init(_ plan: String) {
        let words = plan.split(separator: ", ").map(String.init)
        let address = (words.first ?? "").split(separator: "?", maxSplits: 1).map(String.init)
        endpoint = address.first ?? ""
        let parameters = (address.count > 1 ? address[1] : "").split(separator: "&").filter { parameter in
            !["sort=", "direction=", "expand=", "limit="].contains { parameter.hasPrefix($0) }
        }
        limits = parameters.map { $0.split(separator: "=", maxSplits: 1).joined(separator: " ") } + words.dropFirst()
    }

    /// The part of the Hub that these are of, in a site's words.
    ///
    ///     "…?author=Qwen&filter=fr&filter=license:mit"  → author Qwen, language fr, license mit
    ///
    /// Library and language are asked for in the same way: a short word is a language, but for libraries that have one.
    var scope: Scope {
        var scope = Scope()
        for limit in limits {
            let words = limit.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { continue }
            switch words[0] {
            case "author": scope.author = words[1]
            case "pipeline_tag": scope.task = words[1]
            case "filter" where words[1].hasPrefix("license:"): scope.license = String(words[1].dropFirst(8))
            case "filter" where words[1].utf8.count <= 3 && !Self.shortLibraries.contains(words[1]):
                scope.language = words[1]
            case "filter": scope.library = words[1]
            default: break
            }
        }
        return scope
    }

    /// What a walk asked for, for people: "all of the Hub", "the Hub, with author Qwen and limit 500", "posts, called hn, …".
    /// Details and files say in their own words what they are of.
    static func words(of walk: Walk) -> String {
        if walk.name.hasPrefix("import/") { return words(ofImport: walk.plan) }
        guard HubList(rawValue: walk.name) != nil else { return walk.plan }
        let question = WalkQuestion(walk.plan)
        let place = question.endpoint == HubClient.publicEndpoint ? "the Hub" : question.endpoint
        return question.limits.isEmpty ? "all of \(place)" : "\(place), with \(Format.list(question.limits))"
    }

    private static func words(ofImport plan: String) -> String {
        let items = plan.split(separator: " ").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        func item(_ name: String) -> String? { items.first { $0.count == 2 && $0[0] == name }?[1] }
        guard let format = item("format") else { return plan }
        let size = item("bytes").flatMap { Int($0) }.map { ", \(Format.bytes($0))" } ?? ""
        guard let posts = PostFormat(format) else { return "format \(format)\(size)" }
        return "posts, called \(posts.name), dated by \(posts.date), read from \(posts.text)\(size)"
    }

    private static let shortLibraries: Set = ["tf", "jax", "mlx"]

    /// "Hub model list", "Hub Space list"; any other server is named, so that invented models never pass for real ones.
    func title(of list: String) -> String {
        let noun =
            switch list {
            case "datasets": "dataset"
            case "spaces": "Space"
            default: "model"
            }
        guard endpoint != "https://huggingface.co" else { return "Hub \(noun) list" }
        return "\(Format.capitalized(noun)) list of \(endpoint.split(separator: "/").last.map(String.init) ?? endpoint)"
    }
}
