import Foundation
import Markup

/// Reads a built site as a suspicious visitor would, and says what is wrong with it.
///
///     try SiteCheck.run("site") → [Problem(file: "growth.html", line: 12, rule: .link, text: "\"sizez.html\" is not here")]
///
/// Rules: `SiteProblem.Rule`. Nothing is fetched, nothing is run.
package enum SiteCheck {
    /// Sorted by file and line; empty when all is well. Throws `SiteError` when there is no site to read.
    package static func run(_ folder: String) throws(SiteError) -> [SiteProblem] {
        let site = try CheckedSite(reading: folder)
        var problems: [SiteProblem] = []
        for page in site.pages.values.sorted(by: { $0.name < $1.name }) {
            problems += page.document.problems.map { page.problem(.markup, $0.text, at: $0.line) }
            problems += page.identities + page.structure + page.scripts + site.references(of: page)
        }
        problems += site.weights + site.styles + site.data + site.search
        return problems.sorted()
    }
}

/// Something wrong with a built site.
package struct SiteProblem: Equatable, Comparable, Sendable, CustomStringConvertible {
    /// What a page must keep to.
    package enum Rule: String, CaseIterable, Sendable {
        /// The markup does not parse cleanly.
        case markup
        /// A link or an `#id` leads nowhere.
        case link
        /// A script, style, picture or font is missing.
        case asset
        /// Something would be fetched from elsewhere, or by an address that does not work from disk.
        case offline
        /// An id is given twice.
        case identity
        /// No title, no language, not one `h1`, a figure without a name or a picture without words.
        case structure
        /// A script stands in the page, an attribute holds one, a data block is no JSON.
        case script
        /// A first visit is too heavy.
        case weight
    }

    package var file: String
    /// From 1; 0 where the whole file is meant.
    package var line: Int
    package var rule: Rule
    package var text: String

    /// "growth.html:12: link: "sizez.html" is not here".
    package var description: String { (line > 0 ? "\(file):\(line)" : file) + ": \(rule.rawValue): \(text)" }

    package static func < (a: SiteProblem, b: SiteProblem) -> Bool {
        (a.file, a.line, a.rule.rawValue, a.text) < (b.file, b.line, b.rule.rawValue, b.text)
    }
}
