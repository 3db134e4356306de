/// A name of one model or of a line of models, and what it is counted for.
package struct ModelAlias: Equatable, Sendable {
    package var text: String
    /// Places in `ModelAliases.names`: the model, its line.
    package var models: [Int]
    /// Places in the table of families.
    package var families: [Int]
}

/// Names of models, made from their ids by rules.
///
///     ModelAliases(of: ["meta-llama/Llama-3.1-8B-Instruct"], table)
///     → "meta-llama/Llama-3.1-8B-Instruct" and "Llama-3.1-8B-Instruct", counted for the model, its line and its family;
///       "Llama-3.1", counted for the line and the family
///
/// 1. The whole id is a name.
/// 2. What follows the owner is one when it names a family of the table and has a digit. Of models that share it the first
///    has it, so that a copy never takes what is its original's.
/// 3. Without size, kind of tuning and packing at its end that is the line's name, where a digit is left that is no size.
///    A line is no model: it is counted by itself.
/// 4. Names that read alike are one; a family's own name stays the family's. Names beyond ASCII are left out.
package struct ModelAliases: Sendable {
    /// What aliases are counted for: ids, which have a slash, and lines, which have none.
    package private(set) var names: [String] = []
    package private(set) var aliases: [ModelAlias] = []
    /// By place in `names`, the first family that it is of.
    package private(set) var families: [Int?] = []
    /// By id, the line it belongs to.
    package private(set) var lines: [String: String] = [:]

    private let table: FamilyTable
    private let limit: Int
    private var finder: MentionFinder
    private var taken: Set<[UInt8]> = []
    private var lineNumbers: [[UInt8]: Int] = [:]

    /// - Parameters:
    ///   - ids: the most important first.
    ///   - limit: how many names at most.
    package init(of ids: some Sequence<String>, _ table: FamilyTable, limit: Int = 20_000) {
        self.table = table
        self.limit = limit
        finder = MentionFinder(table)
        for family in table.families { for alias in family.aliases { taken.insert(Alphabet.classes(of: alias.text)) } }
        for stop in table.stops { taken.insert(Alphabet.classes(of: stop)) }
        for id in ids where aliases.count < limit { add(id) }
    }
}

extension ModelAliases {
    private mutating func add(_ id: String) {
        guard id.utf8.count <= 100, id.utf8.allSatisfy({ $0 > 32 && $0 < 127 }), let slash = id.firstIndex(of: "/"),
            let first = id.utf8.first, Alphabet.isWord(Alphabet.ofByte[Int(first)])
        else { return }
        let name = String(id[id.index(after: slash)...])
        let families = families(of: name)
        // The line comes first: it may be new, and takes the next number.
        let line = families.isEmpty ? nil : line(of: name, families)
        let model = names.count
        let counted = [model] + (line.map { [$0] } ?? [])
        // An owner may name a family, too: mistralai.
        guard take(id, counted, self.families(of: id)) else { return }
        names.append(id)
        self.families.append(families.first)
        if let line { lines[id] = names[line] }
        if !families.isEmpty, hasDigit(name) { _ = take(name, counted, families) }
    }

    private mutating func take(_ text: String, _ models: [Int], _ families: [Int]) -> Bool {
        guard let first = text.utf8.first, Alphabet.isWord(Alphabet.ofByte[Int(first)]),
            aliases.count < limit, taken.insert(Alphabet.classes(of: text)).inserted
        else { return false }
        aliases.append(ModelAlias(text: text, models: models, families: families))
        return true
    }

    private mutating func families(of name: String) -> [Int] { finder.families(ofRepository: name) }

    private func hasDigit(_ text: some StringProtocol) -> Bool {
        text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}

extension ModelAliases {
    /// Ends of names that tell a variant from its line.
    private static let variants: Set = [
        "instruct", "chat", "base", "it", "hf", "gguf", "awq", "gptq", "mlx", "fp8", "fp16", "bf16", "int4", "int8",
        "4bit",
        "8bit", "exl2", "ggml", "onnx", "preview", "thinking", "dpo", "sft", "uncensored", "diffusers",
    ]

    /// The number of the name's line, which may be a new one; nil where nothing but a size tells it from its family.
    private mutating func line(of name: String, _ families: [Int]) -> Int? {
        var parts = name.split(whereSeparator: { "-_ ".contains($0) })
        let whole = parts.count
        while let last = parts.last, isVariant(last.lowercased()) { parts.removeLast() }
        guard parts.count < whole, parts.contains(where: { hasDigit($0) && !isSize($0.lowercased()) }) else {
            return nil
        }
        let text = parts.joined(separator: "-")
        let key = Alphabet.classes(of: text)
        if let known = lineNumbers[key] { return known }
        guard !self.families(of: text).isEmpty, take(text, [names.count], families) else { return nil }
        lineNumbers[key] = names.count
        names.append(text)
        self.families.append(families.first)
        return names.count - 1
    }

    private func isVariant(_ part: String) -> Bool { Self.variants.contains(part) || isSize(part) }

    /// "8b", "1.5b", "8x7b", "a3b", "350m".
    private func isSize(_ part: String) -> Bool {
        guard let unit = part.last, unit == "b" || unit == "m", part.utf8.count > 1 else { return false }
        let number = part.dropLast().drop { $0 == "a" }
        return hasDigit(number) && number.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "x") }
    }
}
