import JSON

/// The map of all models at rest, for who has no script: two pictures as files of their own, so that nobody else fetches
/// them, and what is said of them.
struct MapStill: Equatable, Sendable {
    /// SVG for a wide page and for a phone.
    var wide: String
    var narrow: String
    var title: String
    /// What who does not see it is told.
    var alt: String
    var caption: String
    /// The key of colors, as HTML.
    var key: String

    /// As `assets/js/build/map-still.js` drew it; its bound stands in `assets/js/search/map-still.js`.
    init(_ json: JSONValue, from script: String) throws {
        func text(_ name: String) throws -> String {
            guard let text = json[name]?.string else {
                throw SiteError(.badStills("no text \"\(name)\" for the map"), at: script)
            }
            return text
        }
        wide = try text("wide")
        narrow = try text("narrow")
        title = try text("title")
        alt = try text("alt")
        caption = try text("caption")
        key = try text("key")
        for picture in [wide, narrow] where !picture.hasPrefix("<svg") {
            throw SiteError(.badStills("no picture of the map"), at: script)
        }
    }
}

/// What the program of stills needs to draw the map.
struct MapDrawing {
    /// The first file of the map, in the index.
    var file: String
    /// The publisher's colors in place of the atlas' own.
    var colors: [SiteConfiguration.ColorScheme: [String: Color]]

    var json: JSONValue {
        func tokens(_ scheme: SiteConfiguration.ColorScheme) -> JSONValue {
            .object((colors[scheme] ?? [:]).mapValues { .string($0.hex) })
        }
        return ["file": .string(file), "colors": ["light": tokens(.light), "dark": tokens(.dark)]]
    }
}
