/// All names and words of a table as one automaton, with what each of them means.
struct Lexicon: Sendable {
    /// One thing that a name may stand for.
    struct Meaning: Sendable {
        var subjects: [MentionFinder.Subject]
        var letters = Alias.Case.any
        var needsCompany = false
        var takesVersion = false
        var takesSize = false
        /// Bits of the contexts of which any is company enough.
        var company: UInt128 = 0
        var unless: UInt128 = 0
    }

    let automaton: Automaton
    /// By word of the automaton; none for stops and for words that are only company.
    let meanings: [[Meaning]]
    /// By word, the contexts that it is company for.
    let gives: [UInt128]

    init(_ table: FamilyTable, models: [ModelAlias]) {
        var builder = LexiconBuilder(table)
        for model in models { builder.add(model) }
        (automaton, meanings, gives) = (builder.automaton, builder.meanings, builder.gives)
    }
}

private struct LexiconBuilder {
    private var words: [Automaton.Word] = []
    private(set) var meanings: [[Lexicon.Meaning]] = []
    private(set) var gives: [UInt128] = []
    private var numbers: [[UInt8]: Int] = [:]
    /// Contexts of the table first, then two of each family: its company, and what rules it out.
    private var contextBits: [String: UInt128] = [:]
    private var bits = 0

    var automaton: Automaton { Automaton(words) }

    init(_ table: FamilyTable) {
        for (name, list) in table.contexts.sorted(by: { $0.key < $1.key }) { contextBits[name] = bit(for: list) }
        for stop in table.stops { _ = number(of: stop) }
        for (number, family) in table.families.enumerated() { add(family, number) }
    }

    mutating func add(_ model: ModelAlias) {
        let word = number(of: model.text)
        // A family's own name stays the family's.
        guard meanings[word].isEmpty else { return }
        meanings[word].append(
            .init(subjects: model.models.map { .model($0) } + model.families.map { .family($0) }))
    }

    private mutating func add(_ family: Family, _ number: Int) {
        let near = family.near.isEmpty ? 0 : bit(for: family.near)
        let unless = family.unless.isEmpty ? 0 : bit(for: family.unless)
        for alias in family.aliases {
            let word = self.number(of: alias.text)
            words[word].takesDigits = true
            var meaning = Lexicon.Meaning(subjects: [.family(number)], letters: alias.letters, unless: unless)
            meaning.needsCompany = !alias.company.isEmpty
            for company in alias.company {
                switch company {
                case .version: meaning.takesVersion = true
                case .size: meaning.takesSize = true
                case .near: meaning.company |= near
                case .context(let name): meaning.company |= contextBits[name]!
                }
            }
            meanings[word].append(meaning)
            // Whoever names one model for certain speaks of models.
            if !meaning.needsCompany, let ai = contextBits["ai"] { gives[word] |= ai }
        }
    }

    private mutating func bit(for list: [String]) -> UInt128 {
        precondition(bits < 128, "more contexts than bits")
        let bit = UInt128(1) << UInt128(bits)
        bits += 1
        for word in list { gives[number(of: word)] |= bit }
        return bit
    }

    private mutating func number(of text: String) -> Int {
        let key = Alphabet.classes(of: text)
        if let known = numbers[key] { return known }
        numbers[key] = words.count
        words.append(.init(text))
        meanings.append([])
        gives.append(0)
        return words.count - 1
    }
}
