import Foundation

/// Styles, scripts, icon and the notice of what others wrote, under names that change with what they hold.
struct Assets {
    var style: String
    var theme: String
    /// By the chart kinds that a page draws.
    var scripts: [PageScript: String]
    /// Of the pages of the search: the style besides that of all pages, the script in its place.
    var searchStyle: String
    var searchScript: String
    var mapScript: String
    /// The map at rest, for a wide page and for a phone.
    var mapPictures: (wide: String, narrow: String)?
    var d3: String
    var icon: String
    var notice: String

    init(
        root: String, made: Workshop.Made, colors: [SiteConfiguration.ColorScheme: [String: Color]],
        into folder: inout SiteFolder
    ) throws {
        let d3File = try Self.read("\(root)/assets/vendor/d3.v7.min.js", hint: "run make setup, which fetches D3")
        let license = try Self.read("\(root)/assets/vendor/d3.v7.min.js.LICENSE", hint: "run make setup")
        style = try folder.write(made.style + Self.overrides(colors), named: "assets/atlas", "css")
        theme = try folder.write(
            try Self.read("\(root)/assets/js/theme.js", hint: "name the checkout with --root"), named: "assets/theme",
            "js")
        scripts = [:]
        for (script, bytes) in made.scripts.sorted(by: { $0.key < $1.key }) {
            scripts[script] = try folder.write(bytes, named: "assets/\(script.name)", "js")
        }
        searchStyle = try folder.write(made.searchStyle, named: "assets/search", "css")
        searchScript = try folder.write(made.searchScript, named: "assets/search", "js")
        mapScript = try folder.write(made.mapScript, named: "assets/map", "js")
        if let map = made.map {
            mapPictures = (
                wide: try folder.write(Array(map.wide.utf8), named: "assets/map-wide", "svg"),
                narrow: try folder.write(Array(map.narrow.utf8), named: "assets/map-narrow", "svg")
            )
        }
        d3 = try folder.write(d3File, named: "assets/d3", "js")
        let drawing = try Self.read("\(root)/assets/icon.svg", hint: "name the checkout with --root")
        icon = try folder.write(drawing, named: "assets/icon", "svg")
        notice = try folder.write(license, to: "assets/d3.LICENSE.txt")
    }
}

extension Assets {
    private static func read(_ path: String, hint: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SiteError(.missingFile(hint: hint), at: path)
        }
        return Array(data)
    }

    /// The publisher's colors on light paper, after the atlas' own and so in their place; empty where there are none.
    static func lightRules(_ colors: [SiteConfiguration.ColorScheme: [String: Color]]) -> String {
        rules(.light, of: colors).map { ":root{\($0)}\n" } ?? ""
    }

    private static func rules(
        _ scheme: SiteConfiguration.ColorScheme, of colors: [SiteConfiguration.ColorScheme: [String: Color]]
    ) -> String? {
        guard let colors = colors[scheme], !colors.isEmpty else { return nil }
        return colors.sorted { $0.key < $1.key }.map { "--\($0.key):\($0.value.hex)" }.joined(separator: ";")
    }

    private static func overrides(_ colors: [SiteConfiguration.ColorScheme: [String: Color]]) -> [UInt8] {
        var css = lightRules(colors)
        if let dark = rules(.dark, of: colors) {
            css += "@media screen{:root[data-theme=\"dark\"]{\(dark)}}\n"
            css += "@media screen and (prefers-color-scheme:dark){:root:not([data-theme=\"light\"]){\(dark)}}\n"
        }
        return Array(css.utf8)
    }
}
