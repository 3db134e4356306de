/// Finds any of many names in a text, in one pass: an Aho–Corasick automaton in a double array.
///
///     let automaton = Automaton([.init("llama"), .init("llama 3.1")])
///     automaton.longest(in: "Meta's Llama-3.1 is out") → [Match(word: 1, start: 7, end: 16)]
///
/// Whole tokens only: the left edge is a part of the automaton (names hang from the state "behind an edge"), the right one
/// is looked at where a name ends. O(text), whatever the names. A node takes 16 bytes, so that those that texts come by
/// stay in the processor's cache: with every transition written out, 20,000 names took 53 MB and waited for memory.
/// Sources: Aho, Corasick, Efficient string matching, 1975; Aoe, An efficient digital search algorithm by using a
/// double-array structure, 1989.
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

    /// A state: a class leads from it to the place `base + class`, where `check` says that it is its child.
    struct Node: Sendable {
        var base: Int32 = 0
        var check: Int32 = -1
        var fallback: Int32 = 0
        /// Place in `endings`; −1 where no name ends.
        var ending: Int32 = -1
    }

    /// A name that ends in a state, or −1 where only shorter ones do; and the next shorter ending, or −1.
    struct Ending: Sendable {
        var word: Int32
        var next: Int32
    }

    private let nodes: [Node]
    private let endings: [Ending]
    private let lengths: [Int32]
    private let takesDigits: [Bool]

    /// - Parameter words: in ASCII (and signs of Latin-1); of two that read the same, the first is found.
    package init(_ words: [Word]) {
        let builder = AutomatonBuilder(words.map { Alphabet.classes(of: $0.text) })
        (nodes, endings) = (builder.nodes, builder.endings)
        lengths = words.map { Int32($0.text.utf8.count) }
        takesDigits = words.map(\.takesDigits)
    }

    /// Memory of the nodes.
    package var bytes: Int { nodes.count * MemoryLayout<Node>.stride }

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
        nodes.withUnsafeBufferPointer { nodes in
            Alphabet.ofByte.withUnsafeBufferPointer { classes in
                var state = AutomatonBuilder.behind
                var i = 0
                while i < text.count {
                    state = Self.step(nodes, from: state, classes[Int(text[i])])
                    i &+= 1
                    if state == AutomatonBuilder.inside {
                        // The rest of a word that no name begins with: nothing to look up until it ends.
                        while i < text.count, !Alphabet.isBoundary(classes[Int(text[i])]) { i &+= 1 }
                    } else if nodes[state].ending >= 0 {
                        let next = i < text.count ? classes[Int(text[i])] : Alphabet.separator
                        if let match = ending(nodes[state].ending, end: i, before: next) { found(match) }
                    }
                }
            }
        }
    }

    @inline(__always)
    private static func step(_ nodes: UnsafeBufferPointer<Node>, from state: Int, _ kind: UInt8) -> Int {
        var state = state
        while true {
            let place = Int(nodes[state].base) &+ Int(kind)
            if nodes[place].check == state { return place }
            if state <= AutomatonBuilder.behind { return AutomatonBuilder.root(state, kind) }
            state = Int(nodes[state].fallback)
        }
    }

    /// The longest name that ends in this state and may end before a byte of that class.
    private func ending(_ first: Int32, end: Int, before next: UInt8) -> Match? {
        var number = first
        while number >= 0 {
            let (word, shorter) = (endings[Int(number)].word, endings[Int(number)].next)
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
