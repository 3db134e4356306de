import JSON
import Markup

/// A page of a built site and what can be said of it alone.
struct CheckedPage {
    let name: String
    let document: HTMLDocument
    let elements: [HTMLElement]
    private let ids: [String: Int]

    init(name: String, bytes: [UInt8]) {
        self.name = name
        document = HTMLDocument(parsing: bytes)
        elements = document.elements
        ids = elements.compactMap { $0["id"] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    func problem(_ rule: SiteProblem.Rule, _ text: String, at line: Int) -> SiteProblem {
        SiteProblem(file: name, line: line, rule: rule, text: text)
    }

    /// Whether `#fragment` leads somewhere: an id, the top, or what scripts read: a reader's state (`key=value`), the name
    /// of a model or an account on the page that shows one.
    func hasTarget(_ fragment: String) -> Bool {
        fragment.isEmpty || fragment == "top" || fragment.contains("=") || ids[fragment] != nil || showsOne
    }

    private var showsOne: Bool { elements.contains { $0["data-model"] != nil || $0["data-community"] != nil } }

    /// Ids given twice, and names of elements that are not there.
    var identities: [SiteProblem] {
        let twice = elements.compactMap { element in
            element["id"].flatMap { (ids[$0] ?? 0) > 1 ? (element.line, $0) : nil }
        }
        let lost = elements.flatMap { element in
            ["aria-labelledby", "aria-describedby", "aria-controls", "for"].flatMap { attribute in
                (element[attribute] ?? "").split(separator: " ").filter { ids[String($0)] == nil }
                    .map { (element.line, "\(attribute)=\"\($0)\" names no element") }
            }
        }
        return twice.map { problem(.identity, "id \"\($0.1)\" is given \(ids[$0.1] ?? 0) times", at: $0.0) }
            + lost.map { problem(.identity, $0.1, at: $0.0) }
    }

    /// What readers who see no picture rely on.
    var structure: [SiteProblem] {
        var out: [SiteProblem] = []
        func need(_ claim: Bool, _ text: String, at line: Int = 0) {
            if !claim { out.append(problem(.structure, text, at: line)) }
        }
        need(document.root["lang"]?.isEmpty == false, "the page does not say its language")
        need(elements.first { $0.name == "title" }?.text.isEmpty == false, "the page has no title")
        let headings = elements.count { $0.name == "h1" }
        need(headings == 1, "the page has \(headings) h1; one is needed")
        need(elements.contains { $0.name == "main" }, "the page has no main")
        for element in elements {
            switch element.name {
            case "img": need(element["alt"] != nil, "a picture has no alt", at: element.line)
            case "figure":
                need(isNamed(element), "a figure has no name: aria-label or aria-labelledby", at: element.line)
            case "svg":
                need(isNamed(element) || isHidden(element), "a drawing has no name and is not hidden", at: element.line)
            case "button", "a":
                let says = isNamed(element) || element.text.contains { !$0.isWhitespace }
                need(says, "a \(element.name == "a" ? "link" : "button") says nothing", at: element.line)
            default: break
            }
        }
        return out
    }

    /// Scripts that stand in the page, in attributes, or in data that is no JSON.
    var scripts: [SiteProblem] {
        elements.flatMap { element -> [SiteProblem] in
            var out = element.attributes.filter { $0.name.hasPrefix("on") }
                .map { problem(.script, "attribute \($0.name) would run a script", at: element.line) }
            if element.name == "script" { out += script(element) }
            if ["iframe", "object", "embed", "base"].contains(element.name) {
                out.append(problem(.script, "no page here needs the element \(element.name)", at: element.line))
            }
            return out
        }
    }
}

extension CheckedPage {
    private func isNamed(_ element: HTMLElement) -> Bool {
        element["aria-label"]?.isEmpty == false || element["aria-labelledby"]?.isEmpty == false
    }

    private func isHidden(_ element: HTMLElement) -> Bool { element["aria-hidden"] == "true" }

    private func script(_ element: HTMLElement) -> [SiteProblem] {
        let type = element["type"] ?? ""
        guard element["src"] == nil else {
            return type == "module" ? [problem(.offline, "a module does not load from disk", at: element.line)] : []
        }
        guard ["application/json", "application/ld+json"].contains(type) else {
            return [problem(.script, "a script stands in the page; only data may", at: element.line)]
        }
        do { _ = try JSONValue.parse(element.text) } catch {
            return [problem(.script, "a block of data is no JSON (\(error))", at: element.line)]
        }
        return []
    }
}
