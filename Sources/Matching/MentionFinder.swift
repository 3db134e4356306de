/// Finds what families and models a text speaks of.
///
///     var finder = MentionFinder(table)
///     finder.mentions(in: "GLM-5.1 matches Opus 4.6")  → ["glm", "claude"], by their place in the table
///     finder.mentions(in: "Phi is an irrational number") → []
///
/// Longest names first; a name that means other things, too, counts in company only: of a word at most 160 bytes away, or
/// of a version right behind it. Not for several threads at once; copies are cheap.
package struct MentionFinder {
    /// What a name stands for, once.
    package enum Subject: Hashable, Sendable {
        /// By its place in the table.
        case family(Int)
        /// By its place in the list that the finder was given.
        case model(Int)
    }

    /// How far off company may be.
    static let reach = 160

    private let lexicon: Lexicon
    private var matches: [Automaton.Match] = []
    private var found: [Subject] = []

    /// - Parameter models: aliases of models, with the model's number; they count wherever they stand.
    package init(_ table: FamilyTable, models: [ModelAlias] = []) { lexicon = Lexicon(table, models: models) }

    /// Each subject once, in the order of the text.
    package mutating func mentions(in text: String) -> [Subject] {
        var text = text
        return text.withUTF8 { mentions(in: $0) }
    }

    /// The text is UTF-8; bytes that are not end a word and are part of no name.
    package mutating func mentions(in text: UnsafeBufferPointer<UInt8>) -> [Subject] {
        found.removeAll(keepingCapacity: true)
        lexicon.automaton.longest(in: text, into: &matches)
        for (i, match) in matches.enumerated() {
            for meaning in lexicon.meanings[match.word] where holds(meaning, of: i, in: text) {
                for subject in meaning.subjects where !found.contains(subject) { found.append(subject) }
            }
        }
        return found
    }

    /// Families that a repository's name names, by their place in the table: it stands in the company of models.
    ///
    ///     finder.families(ofRepository: "Phi-3-mini")  → ["phi"], though Phi alone is a number
    package mutating func families(ofRepository name: String) -> [Int] {
        mentions(in: "llm \(name)").compactMap { if case .family(let number) = $0 { number } else { nil } }
    }
}

extension MentionFinder {
    private func holds(_ meaning: Lexicon.Meaning, of number: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let match = matches[number]
        guard hasLetters(meaning.letters, text[match.start..<match.end]) else { return false }
        let isAlone = !meaning.needsCompany
        if isAlone, meaning.unless == 0 { return true }
        let near = company(of: number)
        guard near & meaning.unless == 0 else { return false }
        if isAlone || near & meaning.company != 0 { return true }
        guard meaning.takesVersion || meaning.takesSize else { return false }
        let number = numberBehind(text, match.end)
        return number.isThere && (meaning.takesVersion || number.isSize)
    }

    /// What the words around it are company for.
    private func company(of number: Int) -> UInt128 {
        let place = matches[number]
        var bits: UInt128 = 0
        for i in stride(from: number - 1, through: 0, by: -1) {
            guard place.start - matches[i].end <= Self.reach else { break }
            bits |= lexicon.gives[matches[i].word]
        }
        for i in number + 1..<max(number + 1, matches.count) {
            guard matches[i].start - place.end <= Self.reach else { break }
            bits |= lexicon.gives[matches[i].word]
        }
        return bits
    }

    private func hasLetters(_ rule: Alias.Case, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
        switch rule {
        case .any: return true
        case .capital: return capitals.contains(bytes.first!)
        case .upper: return !bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        }
    }

    /// "-34B", " v2.1", "3": a number, perhaps behind a separator and a v; a size when B or M ends it.
    private func numberBehind(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> (isThere: Bool, isSize: Bool) {
        var i = end
        func kind() -> UInt8 { i < text.count ? Alphabet.ofByte[Int(text[i])] : Alphabet.separator }
        if i < text.count, kind() == Alphabet.separator { i += 1 } else { i += Alphabet.hyphenBytes(text, at: i) }
        if i < text.count, text[i] | 0x20 == UInt8(ascii: "v") { i += 1 }
        guard i < text.count, Alphabet.isDigit(kind()) else { return (false, false) }
        while i < text.count, Alphabet.isDigit(kind()) || text[i] == UInt8(ascii: ".") { i += 1 }
        let isUnit = i < text.count && [UInt8(ascii: "b"), UInt8(ascii: "m")].contains(text[i] | 0x20)
        i += isUnit ? 1 : 0
        return (true, isUnit && !Alphabet.isWord(kind()))
    }
}
