/// Makes the transitions of an `Automaton`: a trie of names, then in breadth what each state falls back to.
struct AutomatonBuilder {
    private static let width = Alphabet.count
    /// Within a word that no name begins with.
    private static let inside = 0
    /// Behind an edge: here names begin.
    private static let behind = 1

    /// By state × class, the next state; −1 where the trie has none.
    private var next: [Int32] = Array(repeating: -1, count: 2 * Self.width)
    private var words: [Int32] = [-1, -1]

    init(_ names: [[UInt8]]) {
        for (number, name) in names.enumerated() {
            var state = Self.behind
            for kind in name { state = child(of: state, kind) }
            precondition(state != Self.behind, "a name is not empty")
            if words[state] < 0 { words[state] = Int32(number) }
        }
    }

    private mutating func child(of state: Int, _ kind: UInt8) -> Int {
        let place = state * Self.width + Int(kind)
        if next[place] < 0 {
            next[place] = Int32(words.count)
            words.append(-1)
            next.append(contentsOf: repeatElement(-1, count: Self.width))
        }
        return Int(next[place])
    }

    func finished() -> (table: [UInt32], firstEnding: UInt32, start: UInt32, endings: [(word: Int32, next: Int32)]) {
        var copy = self
        let (shorter, order) = copy.fillIn()
        return copy.ordered(shorter, order)
    }

    /// Writes every transition out. Returns, by state, the nearest fallback in which a name ends, or −1; and all states in
    /// breadth: those that most bytes lead to lie together.
    private mutating func fillIn() -> (shorter: [Int32], order: [Int]) {
        let width = Self.width
        var fallback = Array(repeating: Int32(Self.inside), count: words.count)
        var shorter = Array(repeating: Int32(-1), count: words.count)
        var queue: [Int] = []
        for kind in 0..<width {
            let isEdge = Alphabet.isBoundary(UInt8(kind))
            next[Self.inside * width + kind] = Int32(isEdge ? Self.behind : Self.inside)
            let place = Self.behind * width + kind
            if next[place] >= 0 {
                queue.append(Int(next[place]))
                fallback[Int(next[place])] = next[kind]
            } else {
                // The rest of a sign of several bytes is still the edge.
                let stays = isEdge || UInt8(kind) == Alphabet.continuation
                next[place] = Int32(stays ? Self.behind : Self.inside)
            }
        }
        var read = 0
        while read < queue.count {
            let state = queue[read]
            read += 1
            let back = Int(fallback[state])
            shorter[state] = words[back] >= 0 ? Int32(back) : shorter[back]
            for kind in 0..<width {
                let place = state * width + kind
                if next[place] >= 0 {
                    fallback[Int(next[place])] = next[back * width + kind]
                    queue.append(Int(next[place]))
                } else {
                    next[place] = next[back * width + kind]
                }
            }
        }
        return (shorter, [Self.inside, Self.behind] + queue)
    }

    /// States in which a name ends go last, so that one comparison tells them.
    private func ordered(_ shorter: [Int32], _ breadth: [Int])
        -> (table: [UInt32], firstEnding: UInt32, start: UInt32, endings: [(word: Int32, next: Int32)])
    {
        let width = Self.width
        let isEnding = words.indices.map { words[$0] >= 0 || shorter[$0] >= 0 }
        let order = breadth.filter { !isEnding[$0] } + breadth.filter { isEnding[$0] }
        let firstEnding = order.count - isEnding.count { $0 }
        var place = Array(repeating: UInt32(0), count: words.count)
        for (i, state) in order.enumerated() { place[state] = UInt32(i * width) }
        var table: [UInt32] = []
        table.reserveCapacity(next.count)
        for state in order {
            for kind in 0..<width { table.append(place[Int(next[state * width + kind])]) }
        }
        let endings = order[firstEnding...].map { state in
            let link = shorter[state]
            return (words[state], link < 0 ? -1 : Int32(place[Int(link)] / UInt32(width)) - Int32(firstEnding))
        }
        return (table, UInt32(firstEnding * width), place[Self.behind], endings)
    }
}
