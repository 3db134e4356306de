/// What a site's robots.txt asks of one program (RFC 9309).
///
///     let robots = Robots(Array("User-agent: *\nDisallow: /spaces\nAllow: /spaces/a$".utf8), agent: "HubAtlas/1 (…)")
///     robots.allows("/acme/model")  → true
///     robots.allows("/spaces/x")    → false
///     robots.allows("/spaces/a")    → true      the longer rule decides, and of equally long ones the one that allows
///
/// The groups that name the program hold, else those of `*`. What is no rule is passed over, so an HTML page allows all.
package struct Robots: Equatable, Sendable {
    private struct Rule: Equatable {
        var isAllowing: Bool
        var pattern: [UInt8]
    }

    private var rules: [Rule] = []

    /// All is allowed.
    package init() {}

    /// - Parameter agent: the user agent as it is sent; its first word, up to a slash, is the program's name.
    package init(_ bytes: [UInt8], agent: String) {
        let name = agent.prefix { $0 != "/" && $0 != " " }.lowercased()
        var groups = Groups()
        // The standard asks readers for 500 kibibytes at least; more is no list of rules.
        for line in bytes.prefix(512 << 10).split(whereSeparator: { $0 == 10 || $0 == 13 }).prefix(10_000) {
            groups.take(String(decoding: line, as: UTF8.self))
        }
        rules = groups.rules(of: name) ?? groups.rules(of: "*") ?? []
    }

    /// - Parameter path: from the first slash on, with the query, as it is asked for.
    package func allows(_ path: String) -> Bool {
        let path = Array(path.utf8)
        let matching = rules.filter { Self.matches($0.pattern, path) }
        let longest = matching.map(\.pattern.count).max()
        return matching.isEmpty || matching.contains { $0.pattern.count == longest && $0.isAllowing }
    }
}

extension Robots {
    /// Rules by the name that they are for.
    private struct Groups {
        private var rulesOf: [String: [Rule]] = [:]
        private var names: [String] = []
        private var isNaming = false

        func rules(of name: String) -> [Rule]? { rulesOf[name] }

        mutating func take(_ line: String) {
            let text = line.prefix { $0 != "#" }
            guard let colon = text.firstIndex(of: ":") else { return }
            let key = text[..<colon].filter { !$0.isWhitespace }.lowercased()
            let value = text[text.index(after: colon)...].filter { !$0.isWhitespace }
            switch key {
            case "user-agent", "\u{FEFF}user-agent":
                if !isNaming { names = [] }
                isNaming = true
                let name = value.prefix { $0 != "/" }.lowercased()
                names.append(name)
                if rulesOf[name] == nil { rulesOf[name] = [] }
            case "allow", "disallow":
                isNaming = false
                // An empty rule is none.
                guard !value.isEmpty, value.utf8.count <= 2000 else { return }
                for name in names {
                    rulesOf[name]?.append(Rule(isAllowing: key == "allow", pattern: Array(value.utf8)))
                }
            default: break
            }
        }
    }

    /// `*` stands for any bytes, `$` at the end for the path's end; else the path begins with the pattern.
    private static func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let pattern = isWhole ? pattern.dropLast() : pattern + [UInt8(ascii: "*")]
        var (p, t, star, mark) = (0, 0, -1, 0)
        while t < path.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                (star, mark) = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == path[t] {
                (p, t) = (p + 1, t + 1)
            } else if star >= 0 {
                // The star takes one byte more, and the rest is tried again.
                mark += 1
                (p, t) = (star + 1, mark)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
