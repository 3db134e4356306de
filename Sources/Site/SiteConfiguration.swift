import Foundation

/// What a publisher says about a site, from `hubatlas.conf`; `SiteConfiguration()` is a site without that file.
///
///     try SiteConfiguration(parsing: "title = Atlas of Speech\nscope.task = text-to-speech\n").title → "Atlas of Speech"
package struct SiteConfiguration: Equatable, Sendable {
    /// Where the settings are looked for.
    package static let fileName = "hubatlas.conf"

    package var title = "HubAtlas"
    package var tagline =
        "A static atlas of open AI models. It works from a folder on your disk: no server, no account, nothing loaded from elsewhere."
    /// Where the site will be found, with a slash at its end: "https://user.github.io/repo/". Nil: no sitemap, no canonical links.
    package var baseURL: String?
    package var language = "en"
    package var colors: [ColorScheme: [String: Color]] = [:]
    package var scope = Scope()
    /// A web or mail address for corrections.
    package var contact: String?
    package var footer = ""
    /// Repos and owners that nothing may show, as written: ids and names with commas or spaces between.
    package var exclude = ""
    /// How people are called who committed to models: by their account names, or by pseudonyms.
    package var people = People.names
    /// What the reader must know about this edition, above every page: a source that failed. From the run, not the file.
    package var notices: [String] = []

    /// How a site calls people.
    package enum People: String, CaseIterable, Sendable { case names, pseudonyms }

    /// The two themes of a site.
    package enum ColorScheme: String, CaseIterable, Sendable { case light, dark }

    package init() {}

    /// The file of that name in `root`, or the defaults where there is none. Throws `SiteError`.
    package static func read(root: String) throws(SiteError) -> SiteConfiguration {
        let path = root == "." ? fileName : "\(root)/\(fileName)"
        guard FileManager.default.fileExists(atPath: path) else { return SiteConfiguration() }
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            throw SiteError(.unreadable(error.localizedDescription), at: path)
        }
        return try SiteConfiguration(parsing: text, file: path)
    }

    /// Throws `SiteError` that names the line: a setting that is unknown, set twice, or has a value it cannot have.
    package init(parsing text: String, file: String = SiteConfiguration.fileName) throws(SiteError) {
        for setting in try ConfigurationFile.settings(in: text, file: file, known: Self.settings) {
            do throws(Setting.Problem) { try apply(setting) } catch {
                throw SiteError(.badValue(setting: setting.name, problem: error.text), at: "\(file):\(setting.line)")
            }
        }
        try checkContrast(file: file)
    }
}

/// The part of the Hub that a site is about; `nil` is all of it.
package struct Scope: Equatable, Sendable {
    package var author: String?
    package var task: String?
    package var language: String?
    package var library: String?
    package var license: String?

    package init() {}

    /// "author: bigscience · task: text-generation"; empty for the whole Hub.
    package var sentence: String {
        [("author", author), ("task", task), ("language", language), ("library", library), ("license", license)]
            .compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: " · ")
    }
}

extension SiteConfiguration {
    static let settings =
        ["title", "tagline", "base-url", "language", "contact", "footer", "exclude", "people"]
        + ["author", "task", "language", "library", "license"].map { "scope.\($0)" }
        + ColorScheme.allCases.flatMap { scheme in Color.tokens.map { "\(scheme.rawValue).\($0)" } }

    private mutating func apply(_ setting: Setting) throws(Setting.Problem) {
        switch setting.name {
        case "title": title = try setting.text(upTo: 60)
        case "tagline": tagline = try setting.text(upTo: 200)
        case "footer": footer = try setting.text(upTo: 400)
        case "base-url": baseURL = try setting.webAddress()
        case "language": language = try setting.languageTag()
        case "exclude": exclude = try setting.hubNames()
        case "people": people = try setting.people()
        case "contact": contact = try setting.contact()
        case "scope.author": scope.author = try setting.hubName()
        case "scope.task": scope.task = try setting.hubName()
        case "scope.language": scope.language = try setting.hubName()
        case "scope.library": scope.library = try setting.hubName()
        case "scope.license": scope.license = try setting.hubName()
        default:
            let parts = setting.name.split(separator: ".")
            guard let scheme = ColorScheme(rawValue: String(parts[0])) else {
                preconditionFailure("\(setting.name) is listed and not applied")
            }
            colors[scheme, default: [:]][String(parts[1])] = try setting.color()
        }
    }

    /// Text must be legible on its paper and marks visible: 4.5 : 1 and 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11).
    private func checkContrast(file: String) throws(SiteError) {
        for scheme in ColorScheme.allCases {
            guard let chosen = colors[scheme], !chosen.isEmpty else { continue }
            let paper = chosen["paper"] ?? Color.defaults[scheme]!["paper"]!
            for token in Color.tokens {
                guard let least = Color.leastContrast[token] else { continue }
                let color = chosen[token] ?? Color.defaults[scheme]![token]!
                let contrast = color.contrast(to: paper)
                guard contrast < least, chosen[token] != nil || chosen["paper"] != nil else { continue }
                let problem =
                    "\(color.hex) on paper \(paper.hex) has a contrast of \(String(format: "%.1f", contrast)) : 1; "
                    + "it needs \(String(format: "%.1f", least)) : 1"
                throw SiteError(.badValue(setting: "\(scheme.rawValue).\(token)", problem: problem), at: file)
            }
        }
    }
}
