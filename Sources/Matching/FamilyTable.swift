import Core
package import JSON

/// The families that are tracked, `assets/mentions/families.json`:
///
///     {"version": 1, "contexts": {"ai": ["llm", "weights"]}, "stops": ["llama.cpp"],
///      "families": [{"id": "phi", "name": "Phi", "maker": "Microsoft", "weights": "open", "since": "2023-06",
///        "aliases": [{"is": ["phi"], "case": "capital", "with": ["ai", "near"]}], "near": ["microsoft"]}]}
///
/// A stop is longer than an alias that it holds, and counts nothing. An alias that is plain text counts wherever it stands.
package struct FamilyTable: Equatable, Sendable {
    static let version = 1

    /// Words by the name of what they are company for.
    package var contexts: [String: [String]]
    package var stops: [String]
    package var families: [Family]

    /// - Throws: `FamilyTableError`, with the family in which something is missing or cannot be.
    package init(_ json: JSONValue, at path: String) throws {
        guard json["version"]?.integer == Self.version else { throw FamilyTableError("version", of: nil, at: path) }
        contexts = try (json["contexts"]?.object ?? [:]).mapValues {
            try Self.words($0, "contexts", of: nil, at: path)
        }
        stops = try Self.words(json["stops"] ?? [], "stops", of: nil, at: path)
        families = []
        for row in json["families"]?.array ?? [] { families.append(try Self.family(row, contexts, at: path)) }
        guard !families.isEmpty else { throw FamilyTableError("families", of: nil, at: path) }
        var seen: Set<String> = []
        if let twice = families.first(where: { !seen.insert($0.id).inserted }) {
            throw FamilyTableError("id", of: twice.id, at: path)
        }
    }

    /// Reads the file. Throws `FamilyTableError`, `FileError`, `JSONError`.
    package init(path: String) throws { try self.init(try JSONValue.parse(try Files.read(path)), at: path) }
}

extension FamilyTable {
    private static func family(_ row: JSONValue, _ contexts: [String: [String]], at path: String) throws -> Family {
        let id = row["id"]?.string
        func text(_ key: String) throws -> String {
            guard let text = row[key]?.string, !text.isEmpty else { throw FamilyTableError(key, of: id, at: path) }
            return text
        }
        func list(_ key: String) throws -> [String] { try words(row[key] ?? [], key, of: id, at: path) }
        guard let weights = Family.Weights(rawValue: try text("weights")) else {
            throw FamilyTableError("weights", of: id, at: path)
        }
        guard let since = Month(try text("since")) else { throw FamilyTableError("since", of: id, at: path) }
        let aliases = try (row["aliases"]?.array ?? []).flatMap { try self.aliases($0, contexts, of: id, at: path) }
        guard !aliases.isEmpty else { throw FamilyTableError("aliases", of: id, at: path) }
        return Family(
            id: try text("id"), name: try text("name"), maker: try text("maker"), weights: weights, since: since,
            aliases: aliases, near: try list("near"), unless: try list("unless"), article: row["article"]?.string,
            questions: try list("ask"), phrases: try list("x"), isUnmistakable: row["unmistakable"]?.bool ?? false)
    }

    private static func aliases(
        _ json: JSONValue, _ contexts: [String: [String]], of id: String?, at path: String
    ) throws -> [Alias] {
        if json.string != nil { return [Alias(text: try words([json], "aliases", of: id, at: path)[0])] }
        let letters = try json["case"].map { value in
            guard let known = value.string.flatMap(Alias.Case.init) else {
                throw FamilyTableError("case", of: id, at: path)
            }
            return known
        }
        let company = try (json["with"]?.array ?? []).map { value -> Alias.Company in
            switch value.string {
            case "version": return .version
            case "size": return .size
            case "near": return .near
            case let name? where contexts[name] != nil: return .context(name)
            default: throw FamilyTableError("with", of: id, at: path)
            }
        }
        return try words(json["is"] ?? [], "is", of: id, at: path).map {
            Alias(text: $0, letters: letters ?? .any, company: company)
        }
    }

    private static func words(_ json: JSONValue, _ key: String, of id: String?, at path: String) throws -> [String] {
        guard let items = json.array else { throw FamilyTableError(key, of: id, at: path) }
        return try items.map { item in
            guard let word = item.string, isMatchable(word) else { throw FamilyTableError(key, of: id, at: path) }
            return word
        }
    }

    /// Begins and ends in a letter or digit, or ends in a sign that names end in; nothing beyond Latin-1's signs.
    private static func isMatchable(_ word: String) -> Bool {
        guard let first = word.utf8.first, Alphabet.isWord(Alphabet.ofByte[Int(first)]) else { return false }
        return word.utf8.count <= 100
            && word.unicodeScalars.allSatisfy { $0.isASCII || (0xA0...0xBF).contains($0.value) }
    }
}

/// What is wrong with a table of families: in which of them, in which field.
///
///     FamilyTableError("since", of: "phi", at: "families.json")
///     → "families.json: the family phi has no usable \"since\""
package struct FamilyTableError: Failure, Equatable {
    package var field: String
    package var family: String?
    package var path: String

    package init(_ field: String, of family: String?, at path: String) {
        self.field = field
        self.family = family
        self.path = path
    }

    package var description: String {
        "\(path): \(family.map { "the family \($0)" } ?? "the table") has no usable \"\(field)\""
    }
}
