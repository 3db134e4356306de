package import Core
import Hub

/// What a repo refers to: papers and datasets, sorted, each once.
///
///     arxiv "1810.04805v2"                       → "1810.04805"
///     arxiv "https://arxiv.org/abs/1810.04805"   → "1810.04805"
///     arxiv "cs.CL/0601001"                      → "cs/0601001"      the form until 2007
///     arxiv "soon"                               → nothing, with an `arxiv.bad` diagnostic
///     dataset "squad", "a/b", "my own texts"     → "a/b", "squad", with a `dataset.bad` diagnostic
///
/// Source: arXiv's description of its identifiers.
package enum ReferenceRule {
    /// The arXiv identifiers of what tags name, sorted.
    package static func papers(_ sent: [String], at subject: String, _ diagnostics: inout [Diagnostic]) -> [String] {
        guard !sent.isEmpty else { return [] }
        var papers: Set<String> = []
        for text in sent {
            if let id = arxivID(text) {
                papers.insert(id)
            } else {
                diagnostics.append(Diagnostic("arxiv.bad", at: subject, String(text.prefix(40))))
            }
        }
        return papers.sorted()
    }

    /// The datasets of what tags and card name, sorted.
    package static func datasets(_ sent: [String], at subject: String, _ diagnostics: inout [Diagnostic]) -> [String] {
        guard !sent.isEmpty else { return [] }
        var datasets: Set<String> = []
        for text in sent {
            if RepoID.isValid(text) {
                datasets.insert(text)
            } else {
                diagnostics.append(Diagnostic("dataset.bad", at: subject, ""))
            }
        }
        return datasets.sorted()
    }

    static func arxivID(_ text: String) -> String? {
        let last = text.split { $0 == " " || $0 == "?" || $0 == "#" }.last.map(String.init) ?? ""
        if let old = oldID(last) { return old }
        guard var id = last.split(separator: "/").last else { return nil }
        if let version = id.lastIndex(of: "v"), id[id.index(after: version)...].allSatisfy(\.isNumber) {
            id = id[..<version]
        }
        if id.hasSuffix(".pdf") { id = id.dropLast(4) }
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, (4...5).contains(parts[1].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }), let month = Int(parts[0].suffix(2)),
            (1...12).contains(month)
        else { return nil }
        return String(id)
    }

    /// "math.GT/0309136" → "math/0309136".
    private static func oldID(_ text: String) -> String? {
        let parts = text.split(separator: "/")
        guard parts.count >= 2, let number = parts.last, number.utf8.count == 7, number.utf8.allSatisfy(isDigit)
        else { return nil }
        let field = parts[parts.count - 2].prefix { $0 != "." }.lowercased()
        guard !field.isEmpty, field.utf8.allSatisfy({ (97...122).contains($0) || $0 == UInt8(ascii: "-") }) else {
            return nil
        }
        return "\(field)/\(number)"
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
