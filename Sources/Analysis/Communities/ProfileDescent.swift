import Catalog
import Lineage

/// Who names an account's models as base: each model once, however many of them it names.
struct ProfileDescent {
    private let graph: LineageGraph
    private let owner: [Int32]
    /// The account that each model was last counted for.
    private var seen: [Int32]

    static let listed = 10

    init(graph: LineageGraph, owners: OwnerRows) {
        self.graph = graph
        owner = owners.owner
        seen = [Int32](repeating: -1, count: graph.vertices)
    }

    mutating func descent(of number: Int, rows: ArraySlice<Int32>, names: [String]) -> Profile.Descent {
        var descent = Profile.Descent()
        var byOwner: [Int32: Int] = [:]
        var byRelation: [UInt8: Int] = [:]
        for row in rows {
            var others = 0
            for edge in graph.children.of(Int(row)) {
                let child = Int(graph.children.targets[edge])
                let isOwn = child < owner.count && owner[child] == Int32(number)
                if !isOwn { others += 1 }
                guard seen[child] != Int32(number) else { continue }
                seen[child] = Int32(number)
                if isOwn {
                    descent.own += 1
                } else {
                    descent.byOthers += 1
                    byRelation[graph.children.relations[edge], default: 0] += 1
                    // Models without an owner are of nobody that could be named.
                    if child < owner.count, owner[child] >= 0 { byOwner[owner[child], default: 0] += 1 }
                }
            }
            if others > 0 { descent.bases.append((row, others)) }
        }
        descent.owners = byOwner.count
        descent.top = Array(
            byOwner.map { Profile.Term(name: names[Int($0)], count: $1) }.sorted {
                ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "")
            }.prefix(Self.listed))
        descent.bases = Array(descent.bases.sorted { ($1.count, $0.row) < ($0.count, $1.row) }.prefix(Self.listed))
        descent.relations = byRelation.map {
            Profile.Term(name: BaseModel.Relation.allCases[Int($0)].rawValue, count: $1)
        }.sorted { ($1.count, $0.name ?? "") < ($0.count, $1.name ?? "") }
        return descent
    }
}
