import Censuses
import Lineage
import Report
import Statistics

extension LineagePage {
    func matrixFigure(_ trait: LineageSummary.Trait) -> Figure? {
        guard let told, let summary = told.lineage, let transitions = Transitions(trait, summary) else { return nil }
        let cells = transitions.cells
        let id = "lineage-\(trait.rawValue)"
        let table = Table(
            id: id,
            columns: [
                (Column("parent", "Parent", .category), .texts(cells.map(\.parent))),
                (Column("child", "Child", .category), .texts(cells.map(\.child))),
                (Column("count", "Children", .count, unit: "models"), .integers(cells.map(\.count))),
            ])
        return Figure(
            id: id, role: .main,
            chart: Chart(
                .matrix, channels: ["row": "parent", "column": "child", "value": "count"],
                options: [
                    "order": .texts(transitions.classes + ["other", ""]), "noun": .text(trait.rawValue),
                    "words": .flag(trait == .task),
                    "labels": .table(["several": "several languages", "other": "other", "": "not stated"]),
                ]),
            table: table, totalRows: table.rowCount, title: matrixTitle(transitions),
            subtitle: matrixSubtitle(transitions), provenance: provenance(told, summary))
    }

    private func matrixTitle(_ transitions: Transitions) -> String? {
        let pairs = transitions.matrix.counts.joined().reduce(0, +)
        guard pairs > 0 else { return nil }
        let kept = Double(pairs - transitions.matrix.changes) / Double(pairs)
        return "\(Format.percent(kept)) of \(noun(transitions)) keep the \(transitions.trait.rawValue) of their parent"
    }

    private func noun(_ transitions: Transitions) -> String {
        transitions.scope == .finetune ? "fine-tunes" : "descendants"
    }

    private func matrixSubtitle(_ transitions: Transitions) -> String {
        let who = transitions.scope == .finetune ? "Fine-tunes only" : "All descendants"
        return """
            \(who). Of the children of each row’s class, how many of a hundred have the column’s. Classes stand in the order \
            that most changes follow; the title counts those that state one.
            """
    }

    var driftMethod: Sentence {
        guard let summary = told?.lineage else { return .empty }
        let found = LineageSummary.Trait.allCases.compactMap { trait -> String? in
            guard let transitions = Transitions(trait, summary) else { return nil }
            let agreement = transitions.agreement
            guard let changes = agreement.changes, let directions = agreement.directions else { return nil }
            return
                "\(trait.rawValue) \(Format.percent(directions)) of directions and \(Format.percent(changes)) of changes"
        }
        let ours: Sentence = found.isEmpty ? "" : "Here the best orders explain: \(found.joined(separator: "; "))."
        return .paragraph([
            """
            Drift from class i to j is (n_ij − n_ji) / (n_ij + n_ji), n_ij the children of class j whose parent is of class i \
            (Laufer, Oderinwale and Kleinberg, 2025, who take fine-tunes only). The twelve most common classes are told \
            apart; a model that states several languages is of the class “several”. The best order is that in which most \
            changes lead to a later class, found by trying all orders (dynamic programming over sets); a pair’s direction is \
            explained when its drift leads forward too.
            """, ours,
            """
            The paper’s figures, of 1.86 million models: an order explains 94\u{202F}% of license drift directions and \
            84\u{202F}% of license changes; 12.8\u{202F}% of children change the language, of which an order explains \
            97.9\u{202F}% of directions and 74.7\u{202F}% of changes.
            """,
        ])
    }
}
