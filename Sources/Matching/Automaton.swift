/// Finds any of many names in a text, in one pass: an Aho–Corasick automaton with every transition written out.
///
///     let automaton = Automaton([.init("llama"), .init("llama 3.1")])
///     automaton.longest(in: "Meta's Llama-3.1 is out") → [Match(word: 1, start: 7, end: 16)]
///
/// Whole tokens only: the left edge is a part of the automaton (names hang from the state "behind an edge"), the right one
/// is looked at where a name ends. One load a byte: O(text), whatever the names. A state costs 184 bytes.
/// Source: Aho, Corasick, Efficient string matching, 1975.
package struct Automaton: Sendable {
    /// A name to be found.
    package struct Word: Sendable {
        var text: String
        /// A digit may follow at once: "qwen" is found in "Qwen3".
        var takesDigits: Bool

        package init(_ text: String, takesDigits: Bool = false) {
            self.text = text
            self.takesDigits = takesDigits
        }
    }

    /// Where a name stands, in bytes.
    package struct Match: Equatable, Sendable {
        package var word: Int
        package var start: Int
        package var end: Int
    }

    /// By state × class, the position of the next state's row.
    private let table: [UInt32]
    /// States from this row on have a name that ends there.
    private let firstEnding: UInt32
    private let start: UInt32
    /// The first row: within a word that no name begins with.
    private static let inside: UInt32 = 0
    /// By ending state: the name itself, or −1 where only a shorter one ends, and the state of the next shorter one, or −1.
    private let endings: [(word: Int32, next: Int32)]
    private let lengths: [Int32]
    private let takesDigits: [Bool]

    /// - Parameter words: in ASCII (and signs of Latin-1); of two that read the same, the first is found.
    package init(_ words: [Word]) {
        let builder = AutomatonBuilder(words.map { Alphabet.classes(of: $0.text) })
        (table, firstEnding, start, endings) = builder.finished()
        lengths = words.map { Int32($0.text.utf8.count) }
        takesDigits = words.map(\.takesDigits)
    }

    /// Memory of the transitions.
    package var bytes: Int { table.count * 4 }

    /// Every name in the text that overlaps none further left, longer ones first: in order, into `matches`.
    package func longest(in text: UnsafeBufferPointer<UInt8>, into matches: inout [Match]) {
        matches.removeAll(keepingCapacity: true)
        scan(text) { Self.take($0, into: &matches) }
    }

    package func longest(in text: String) -> [Match] {
        var (matches, text) = ([Match](), text)
        text.withUTF8 { longest(in: $0, into: &matches) }
        return matches
    }
}

extension Automaton {
    @inline(__always)
    private func scan(_ text: UnsafeBufferPointer<UInt8>, _ found: (Match) -> Void) {
        table.withUnsafeBufferPointer { table in
            Alphabet.ofByte.withUnsafeBufferPointer { classes in
                var state = start
                var i = 0
                while i < text.count {
                    state = table[Int(state) &+ Int(classes[Int(text[i])])]
                    i &+= 1
                    if state == Self.inside {
                        // The rest of a word that no name begins with: nothing to look up until it ends.
                        while i < text.count, !Alphabet.isBoundary(classes[Int(text[i])]) { i &+= 1 }
                    } else if state >= firstEnding {
                        let next = i < text.count ? classes[Int(text[i])] : Alphabet.separator
                        if let match = ending(at: state, end: i, before: next) { found(match) }
                    }
                }
            }
        }
    }

    /// The longest name that ends in this state and may end before a byte of that class.
    private func ending(at state: UInt32, end: Int, before next: UInt8) -> Match? {
        var number = Int32((state - firstEnding) / UInt32(Alphabet.count))
        while number >= 0 {
            let (word, shorter) = endings[Int(number)]
            if word >= 0, !Alphabet.isWord(next) || (takesDigits[Int(word)] && Alphabet.isDigit(next)) {
                return Match(word: Int(word), start: end - Int(lengths[Int(word)]), end: end)
            }
            number = shorter
        }
        return nil
    }

    /// Names come in the order of their ends. Kept are those that the leftmost, then the longest, leave room for.
    private static func take(_ match: Match, into kept: inout [Match]) {
        var last = kept.count
        while last > 0, kept[last - 1].start >= match.start { last -= 1 }
        if last > 0, kept[last - 1].end > match.start { return }
        kept.removeLast(kept.count - last)
        kept.append(match)
    }
}
