package import Core

/// What the lineage of a whole list comes to: small, whatever the list's size, so that a census can carry it.
package struct LineageSummary: Equatable, Sendable {
    /// Models of the list.
    package var models = 0
    /// Of these, such as name a base.
    package var derived = 0
    /// Pairs of a model and a base that were counted.
    package var edges = 0
    /// New edges by month of the child and relation; month nil: no day known.
    package var months: [MonthCount] = []
    /// Models by the steps to the nearest one that names no base; 0: they name none.
    package var depths: [Int] = []
    /// Those with most descendants, most first.
    package var roots: [Root] = []
    /// Descendants of the first few of these by month.
    package var rootMonths: [RootMonth] = []
    package var transitions: [Transition] = []
    package var oddities: [Oddity] = []

    package struct MonthCount: Equatable, Sendable {
        package var month: Month?
        /// As `BaseModel.Relation` has it.
        package var relation: String
        package var count: Int

        package init(month: Month?, relation: String, count: Int) {
            (self.month, self.relation, self.count) = (month, relation, count)
        }
    }

    package struct Root: Equatable, Sendable {
        package var repoID: String
        package var isListed: Bool
        package var children: Int
        package var descendants: Int
        /// Generations below it.
        package var depth: Int
        /// Descendants by the way they were made, in the order of the relations.
        package var byRelation: [Int]

        package init(
            repoID: String, isListed: Bool, children: Int, descendants: Int, depth: Int, byRelation: [Int]
        ) {
            (self.repoID, self.isListed, self.children) = (repoID, isListed, children)
            (self.descendants, self.depth, self.byRelation) = (descendants, depth, byRelation)
        }
    }

    package struct RootMonth: Equatable, Sendable {
        package var repoID: String
        package var month: Month?
        package var count: Int

        package init(repoID: String, month: Month?, count: Int) {
            (self.repoID, self.month, self.count) = (repoID, month, count)
        }
    }

    /// Edges from parents of one class to children of another.
    package struct Transition: Equatable, Sendable {
        package var trait: Trait
        package var scope: Scope
        /// nil: not stated; "other": none of the most common.
        package var parent: String?
        package var child: String?
        package var count: Int

        package init(trait: Trait, scope: Scope, parent: String?, child: String?, count: Int) {
            (self.trait, self.scope, self.count) = (trait, scope, count)
            (self.parent, self.child) = (parent, child)
        }
    }

    /// What of a model is compared with its parent's.
    package enum Trait: String, CaseIterable, Sendable { case license, language, task }

    /// Which edges are compared: those of fine-tuning only, as Laufer, Oderinwale and Kleinberg (2025) do, or all.
    package enum Scope: String, CaseIterable, Sendable { case finetune, all }

    /// What is wrong with some of the edges, how often, and where.
    package struct Oddity: Equatable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case ring, selfParent, unlisted, ownerless, renamed, otherCase, double
        }

        package var kind: Kind
        package var count: Int
        package var examples: [String]

        package init(kind: Kind, count: Int, examples: [String]) {
            (self.kind, self.count, self.examples) = (kind, count, examples)
        }
    }

    package init() {}
}
