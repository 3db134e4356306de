package import SearchFormat
package import SearchText

/// What is looked up for a query, before any shard is read. Twin: `assets/js/search/plan.js`.
///
///     "german speech recognition smal"
///     → positions      german, speech, recognition, smal
///       alternatives   0..<1 german, @german, #lang:de · 1..<3 #automatic-speech-recognition, speechrecognition …
///                      3..<4 smal, small (a correction)
package struct QueryPlan: Equatable, Sendable {
    package struct Position: Equatable, Sendable {
        package var word: String
        /// A stop word need not match, unless the query has nothing else.
        package var isRequired: Bool
    }

    package enum Source: Equatable, Sendable {
        /// As typed.
        case word
        case owner
        case correction
        case completion
        /// Two words as one.
        case join
        /// One word as two: all its terms must be there.
        case split
        case phrase
        /// It scores, but does not match.
        case hint
    }

    package struct Alternative: Equatable, Sendable {
        /// The positions it stands for.
        package var range: Range<Int>
        /// All of them must be there; one, but for `split`.
        package var terms: [String]
        package var weight: Double
        package var source: Source

        /// The typed word, its corrections and its completions count by the same idf.
        package var sharesIDF: Bool { [.word, .correction, .completion].contains(source) }
    }

    package var positions: [Position] = []
    package var alternatives: [Alternative] = []
    package var corrections: [(from: String, to: String)] { correctionsMade.map { ($0.from, $0.to) } }
    /// The query as letters and digits alone.
    package var key = ""
    /// The query was longer than `QueryText` takes.
    package var isCut = false
    private var correctionsMade: [Made] = []

    private struct Made: Equatable, Sendable {
        var from: String
        var to: String
    }

    /// - Parameters:
    ///   - isTyping: The last word may go on.
    ///   - corrects: Words that are not known may be corrected.
    package init(
        _ query: String, words: Corrections, synonyms: Synonyms, weights: Weights, isTyping: Bool, corrects: Bool = true
    ) {
        let text = QueryText(query)
        isCut = text.isCut
        key = Tokenizer.key(of: String(query.prefix(QueryText.mostCharacters)))
        positions = text.words.map { Position(word: $0.text, isRequired: !synonyms.isStopWord($0.text)) }
        if !positions.contains(where: \.isRequired) { for i in positions.indices { positions[i].isRequired = true } }
        for (i, word) in text.words.enumerated() {
            addWord(word.text, at: i, weights)
            let isOpen = isTyping && text.isOpen && i == text.words.count - 1
            addGuesses(of: word, at: i, words, weights, isOpen: isOpen, corrects: corrects)
        }
        for join in text.joins { addJoin(join, weights) }
        if let owner = text.owner { addOwner(owner, text, weights) }
        for match in synonyms.matches(in: text.words.map(\.text)) { addMeanings(match, weights) }
    }
}

extension QueryPlan {
    private mutating func add(_ range: Range<Int>, _ terms: [String], _ weight: Double, _ source: Source) {
        guard weight > 0 else { return }
        alternatives.append(Alternative(range: range, terms: terms, weight: weight, source: source))
    }

    private mutating func addWord(_ word: String, at i: Int, _ weights: Weights) {
        add(i..<i + 1, [word], 1, .word)
        add(i..<i + 1, [ExactTerm.owner(word)], weights.ownerTerm, .owner)
    }

    /// What an unknown word may have meant. Correction comes before splitting.
    private mutating func addGuesses(
        of word: QueryText.Word, at i: Int, _ words: Corrections, _ weights: Weights, isOpen: Bool, corrects: Bool
    ) {
        guard !words.isKnown(word.text) else { return }
        let completions = isOpen ? words.completions(of: word.text) : []
        for text in completions { add(i..<i + 1, [text], weights.completion, .completion) }
        let corrections = corrects ? words.corrections(of: word.text) : []
        for correction in corrections {
            let weight = correction.distance == 1 ? weights.correction1 : weights.correction2
            add(i..<i + 1, [correction.text], weight, .correction)
        }
        if let first = corrections.first, completions.isEmpty {
            correctionsMade.append(Made(from: word.text, to: first.text))
        }
        if word.pieces.count > 1 {
            add(i..<i + 1, word.pieces, weights.split, .split)
        } else if corrections.first?.distance != 1, let (left, right) = words.split(word.text) {
            add(i..<i + 1, [left, right], weights.split, .split)
        }
    }

    private mutating func addJoin(_ join: QueryText.Join, _ weights: Weights) {
        add(join.first..<join.first + 2, [join.text], weights.join, .join)
        add(join.first..<join.first + 2, [ExactTerm.owner(join.text)], weights.join * weights.ownerTerm, .owner)
    }

    /// What stands before the slash is as many words as its own text has.
    private mutating func addOwner(_ owner: String, _ text: QueryText, _ weights: Weights) {
        let count = QueryText(String(owner.dropFirst())).words.count
        guard count > 0, count <= text.words.count else { return }
        add(0..<count, [owner], weights.ownerTerm, .owner)
    }

    private mutating func addMeanings(_ match: Synonyms.Match, _ weights: Weights) {
        for meaning in match.meanings {
            guard let term = meaning.term else { continue }
            // A language's code is a hint among the meanings, but who writes "de" may mean it: it matches.
            let isHint = meaning.isHint && meaning.kind != .language
            add(match.range, [term], isHint ? weights.hint : weights.synonym, isHint ? .hint : .phrase)
        }
    }
}
