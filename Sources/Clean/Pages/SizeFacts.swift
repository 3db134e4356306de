import Archive
import Catalog
import Core
import Hub
import JSON
import Markup

// What is told about one model by an answer that does not name it: its address does.

extension PageCleaner {
    /// `{"path":"","size":15231271888}` → the bytes of the main branch.
    func treeSize(_ view: JSONView, of page: ArchivedPage, into cleaned: inout CleanedPage) {
        guard let id = RepoID.named(by: page.url, behind: "/api/models/", until: "/treesize/") else {
            return cleaned.diagnostics.append(Diagnostic("record.noID", at: page.url, "address"))
        }
        var reader = WireReader(subject: id)
        var row = ModelRow(repoID: models.identity.current(id))
        row.treeSizeBytes = view["size"].flatMap { reader.size($0, "size") }
        if view["size"] == nil { reader.note("field.missing", "size") }
        cleaned.diagnostics += reader.diagnostics
        if row.treeSizeBytes != nil { cleaned.modelFacts.append(row) }
    }

    /// A model's page for people: the size that it states, if it does.
    func takeModelPage(_ page: ArchivedPage, into cleaned: inout CleanedPage) {
        cleaned.records += 1
        guard let id = RepoID.ofPage(at: page.url) else {
            return cleaned.diagnostics.append(Diagnostic("record.noID", at: page.url, "address"))
        }
        guard page.body.count <= ModelPageSize.mostBytes else {
            return cleaned.diagnostics.append(Diagnostic("page.tooLong", at: page.url, "\(page.body.count) bytes"))
        }
        guard let parameters = ModelPageSize.parameters(in: HTMLDocument(parsing: page.body)) else { return }
        guard ParameterRule.plausible(parameters, id, &cleaned.diagnostics) else { return }
        var row = ModelRow(repoID: models.identity.current(id))
        (row.parameters, row.parametersFrom) = (parameters, .page)
        cleaned.modelFacts.append(row)
    }
}

/// The size that a model's page states beside the card.
///
///     <div>Model size</div><div>7.62B params</div>  → 7,620,000,000
///     Model size 494M params                        → 494,000,000
///
/// What the owner wrote, the card, is passed over: only the Hub's own words count.
enum ModelPageSize {
    /// Pages have some hundred kilobytes; a tree of more would only fill the memory.
    static let mostBytes = 8 << 20

    static func parameters(in page: HTMLDocument) -> Int? {
        var words: [Substring] = []
        for text in texts(of: page.root) { words += text.split(whereSeparator: \.isWhitespace) }
        for i in words.indices.dropLast(3) where words[i] == "Model" && words[i + 1] == "size" {
            // The number and its unit may stand apart: "7.62 B params".
            let rest = words[(i + 2)..<min(i + 5, words.count)]
            guard let end = rest.firstIndex(of: "params") else { continue }
            if let count = count(rest[..<end].joined()) { return count }
        }
        return nil
    }

    /// "7.62B" → 7,620,000,000; nil for what is no number with K, M, B, T or nothing behind it.
    static func count(_ text: String) -> Int? {
        let units: [Character: Double] = ["K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12]
        let unit = text.last.flatMap { units[Character($0.uppercased())] }
        let digits = (unit == nil ? text[...] : text.dropLast()).filter { $0 != "," }
        guard (1...12).contains(digits.count), digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
            let value = Double(digits), value > 0
        else { return nil }
        // What no Int holds is implausible, too.
        return Int(min(value * (unit ?? 1), 1e18).rounded())
    }

    /// Texts in the order of the page, without scripts and without what the owner wrote.
    private static func texts(of element: HTMLElement) -> [String] {
        if ["script", "style", "template", "textarea"].contains(element.name) || isOwners(element) { return [] }
        return element.children.flatMap { child in
            switch child {
            case .element(let element): texts(of: element)
            case .text(let text): [text]
            }
        }
    }

    /// The Hub marks what it made of a card so.
    private static func isOwners(_ element: HTMLElement) -> Bool {
        let classes = element["class"]?.split(whereSeparator: \.isWhitespace) ?? []
        return classes.contains { $0 == "prose" || $0 == "hf-sanitized" || $0 == "model-card-content" }
    }
}

extension RepoID {
    /// "https://h/api/models/a/b/treesize/main/" → "a/b".
    fileprivate static func named(by url: String, behind start: String, until end: String) -> String? {
        guard let from = url.firstRange(of: start), let to = url[from.upperBound...].firstRange(of: end) else {
            return nil
        }
        let id = String(url[from.upperBound..<to.lowerBound])
        return isValid(id) ? id : nil
    }

    /// "https://h/a/b" → "a/b".
    fileprivate static func ofPage(at url: String) -> String? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 3, parts[1].isEmpty else { return nil }
        let id = parts[3...].joined(separator: "/")
        return isValid(id) ? id : nil
    }
}
