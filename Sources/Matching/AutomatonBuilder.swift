/// Makes the nodes of an `Automaton`: a trie of names, then in breadth each node's place and what it falls back to.
struct AutomatonBuilder {
    /// Within a word that no name begins with.
    static let inside = 0
    /// Behind an edge: here names begin.
    static let behind = 1

    /// A node of the trie, before it has its place.
    private struct Branch {
        var kind: UInt8
        var word: Int32 = -1
        var firstChild: Int32 = -1
        var sibling: Int32 = -1
        var place: Int32 = -1
        /// The branch of the longest suffix.
        var fallback: Int32 = 0
        /// The nearest fallback in which a name ends.
        var shorter: Int32 = -1
    }

    private var branches = [Branch(kind: 0, place: 0), Branch(kind: 0, place: 1)]
    private(set) var nodes: [Automaton.Node] = []
    private(set) var endings: [Automaton.Ending] = []
    private var firstFree = Alphabet.count

    init(_ names: [[UInt8]]) {
        for (number, name) in names.enumerated() {
            var branch = Self.behind
            for kind in name { branch = child(of: branch, kind) ?? newChild(of: branch, kind) }
            precondition(branch != Self.behind, "a name is not empty")
            if branches[branch].word < 0 { branches[branch].word = Int32(number) }
        }
        nodes = Array(repeating: Automaton.Node(), count: branches.count + 2 * Alphabet.count)
        placeAll()
        // A node's base plus any class is a place.
        nodes += Array(repeating: Automaton.Node(), count: Alphabet.count)
    }

    private func child(of branch: Int, _ kind: UInt8) -> Int? {
        var child = branches[branch].firstChild
        while child >= 0, branches[Int(child)].kind != kind { child = branches[Int(child)].sibling }
        return child < 0 ? nil : Int(child)
    }

    private mutating func newChild(of branch: Int, _ kind: UInt8) -> Int {
        branches.append(Branch(kind: kind, sibling: branches[branch].firstChild))
        branches[branch].firstChild = Int32(branches.count - 1)
        return branches.count - 1
    }

    private func children(of branch: Int) -> [Int] {
        var found: [Int] = []
        var child = branches[branch].firstChild
        while child >= 0 {
            found.append(Int(child))
            child = branches[Int(child)].sibling
        }
        return found.sorted { branches[$0].kind < branches[$1].kind }
    }
}

extension AutomatonBuilder {
    /// In breadth: what most bytes lead to lies together, and fallbacks are done before they are needed.
    private mutating func placeAll() {
        var queue = [Self.behind]
        var read = 0
        while read < queue.count {
            let branch = queue[read]
            read += 1
            let children = children(of: branch)
            if branch != Self.behind { finish(branch) }
            guard !children.isEmpty else { continue }
            let base = base(for: children)
            let place = Int(branches[branch].place)
            nodes[place].base = Int32(base)
            for child in children {
                let kind = branches[child].kind
                branches[child].place = Int32(base + Int(kind))
                nodes[base + Int(kind)].check = Int32(place)
                branches[child].fallback = Int32(
                    branch == Self.behind
                        ? Self.root(Self.inside, kind) : step(from: Int(branches[branch].fallback), kind))
            }
            queue += children
        }
    }

    /// The first base from which all children find free places.
    private mutating func base(for children: [Int]) -> Int {
        let kinds = children.map { Int(branches[$0].kind) }
        while firstFree < nodes.count, nodes[firstFree].check >= 0 { firstFree += 1 }
        var place = firstFree
        var tries = 0
        while true {
            // Behind so many tries lies crowded land: the search goes on from its end, and what is left there is lost.
            tries += 1
            if tries == 500 { firstFree = place }
            if place + Alphabet.count >= nodes.count {
                nodes += Array(repeating: Automaton.Node(), count: nodes.count / 2)
            }
            let base = place - kinds[0]
            if base >= 2, kinds.allSatisfy({ nodes[base + $0].check < 0 }) { return base }
            place += 1
        }
    }

    /// Fallback, and names that end here, the longest first.
    private mutating func finish(_ branch: Int) {
        let fallback = Int(branches[branch].fallback)
        let shorter = branches[fallback].word >= 0 ? Int32(fallback) : branches[fallback].shorter
        branches[branch].shorter = shorter
        let place = Int(branches[branch].place)
        nodes[place].fallback = branches[fallback].place
        guard branches[branch].word >= 0 || shorter >= 0 else { return }
        let next = shorter < 0 ? -1 : nodes[Int(branches[Int(shorter)].place)].ending
        nodes[place].ending = Int32(endings.count)
        endings.append(Automaton.Ending(word: branches[branch].word, next: next))
    }

    /// The branch that a byte leads to.
    private func step(from branch: Int, _ kind: UInt8) -> Int {
        var branch = branch
        while true {
            if let child = child(of: branch, kind) { return child }
            if branch <= Self.behind { return Self.root(branch, kind) }
            branch = Int(branches[branch].fallback)
        }
    }

    /// Where no name goes on: at an edge, or within a word. The rest of a sign of several bytes is still the edge.
    static func root(_ state: Int, _ kind: UInt8) -> Int {
        let stays = state == behind && kind == Alphabet.continuation
        return Alphabet.isBoundary(kind) || stays ? behind : inside
    }
}
