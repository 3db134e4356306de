import JSON
import Markup

/// The place in an article's infobox: the row that is labeled Headquarters or Location.
///
///     <table class="infobox"><tr><th>Headquarters</th><td><a>Paris</a>, <a>France</a><sup>[1]</sup></td></tr></table>
///     → "Paris, France"
struct WikipediaInfobox: Equatable {
    var headquarters: String?

    /// - Parameter page: the HTML of the article's first section.
    init(html page: [UInt8]) {
        let document = HTMLDocument(parsing: page)
        let boxes = document.elements(named: "table").filter {
            ($0["class"] ?? "").split(separator: " ").contains("infobox")
        }
        var rows: [(label: String, value: String)] = []
        for row in boxes.first?.elements(named: "tr") ?? [] {
            guard let label = row.elements(named: "th").first, let value = row.elements(named: "td").first else {
                continue
            }
            rows.append((label.text.lowercased(), Self.text(value)))
        }
        let found = rows.first { $0.label.contains("headquarters") } ?? rows.first { $0.label.contains("location") }
        headquarters = found.map(\.value).flatMap { $0.isEmpty || $0.utf8.count > 300 ? nil : $0 }
    }

    /// From the answer of `action=parse&prop=text&formatversion=2`.
    init?(answer root: JSONView) {
        guard let html = root["parse"]?["text"]?.string else { return nil }
        self.init(html: Array(html.utf8))
    }

    /// What a reader sees of a cell, lines parted by commas; no notes, coordinates, scripts.
    private static func text(_ element: HTMLElement) -> String {
        var out = ""
        append(element, to: &out)
        let parts = out.split(separator: ",").map { part in
            part.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private static func append(_ element: HTMLElement, to out: inout String) {
        let classes = (element["class"] ?? "").split(separator: " ")
        if ["style", "script", "sup"].contains(element.name) { return }
        if classes.contains("geo-inline-hidden") || classes.contains("geo-inline") || classes.contains("noprint") {
            return
        }
        for child in element.children {
            switch child {
            case .text(let text): out += text
            case .element(let inner):
                let breaks = ["br", "li", "div", "p"].contains(inner.name)
                if breaks { out += "," }
                append(inner, to: &out)
                if breaks { out += "," }
            }
        }
    }
}
