import Core
import Foundation
import JSON
import SearchText
import TestSupport
import Testing

/// `Tests/Fixtures/tokens.json`: what `assets/js/search/text.js` must find too, and its tests read the same file.
/// `RECORD_SNAPSHOTS=1` writes what is found now into it, to be read with care.
@Suite struct TokenFixtureTests {
    private static let path = Repository.path("Tests/Fixtures/tokens.json")

    @Test func findsWhatTheSharedFixtureSays() throws {
        let fixture = try #require(try JSONValue.parse(Files.read(Self.path)).object)
        var found: [String: [JSONValue]] = [:]
        for (section, cases) in fixture {
            let cases = try #require(cases.array)
            #expect(cases.count >= 5)
            found[section] = try cases.map { try answer($0, section) }
        }
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Files.write(Array(pretty(found).utf8), to: Self.path)
        }
        for (section, cases) in fixture {
            for (stated, found) in zip(cases.array!, found[section]!) {
                #expect(stated == found, "\(section): \(String(found.text.prefix(400)))")
            }
        }
    }
}

extension TokenFixtureTests {
    /// The entry with its text, and what is found in it.
    private func answer(_ entry: JSONValue, _ section: String) throws -> JSONValue {
        var answer = ["text": entry["text"] ?? nil]
        answer["times"] = entry["times"]
        // `{"text": "ab ", "times": 5000}` is a long text.
        let text = String(repeating: try #require(entry["text"]?.string), count: entry["times"]?.integer ?? 1)
        switch section {
        case "names":
            let list = Tokenizer.terms(ofName: text)
            answer["words"] = strings(list.texts(in: .name))
            answer["parts"] = strings(list.texts(in: .namePart))
            answer["key"] = .string(Tokenizer.key(of: text))
        case "owners": answer["terms"] = strings(Tokenizer.terms(ofOwner: text).texts(in: .owner))
        case "queries": answer["query"] = json(QueryText(text))
        case "phrases":
            let synonyms = try Synonyms(JSONValue.parse(Files.read(Repository.path("assets/search/synonyms.json"))))
            let words = QueryText(text).words.map(\.text)
            answer["matches"] = json(synonyms.matches(in: words))
            answer["stop"] = strings(words.filter(synonyms.isStopWord))
        default: Issue.record("no such section: \(section)")
        }
        return .object(answer)
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private func json(_ query: QueryText) -> JSONValue {
        var value: [String: JSONValue] = [
            "words": strings(query.words.map(\.text)), "isOpen": .bool(query.isOpen), "isCut": .bool(query.isCut),
            "joins": .array(query.joins.map { [.integer($0.first), .string($0.text)] }),
            "owner": JSONValue(query.owner),
        ]
        if query.words.contains(where: { !$0.pieces.isEmpty }) {
            value["pieces"] = .array(query.words.map { strings($0.pieces) })
        }
        return .object(value)
    }

    /// `[[places of the words], "#task", "~#hint", …]`.
    private func json(_ matches: [Synonyms.Match]) -> JSONValue {
        .array(
            matches.map { match in
                let terms = match.meanings.map { ($0.isHint ? "~" : "") + ($0.term ?? "modality:\($0.code)") }
                return .array([.array(match.positions.map { .integer($0) })] + terms.map { .string($0) })
            })
    }

    /// One case a line.
    private func pretty(_ found: [String: [JSONValue]]) -> String {
        let sections = found.keys.sorted().map { key in
            "  \(JSONValue.string(key).text): [\n"
                + found[key]!.map { "    \($0.text)" }.joined(separator: ",\n") + "\n  ]"
        }
        return "{\n\(sections.joined(separator: ",\n"))\n}\n"
    }
}
