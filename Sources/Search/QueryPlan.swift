package import SearchFormat
package import SearchText

/// What is looked up for a query, before any shard is read. Twin: `assets/js/search/plan.js`.
///
///     "german speech recognition smal"
///     → positions      german, speech, recognition, smal
///       alternatives   [0] german, #lang:de · [1, 2] #automatic-speech-recognition …
///                      [3] smal, small (a correction)
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
        package var positions: [Int]
        /// All of them must be there; one, but for `split`.
        package var terms: [String]
        package var weight: Double
        package var source: Source

        /// The typed word, its corrections and its completions count by the same idf.
        package var sharesIDF: Bool { [.word, .correction, .completion].contains(source) }
    }

    /// The terms by which a model matches: not those of hints, whose tails are never read.
    var decidingTerms: Set<String> { Set(alternatives.filter { $0.source != .hint }.flatMap(\.terms)) }

    package var positions: [Position] = []
    package var alternatives: [Alternative] = []
    /// Every correction among the alternatives, but of a word that is still being typed.
    package var corrections: [Correction] = []
    /// The query as letters and digits alone.
    package var key = ""
    /// The query was longer than `QueryText` takes.
    package var isCut = false

    package struct Correction: Equatable, Sendable {
        package var from: String
        package var to: String
        /// The typed word is one of the popular words itself.
        package var isKnown: Bool
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
        for join in text.joins where words.isKnown(join.text) { addJoin(join, weights) }
        if let owner = text.owner { addOwner(owner, text, weights) }
        for match in synonyms.matches(in: text.words.map(\.text)) { addMeanings(match, weights) }
    }
}

extension QueryPlan {
    private mutating func add(_ positions: [Int], _ terms: [String], _ weight: Double, _ source: Source) {
        guard weight > 0 else { return }
        alternatives.append(Alternative(positions: positions, terms: terms, weight: weight, source: source))
    }

    private mutating func addWord(_ word: String, at i: Int, _ weights: Weights) {
        add([i], [word], 1, .word)
    }

    /// What an unknown word may have meant. Correction comes before splitting.
    private mutating func addGuesses(
        of word: QueryText.Word, at i: Int, _ words: Corrections, _ weights: Weights, isOpen: Bool, corrects: Bool
    ) {
        let isKnown = words.isKnown(word.text)
        let completions = isOpen && !isKnown ? words.completions(of: word.text) : []
        for text in completions { add([i], [text], weights.completion, .completion) }
        let corrections = corrects ? words.corrections(of: word.text, rival: weights.rival) : []
        for correction in corrections {
            let weight = correction.distance == 1 ? weights.correction1 : weights.correction2
            add([i], [correction.text], weight, .correction)
            if completions.isEmpty {
                self.corrections.append(Correction(from: word.text, to: correction.text, isKnown: isKnown))
            }
        }
        if word.pieces.count > 1 { add([i], word.pieces, weights.split, .split) }
        if let (left, right) = words.split(word.text, rival: weights.rival), word.pieces != [left, right] {
            add([i], [left, right], weights.split, .split)
        }
    }

    /// Only joins that a popular name has are looked up: each costs a shard.
    private mutating func addJoin(_ join: QueryText.Join, _ weights: Weights) {
        add([join.first, join.first + 1], [join.text], weights.join, .join)
    }

    /// What stands before the slash is as many words as its own text has.
    private mutating func addOwner(_ owner: String, _ text: QueryText, _ weights: Weights) {
        let count = QueryText(String(owner.dropFirst())).words.count
        guard count > 0, count <= text.words.count else { return }
        add(Array(0..<count), [owner], weights.ownerTerm, .owner)
    }

    private mutating func addMeanings(_ match: Synonyms.Match, _ weights: Weights) {
        for meaning in match.meanings {
            guard let term = meaning.term else { continue }
            // A language's code is a hint among the meanings, but who writes "de" may mean it: it matches.
            let isHint = meaning.isHint && meaning.kind != .language
            add(match.positions, [term], isHint ? weights.hint : weights.synonym, isHint ? .hint : .phrase)
        }
    }
}
