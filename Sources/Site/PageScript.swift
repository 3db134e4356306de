import Core
import JSON
import Report

/// The script of pages that draw the same kinds of chart: what moves every page, and those kinds alone.
///
///     PageScript(of: growth).name  → "atlas-area-bars"
struct PageScript: Hashable, Comparable {
    /// Each is a file in `assets/js/charts/` that exports it under its own name.
    private let kinds: [String]
    /// What starts the page: "atlas", or the module of a page whose script also shows records.
    private let starter: String

    init(of page: Page) {
        let drawn = page.figures.map(\.chart.kind) + (page.records?.kinds ?? [])
        kinds = Set(drawn.map(\.rawValue)).sorted()
        starter = page.records == nil ? "atlas" : "\(page.id)-page"
    }

    /// Of pages without a figure.
    static let plain = PageScript(kinds: [], starter: "atlas")

    private init(kinds: [String], starter: String) {
        self.kinds = kinds
        self.starter = starter
    }

    /// The scripts of all pages, each once; the plain one is always among them, for the page of wrong addresses.
    static func all(of pages: [Page]) -> [PageScript] { Set(pages.map(PageScript.init) + [plain]).sorted() }

    /// What its file is called, without the hash.
    var name: String { ([starter] + kinds).joined(separator: "-") }

    static func < (a: PageScript, b: PageScript) -> Bool { a.name < b.name }

    /// Writes the module that starts such a page, and returns its path.
    ///
    /// - Parameter assets: The path of `atlas.js`, beside which the kinds lie.
    func writeEntry(into folder: String, assets atlas: String) throws -> String {
        let home = Files.parent(of: atlas)
        let imports = kinds.map { "import { \($0) } from \(quoted("\(home)/charts/\($0).js"));\n" }.joined()
        let entry = "\(folder)/\(name).js"
        try Files.write(
            Array(
                "\(imports)import { start } from \(quoted("\(home)/\(starter).js"));\nstart({ \(kinds.joined(separator: ", ")) });\n"
                    .utf8
            ),
            to: entry)
        return entry
    }

    /// A path as JavaScript has it: JSON's way of writing texts is one that JavaScript reads.
    private func quoted(_ path: String) -> String { JSONValue.string(path).text }
}
