import Archive
import Catalog
import Core
import Report
import Site

/// The walks that a catalog is made of: those of the newest question that was asked, with the details that go with them.
///
/// An archive may hold answers to other questions, or of another endpoint (a mock Hub); mixing them would give an atlas of
/// nothing in particular. Walks of one question add up to its history.
struct CollectedWalks: Equatable {
    struct Round: Equatable {
        /// The list of models, and the details fetched for it.
        var walks: [Walk]
        var source: SourceRow
    }

    /// Oldest first; empty when no model was collected.
    var rounds: [Round] = []

    /// What all of them were asked for.
    var scope: Scope { rounds.last.map { WalkQuestion($0.walks[0].plan).scope } ?? Scope() }

    init(_ walks: [Walk]) {
        let lists = walks.filter { $0.name == "models" && $0.records > 0 }
        guard let newest = lists.last else { return }
        rounds = lists.filter { $0.plan == newest.plan }.map { list in
            // The details of a list name it at their plan's end.
            let details = walks.filter { $0.name == "model-details" && $0.plan.hasSuffix(" of \(list.id)") }
            return Round(walks: [list] + details, source: SourceRow(list))
        }
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
        if !question.limits.isEmpty { notes.append("Only models with \(Format.list(question.limits)).") }
        if !list.isFinished { notes.append("The list was not read to its end.") }
        self.init(
            key: "hub-\(list.id.split(separator: "/").joined(separator: "-"))", title: question.title, day: list.day,
            url: "\(question.endpoint)/api/models", coverage: notes.isEmpty ? .whole : .slice, rows: list.records,
            note: notes.joined(separator: " "))
    }
}

/// A walk's plan, read back: "https://huggingface.co?author=Qwen&sort=likes, limit 500".
struct WalkQuestion: Equatable {
    var endpoint: String
    /// "author Qwen", "limit 500": what keeps models out.
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

    private static let shortLibraries: Set = ["tf", "jax", "mlx"]

    /// "Hub model list"; any other server is named, so that invented models never pass for real ones.
    var title: String {
        endpoint == "https://huggingface.co"
            ? "Hub model list" : "Model list of \(endpoint.split(separator: "/").last.map(String.init) ?? endpoint)"
    }
}
