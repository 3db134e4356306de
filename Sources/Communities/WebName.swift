/// A website as a name that two writers share: no scheme, no "www.", no slash at the end, no query, small letters.
///
///     WebName.of("https://www.Mistral.ai/?ref=hub")  → "mistral.ai"
///     WebName.of("http://nlp.example.edu/lab/")       → "nlp.example.edu/lab"
///     WebName.of("javascript:alert(1)")               → nil
///     WebName.of("https://me@example.org")            → nil
enum WebName {
    static func of(_ text: String) -> String? {
        guard text.utf8.count <= 300 else { return nil }
        var rest = Substring(text.lowercased())
        for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
        if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
        rest = rest.prefix { $0 != "?" && $0 != "#" }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let host = rest.prefix { $0 != "/" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), labels.last!.contains(where: \.isLetter) else {
            return nil
        }
        return rest.utf8.allSatisfy { (33...126).contains($0) && !"<>\"'\\`".utf8.contains($0) } ? String(rest) : nil
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0) || $0 == 45 }
    }
}

/// Names of accounts on GitHub: letters, digits and single hyphens.
///
///     GitHubName.isValid("QwenLM")            → true
///     GitHubName.of(link: "https://github.com/QwenLM/")  → "QwenLM"
///     GitHubName.of(link: "https://github.com/QwenLM/Qwen") → nil: a repo may be anybody's
enum GitHubName {
    static func isValid(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 39 && !name.hasPrefix("-")
            && name.utf8.allSatisfy {
                (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45
            }
    }

    static func of(link: String) -> String? {
        var rest = Substring(link)
        for start in ["https://", "http://", "www.", "github.com/"] where rest.lowercased().hasPrefix(start) {
            rest = rest.dropFirst(start.count)
        }
        while rest.hasSuffix("/") { rest = rest.dropLast() }
        let name = String(rest)
        guard link.lowercased().contains("github.com/"), isValid(name), !notAccounts.contains(name.lowercased()) else {
            return nil
        }
        return name
    }

    private static let notAccounts: Set = [
        "features", "pricing", "topics", "marketplace", "sponsors", "login", "about", "explore", "orgs", "settings",
    ]
}
