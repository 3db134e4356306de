import Catalog
import Core
import JSON
import Lineage

// The lineage of a listing in its census's document:
//
//     "lineage": {"models": …, "derived": …, "edges": …, "depths": [models by steps to a root],
//                 "months": {"month", "relation", "count"},
//                 "roots": {"repoID", "isListed", "children", "descendants", "depth", "byRelation": [[5 numbers], …]},
//                 "rootMonths": {"repoID", "month", "count"},
//                 "transitions": {"trait", "scope", "parent", "child", "count"},
//                 "oddities": {"kind", "count", "examples": [[…], …]}}
//
// Absent in a census that nobody counted it for.

extension LineageSummary {
    var json: JSONValue {
        [
            "models": .integer(models), "derived": .integer(derived), "edges": .integer(edges),
            "depths": .array(depths.map { .integer($0) }),
            "months": [
                "month": column(months) { JSONValue($0.month?.description) },
                "relation": column(months) { .string($0.relation) }, "count": column(months) { .integer($0.count) },
            ],
            "roots": rootColumns,
            "rootMonths": [
                "repoID": column(rootMonths) { .string($0.repoID) },
                "month": column(rootMonths) { JSONValue($0.month?.description) },
                "count": column(rootMonths) { .integer($0.count) },
            ],
            "transitions": [
                "trait": column(transitions) { .string($0.trait.rawValue) },
                "scope": column(transitions) { .string($0.scope.rawValue) },
                "parent": column(transitions) { JSONValue($0.parent) },
                "child": column(transitions) { JSONValue($0.child) },
                "count": column(transitions) { .integer($0.count) },
            ],
            "oddities": [
                "kind": column(oddities) { .string($0.kind.rawValue) },
                "count": column(oddities) { .integer($0.count) },
                "examples": column(oddities) { .array($0.examples.map { .string($0) }) },
            ],
        ]
    }

    private var rootColumns: JSONValue {
        [
            "repoID": column(roots) { .string($0.repoID) }, "isListed": column(roots) { .bool($0.isListed) },
            "children": column(roots) { .integer($0.children) },
            "descendants": column(roots) { .integer($0.descendants) }, "depth": column(roots) { .integer($0.depth) },
            "byRelation": column(roots) { .array($0.byRelation.map { .integer($0) }) },
        ]
    }

    /// - Throws: `CensusError`, with the path of what is absent or of another type.
    init(_ field: Field) throws {
        self.init()
        models = try field["models"].count()
        derived = try field["derived"].count()
        edges = try field["edges"].count()
        depths = try field["depths"].list().map { try $0.count() }
        months = try field["months"].rows { row in
            let relation: BaseModel.Relation = try row["relation"].choice()
            return MonthCount(
                month: try row["month"].month(), relation: relation.rawValue, count: try row["count"].count())
        }
        roots = try field["roots"].rows { row in
            Root(
                repoID: try row["repoID"].text(), isListed: try row["isListed"].flag(),
                children: try row["children"].count(), descendants: try row["descendants"].count(),
                depth: try row["depth"].count(),
                byRelation: try row["byRelation"].items(BaseModel.Relation.allCases.count).map { try $0.count() })
        }
        rootMonths = try field["rootMonths"].rows { row in
            RootMonth(
                repoID: try row["repoID"].text(), month: try row["month"].month(), count: try row["count"].count())
        }
        transitions = try field["transitions"].rows { row in
            Transition(
                trait: try row["trait"].choice(), scope: try row["scope"].choice(),
                parent: try row["parent"].optionalText(), child: try row["child"].optionalText(),
                count: try row["count"].count())
        }
        oddities = try field["oddities"].rows { row in
            Oddity(
                kind: try row["kind"].choice(), count: try row["count"].count(),
                examples: try row["examples"].list().map { try $0.text() })
        }
    }

    /// Without the names that an exclusion hides. Its counts stay: they name nobody.
    func hiding(_ exclusion: Exclusion) -> LineageSummary {
        var summary = self
        summary.roots.removeAll { exclusion.hides(repo: $0.repoID) }
        summary.rootMonths.removeAll { exclusion.hides(repo: $0.repoID) }
        for i in summary.oddities.indices {
            summary.oddities[i].examples.removeAll { example in
                example.split(separator: " ").contains { exclusion.hides(repo: String($0)) }
            }
        }
        return summary
    }
}
