import Catalog

/// Edges by the class of the parent and that of the child, the most common classes named, the others together.
///
/// A license or task is its own class. A model that states one language has that; one that states several is "several".
/// Only edges whose two ends are listed are counted: of a base that is not, nothing is known.
struct TransitionTally {
    static let mostClasses = 12
    static let several = "several"
    static let other = "other"

    private let trait: LineageSummary.Trait
    private var names: [String] = []
    private var codeOf: [String: Int32] = [:]
    private var counts: [LineageSummary.Scope: [Pair: Int]] = [:]

    private struct Pair: Hashable {
        var parent: Int32
        var child: Int32
    }

    init(_ trait: LineageSummary.Trait, of lineage: Lineage) {
        self.trait = trait
        let graph = lineage.graph
        let finetune = BaseModel.Relation.finetune.code
        let classes = self.classes(of: lineage.models)
        for child in 0..<graph.models {
            for edge in graph.parents.of(child) {
                let parent = Int(graph.parents.targets[edge])
                guard parent < graph.models else { continue }
                let pair = Pair(parent: classes[parent], child: classes[child])
                counts[.all, default: [:]][pair, default: 0] += 1
                guard graph.parents.relations[edge] == finetune else { continue }
                counts[.finetune, default: [:]][pair, default: 0] += 1
            }
        }
    }

    /// The class of every model, −1 where it states none.
    private mutating func classes(of models: ModelColumns) -> [Int32] {
        switch trait {
        case .license: return coded(models.licenses)
        case .task: return coded(models.tasks)
        case .language:
            let values = models.languages.values.map { code(of: $0.count == 1 ? $0[0] : Self.several) }
            return models.languages.codes.map { $0 < 0 ? -1 : values[Int($0)] }
        }
    }

    private mutating func coded(_ column: CodedColumn) -> [Int32] {
        names = column.values
        return column.codes
    }

    private mutating func code(of name: String) -> Int32 {
        if let code = codeOf[name] { return code }
        let code = Int32(names.count)
        names.append(name)
        codeOf[name] = code
        return code
    }

    /// By scope, parent and child; the classes are those most common at either end of all edges.
    var transitions: [LineageSummary.Transition] {
        let kept = mostCommon
        func name(_ code: Int32) -> String? {
            code < 0 ? nil : kept.contains(code) ? names[Int(code)] : Self.other
        }
        return LineageSummary.Scope.allCases.flatMap { scope in
            var folded: [[String?]: Int] = [:]
            for (pair, count) in counts[scope] ?? [:] {
                folded[[name(pair.parent), name(pair.child)], default: 0] += count
            }
            return folded.sorted { ($0.key[0] ?? "", $0.key[1] ?? "") < ($1.key[0] ?? "", $1.key[1] ?? "") }.map {
                LineageSummary.Transition(
                    trait: trait, scope: scope, parent: $0.key[0], child: $0.key[1], count: $0.value)
            }
        }
    }

    private var mostCommon: Set<Int32> {
        var totals: [Int32: Int] = [:]
        for (pair, count) in counts[.all] ?? [:] {
            totals[pair.parent, default: 0] += count
            totals[pair.child, default: 0] += count
        }
        // The Hub has a license of the name "other", which is no class of its own here.
        let stated = totals.filter { $0.key >= 0 && names[Int($0.key)] != Self.other }
        return Set(
            stated.sorted { ($1.value, names[Int($0.key)]) < ($0.value, names[Int($1.key)]) }
                .prefix(Self.mostClasses).map(\.key))
    }
}
