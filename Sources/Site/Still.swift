import JSON

/// What the program of stills drew of one figure: the words of its default state, two layouts, legend and table as HTML.
struct Still: Equatable, Sendable {
    var title: String
    var subtitle: String
    var wide: String
    var narrow: String
    var legend: String
    var table: String
    /// What only some kinds of chart have, by name: HTML.
    var extra: [String: String]
    /// The figure as an SVG file of its own; empty where it is none by itself.
    var picture: String

    init(_ json: JSONValue, id: String, from script: String) throws {
        func text(_ key: String) throws -> String {
            guard let text = json[key]?.string else {
                throw SiteError(.badStills("no text \"\(key)\" for figure \"\(id)\""), at: script)
            }
            return text
        }
        title = try text("title")
        subtitle = try text("subtitle")
        wide = try text("wide")
        narrow = try text("narrow")
        legend = try text("legend")
        table = try text("table")
        extra = (json["extra"]?.object ?? [:]).compactMapValues(\.string)
        picture = try text("picture")
        guard wide.contains("<svg") else { throw SiteError(.badStills("no picture for figure \"\(id)\""), at: script) }
    }
}
