import Markup

/// Where an element or a style points.
enum References {
    struct Reference {
        var address: String
        /// Whether the browser fetches it to show the page, or only the reader who follows it.
        var isLoaded: Bool
    }

    static func of(_ element: HTMLElement) -> [Reference] {
        var out: [Reference] = []
        func add(_ attribute: String, isLoaded: Bool) {
            if let address = element[attribute] { out.append(Reference(address: address, isLoaded: isLoaded)) }
        }
        switch element.name {
        case "a", "area": add("href", isLoaded: false)
        case "form": add("action", isLoaded: false)
        case "link": add("href", isLoaded: element["rel"] != "canonical" && element["rel"] != "alternate")
        case "use", "image", "feimage": ["href", "xlink:href"].forEach { add($0, isLoaded: true) }
        case "object": add("data", isLoaded: true)
        default: ["src", "poster"].forEach { add($0, isLoaded: true) }
        }
        out += (element["srcset"] ?? "").split(separator: ",").compactMap { $0.split(separator: " ").first }
            .map { Reference(address: String($0), isLoaded: true) }
        out += inStyle(element["style"] ?? "").filter { !$0.hasPrefix("#") }
            .map { Reference(address: $0, isLoaded: true) }
        return out
    }

    /// "https" of "https://…", "data" of "data:…", "other" of "//host"; nil for a relative address.
    static func scheme(of address: String) -> String? {
        if address.hasPrefix("//") { return "other" }
        // Browsers skip blanks and control characters here, which hides `java\tscript:` from a plain search.
        let text = address.unicodeScalars.filter { $0.value > 32 }.map { String($0) }.joined().lowercased()
        guard let colon = text.firstIndex(of: ":") else { return nil }
        let scheme = text[..<colon]
        guard !scheme.isEmpty, scheme.utf8.allSatisfy({ (97...122).contains($0) || "+-.0123456789".utf8.contains($0) })
        else { return nil }
        return String(scheme)
    }

    /// A relative path from a file of the site to another; nil when it leaves the site.
    ///
    ///     resolve("../assets/a.css", from: "data/index.html") → "assets/a.css"
    static func resolve(_ path: String, from file: String) -> String? {
        var parts = file.split(separator: "/").dropLast().map(String.init)
        let path = path.split(whereSeparator: { "?#".contains($0) }).first.map(String.init) ?? ""
        for part in path.split(separator: "/") where part != "." {
            if part == ".." {
                guard parts.popLast() != nil else { return nil }
            } else {
                parts.append(part.removingPercentEscapes)
            }
        }
        return parts.joined(separator: "/")
    }

    /// What `url(…)` and `@import "…"` name.
    static func inStyle(_ css: String) -> [String] {
        var out: [String] = []
        for part in css.components(after: "url(") { out.append(unquoted(part.prefix { $0 != ")" }, part)) }
        for part in css.components(after: "@import") {
            let text = part.drop(while: \.isWhitespace)
            if let quote = text.first, quote == "\"" || quote == "'" { out.append(unquoted(text.prefix(300), text)) }
        }
        return out
    }

    private static func unquoted(_ inner: Substring, _ all: Substring) -> String {
        let text = inner.drop(while: \.isWhitespace)
        guard let quote = text.first, quote == "\"" || quote == "'" else {
            return String(text).split(separator: " ").first.map(String.init) ?? ""
        }
        return String(all.drop(while: \.isWhitespace).dropFirst().prefix { $0 != quote })
    }
}

extension String {
    /// The rest of the text after each place where `needle` stands.
    fileprivate func components(after needle: String) -> [Substring] {
        var out: [Substring] = []
        var rest = self[...]
        while let range = rest.firstRange(of: needle) {
            rest = rest[range.upperBound...]
            out.append(rest)
        }
        return out
    }
}

extension Substring {
    fileprivate var removingPercentEscapes: String {
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
