import Catalog
import Core
import Lineage
import Report

/// The rows of one model's tree, of which the most notable stand by themselves and the others together.
///
///     LineageTree(of: root, in: lineage, limit: 500).table(id: "lineage-tree")
///
/// Notable is a model that is liked, or from which one descends that is liked more. So a model's parent is at least as
/// notable as the model, and stands before it. What stands together does so by parent, way of making and month; where that
/// were too many rows, by way and month, or by way and year, below the root.
struct LineageTree {
    struct Row {
        /// nil: several models.
        var vertex: Int?
        /// The row that it hangs on; nil for the root.
        var parent: Int?
        var relation: UInt8
        var month: Month?
        var count: Int
        /// Descendants in the whole tree.
        var below: Int
    }

    let lineage: Lineage
    private(set) var rows: [Row] = []
    /// Descendants of the root.
    let descendants: Int

    init(of root: Int, in lineage: Lineage, limit: Int) {
        self.lineage = lineage
        let descent = lineage.graph.descent(of: root)
        descendants = descent.count
        let below = Self.below(descent)
        let all = descent.vertices.count
        let order = Self.order(descent, lineage)
        let kept = all <= limit ? order[...] : order.prefix(limit * 3 / 4)
        var rowOf = [Int](repeating: -1, count: all)
        for (row, position) in kept.enumerated() {
            rowOf[position] = row
            let above = Int(descent.parent[position])
            let vertex = Int(descent.vertices[position])
            rows.append(
                Row(
                    vertex: vertex, parent: above < 0 ? nil : rowOf[above], relation: descent.relation[position],
                    month: nil, count: 1, below: below[position]))
        }
        if kept.count < all { rows += together(descent, rowOf, limit: limit - kept.count) }
    }
}

extension LineageTree {
    private static func below(_ descent: Descent) -> [Int] {
        var below = [Int](repeating: 0, count: descent.vertices.count)
        for position in descent.vertices.indices.dropFirst().reversed() {
            below[Int(descent.parent[position])] += below[position] + 1
        }
        return below
    }

    /// Positions, the most notable first; a parent always before its children.
    private static func order(_ descent: Descent, _ lineage: Lineage) -> [Int] {
        var best = descent.vertices.map { lineage.isListed(Int($0)) ? max(0, lineage.models.likes[Int($0)]) : 0 }
        for position in descent.vertices.indices.dropFirst().reversed() {
            let above = Int(descent.parent[position])
            best[above] = max(best[above], best[position])
        }
        return descent.vertices.indices.sorted { (best[$1], $0) < (best[$0], $1) }
    }

    private struct Group: Hashable {
        var anchor: Int
        var relation: UInt8
        var month: Month?
    }

    /// Those without a row of their own.
    private func together(_ descent: Descent, _ rowOf: [Int], limit: Int) -> [Row] {
        var anchors = rowOf
        for position in descent.vertices.indices.dropFirst() where anchors[position] < 0 {
            anchors[position] = anchors[Int(descent.parent[position])]
        }
        let left = descent.vertices.indices.filter { rowOf[$0] < 0 }
        let groupings: [(Int, Month?) -> (Int, Month?)] = [
            { (anchors[$0], $1) }, { (0, $1) }, { (0, $1.map { Month(year: $0.year, month: 1) }) },
        ]
        var groups: [Group: Int] = [:]
        for grouping in groupings where groups.isEmpty || groups.count > limit {
            groups = [:]
            for position in left {
                let (anchor, month) = grouping(position, month(of: Int(descent.vertices[position])))
                groups[Group(anchor: anchor, relation: descent.relation[position], month: month), default: 0] += 1
            }
        }
        return groups.sorted { a, b in
            (a.key.anchor, a.key.relation, a.key.month?.number ?? .min)
                < (b.key.anchor, b.key.relation, b.key.month?.number ?? .min)
        }.map { group, count in
            Row(
                vertex: nil, parent: group.anchor, relation: group.relation, month: group.month, count: count, below: 0)
        }
    }

    private func month(of vertex: Int) -> Month? {
        lineage.isListed(vertex) ? lineage.models.createdIn(vertex) : nil
    }
}

extension LineageTree {
    func table(id: String) -> Table {
        let models = lineage.models
        func listed(_ row: Row) -> Int? { row.vertex.flatMap { lineage.isListed($0) ? $0 : nil } }
        let days = rows.map { row -> String? in
            if let month = row.month { return month.firstDay.description }
            return listed(row).flatMap { models.createdOn[$0] }.map { Day(number: Int($0)).description }
        }
        let relations = rows.map { $0.parent == nil ? nil : BaseModel.Relation.allCases[Int($0.relation)].rawValue }
        return Table(
            id: id,
            columns: [
                (Column("id", "Model", .modelID), .texts(rows.map { $0.vertex.map { lineage.name(of: $0) } })),
                (Column("parent", "Row of its parent", .count), .integers(rows.map(\.parent))),
                (Column("relation", "Made by", .category), .texts(relations)),
                (Column("createdOn", "Published", .day), .texts(days)),
                (Column("count", "Models", .count, unit: "models"), .integers(rows.map(\.count))),
                (Column("below", "Descendants", .count), .integers(rows.map { $0.vertex == nil ? nil : $0.below })),
                (
                    Column("likes", "Likes", .count),
                    .integers(rows.map { listed($0).flatMap { known(models.likes[$0]) } })
                ),
                (
                    Column("license", "License", .category),
                    .texts(rows.map { listed($0).flatMap { models.licenses[$0] } })
                ),
                (
                    Column("listed", "In the list", .flag),
                    .flags(rows.map { $0.vertex == nil ? nil : listed($0) != nil })
                ),
            ])
    }

    private func known(_ count: Int) -> Int? { count < 0 ? nil : count }
}
