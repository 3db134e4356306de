import Lineage
import Report
import Statistics

/// What becomes of one trait from parent to child: the matrix of the named classes, its drift and best order.
///
/// Of fine-tunes alone, as the paper has it, where 200 pairs that state the trait are known; else of all edges.
struct Transitions {
    static let enough = 200

    let trait: LineageSummary.Trait
    let scope: LineageSummary.Scope
    let cells: [LineageSummary.Transition]
    /// Named classes, without "other" and those who state none, in the best order.
    let classes: [String]
    let matrix: TransitionMatrix

    /// nil where not one pair states the trait at both ends.
    init?(_ trait: LineageSummary.Trait, _ summary: LineageSummary) {
        let all = summary.transitions.filter { $0.trait == trait }
        func stated(_ scope: LineageSummary.Scope) -> Int {
            all.filter { $0.scope == scope && $0.parent != nil && $0.child != nil }.reduce(0) { $0 + $1.count }
        }
        scope = stated(.finetune) >= Self.enough ? .finetune : .all
        guard stated(scope) > 0 else { return nil }
        self.trait = trait
        let scope = scope
        cells = all.filter { $0.scope == scope }
        let named = Set(cells.flatMap { [$0.parent, $0.child] }.compactMap { $0 }).subtracting(["other"]).sorted()
        let order = Self.matrix(cells, named).bestOrder
        classes = order.map { named[$0] }
        matrix = Self.matrix(cells, classes)
    }

    private static func matrix(_ cells: [LineageSummary.Transition], _ classes: [String]) -> TransitionMatrix {
        let at = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
        var counts = classes.map { _ in [Int](repeating: 0, count: classes.count) }
        for cell in cells {
            guard let i = cell.parent.flatMap({ at[$0] }), let j = cell.child.flatMap({ at[$0] }) else { continue }
            counts[i][j] += cell.count
        }
        return TransitionMatrix(counts)
    }

    /// Pairs with a drift, those with most changes between them first.
    struct Drift: Equatable {
        var from: String
        var to: String
        var forth: Int
        var back: Int
        var drift: Double
    }

    var drifts: [Drift] {
        var list: [Drift] = []
        for i in classes.indices {
            for j in classes.indices where j > i {
                guard let drift = matrix.drift(i, j), drift != 0 else { continue }
                let (from, to) = drift > 0 ? (i, j) : (j, i)
                list.append(
                    Drift(
                        from: classes[from], to: classes[to], forth: matrix.counts[from][to],
                        back: matrix.counts[to][from], drift: abs(drift)))
            }
        }
        return list.sorted { ($1.forth + $1.back, $0.from, $0.to) < ($0.forth + $0.back, $1.from, $1.to) }
    }

    var agreement: TransitionMatrix.Agreement { matrix.agreement(with: Array(classes.indices)) }
}

extension Transitions {
    /// "en" as people say it stays "en"; a class of ours is in words.
    static func said(_ name: String) -> String { name == "several" ? "several languages" : name }

    /// Of pairs that state the trait at both ends, with a named class, how many change it, and where most go.
    var sentence: Sentence {
        let pairs = matrix.counts.joined().reduce(0, +)
        guard pairs > 0 else { return .empty }
        let share = Double(matrix.changes) / Double(pairs)
        let kind = scope == .finetune ? "fine-tunes" : "children"
        let opening: Sentence = """
            \(number: Format.percent(share)) of \(kind) that state a \(trait.rawValue), as their parents do, state another than \
            the parent
            """
        guard let most = drifts.max(by: { ($0.forth - $0.back, $1.from) < ($1.forth - $1.back, $0.from) }) else {
            return opening + (matrix.changes == 0 ? "." : ", as many one way as the other.")
        }
        return opening + """
            ; the strongest pull is from \(Self.said(most.from)) to \(Self.said(most.to)), \
            \(number: Format.int(most.forth)) against \(number: Format.int(most.back)) the other way.
            """
    }
}
