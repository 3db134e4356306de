import Core
import JSON
import Report

/// The script of pages that draw the same kinds of chart: what moves every page, and those kinds alone.
///
///     PageScript(of: growth).name  → "atlas-area-bars"
struct PageScript: Hashable, Comparable {
    /// Each is a file in `assets/js/charts/` that exports it under its own name.
    private let kinds: [String]

    init(of page: Page) { kinds = Set(page.figures.map(\.chart.kind.rawValue)).sorted() }

    /// Of pages without a figure.
    static let plain = PageScript(kinds: [])

    private init(kinds: [String]) { self.kinds = kinds }

    /// The scripts of all pages, each once; the plain one is always among them, for the page of wrong addresses.
    static func all(of pages: [Page]) -> [PageScript] { Set(pages.map(PageScript.init) + [plain]).sorted() }

    /// What its file is called, without the hash.
    var name: String { (["atlas"] + kinds).joined(separator: "-") }

    static func < (a: PageScript, b: PageScript) -> Bool { a.name < b.name }

    /// Writes the module that starts such a page, and returns its path.
    ///
    /// - Parameter assets: The path of `atlas.js`, beside which the kinds lie.
    func writeEntry(into folder: String, assets atlas: String) throws -> String {
        let charts = "\(Files.parent(of: atlas))/charts"
        let imports = kinds.map { "import { \($0) } from \(quoted("\(charts)/\($0).js"));\n" }.joined()
        let entry = "\(folder)/\(name).js"
        try Files.write(
            Array(
                "\(imports)import { start } from \(quoted(atlas));\nstart({ \(kinds.joined(separator: ", ")) });\n".utf8
            ),
            to: entry)
        return entry
    }

    /// A path as JavaScript has it: JSON's way of writing texts is one that JavaScript reads.
    private func quoted(_ path: String) -> String { JSONValue.string(path).text }
}
