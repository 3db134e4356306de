import Catalog
package import Core

/// One rule by which models come into a snapshot; a list is named by its key.
package enum SelectionRule: Equatable, Sendable {
    /// The most liked of a list, created after a day where one is given; ties by id. A `count` of nil takes all of them.
    case mostLiked(count: Int?, of: String, createdAfter: Day?)
    /// Those that a list of facts names and a listing knows.
    case named(by: String)
    /// Those of a list with so many likes, or so many downloads, or that another model says it is based on.
    case atLeast(likes: Int, downloads: Int, orBase: Bool, of: String)
    /// Every base model of what was chosen so far that a listing knows, and their bases in turn.
    case bases

    /// For people: "the 6,000 most liked of hub-models-2024-07-11".
    package var text: String {
        switch self {
        case .mostLiked(let count, let list, let day):
            "\(count.map { "the \(grouped($0)) most liked" } ?? "all") of \(list)"
                + (day.map { " created after \($0)" } ?? "")
        case .named(let list): "those named by \(list) that a listing knows"
        case .atLeast(let likes, let downloads, let orBase, let list):
            "of \(list) those with at least \(grouped(likes)) likes or \(grouped(downloads)) downloads"
                + (orBase ? ", or that another model is based on" : "")
        case .bases: "their base models that a listing knows, and theirs in turn"
        }
    }

    /// The list it reads; nil for `bases`.
    var list: String? {
        switch self {
        case .mostLiked(_, let list, _), .named(let list), .atLeast(_, _, _, let list): list
        case .bases: nil
        }
    }
}

/// 6000 → "6,000".
func grouped(_ value: Int) -> String {
    var text = ""
    for (i, digit) in String(value).reversed().enumerated() {
        text = "\(digit)\(i > 0 && i % 3 == 0 ? "," : "")\(text)"
    }
    return text
}
