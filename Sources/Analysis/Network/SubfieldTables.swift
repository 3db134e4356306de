import Graph
import Report

/// The same measures of each part of the models, a row a subfield.
extension Network {
    private typealias Row = (name: String, models: Int, network: MeasuredNetwork)

    private func columns(_ rows: [Row], _ first: [(Column, Values)], _ more: [(String, String, Measure)]) -> [(
        Column, Values
    )] {
        first
            + more.map { key, label, measure in
                switch measure {
                case .count(let value):
                    (Column(key, label, .count), .integers(rows.map { value($0.network.measures) }))
                case .share(let value):
                    (Column(key, label, .share), .numbers(rows.map { value($0.network.measures) }))
                case .number(let value):
                    (
                        Column(key, label, .number),
                        .numbers(rows.map { value($0.network.measures).map(Self.hundredths) })
                    )
                }
            }
    }

    private enum Measure {
        case count((NetworkMeasures) -> Int?)
        case share((NetworkMeasures) -> Double?)
        case number((NetworkMeasures) -> Double?)
    }

    private var rows: [Row] {
        guard let people, !subfields.isEmpty else { return [] }
        return [("All models", models.count, people)] + subfields.map { ($0.name, $0.models, $0.people) }
    }

    private func names(_ rows: [Row]) -> (Column, Values) {
        (Column("subfield", "Subfield", .text), .texts(rows.map(\.name)))
    }

    /// Who is there, and how much is tied.
    var tiesTable: TitledTable? {
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "subfields", title: "Subfields compared: who is tied",
            text: """
                “Study” are the sets of tags of Osborne, Ding and Kirk (2024): a model may be in several, audio is in none. “Hub” \
                are the modalities of the Hub’s own tasks, of which each model has one. Subfields with fewer than three people are \
                left out.
                """,
            table: Table(
                id: "network-subfields",
                columns: columns(
                    rows, [names(rows), (Column("models", "Models", .count), .integers(rows.map(\.models)))],
                    [
                        ("people", "People", .count { $0.vertices }),
                        ("isolates", "Isolates", .share { Double($0.isolates) / Double(max(1, $0.vertices)) }),
                        ("edges", "Edges", .count { $0.edges }), ("pairs", "Pairs", .count { $0.ties }),
                        ("density", "Density", .share { $0.density }),
                        ("reciprocity", "Reciprocity", .share { $0.reciprocity }),
                        ("weighted", "Weighted reciprocity", .share { $0.weightedReciprocity }),
                        ("mean", "Mean ties", .number { $0.meanDegree }),
                        ("most", "Most ties", .count { $0.greatestDegree }),
                    ])))
    }

    /// What they form together.
    var structureTable: TitledTable? {
        guard !rows.isEmpty else { return nil }
        return TitledTable(
            id: "subfields-structure", title: "Subfields compared: what they form",
            text: "Each measure is explained above, under “The network in numbers”.",
            table: Table(
                id: "network-subfields-structure",
                columns: columns(
                    rows, [names(rows)],
                    [
                        ("groups", "Groups", .count { $0.parts }),
                        ("giant", "Largest group", .share { Double($0.giant) / Double(max(1, $0.vertices)) }),
                        ("assortativity", "Assortativity", .number { $0.assortativity }),
                        ("clustering", "Clustering", .share { $0.clustering }),
                        ("k", "Deepest core", .count { $0.greatestCore }),
                        ("communities", "Communities", .count { $0.communities }),
                        ("modularity", "Modularity", .number { $0.modularity }),
                        ("core", "Core fit", .number { $0.coreFit }),
                        ("coreShare", "Core", .share { $0.coreShare }),
                    ])))
    }

    /// Who lies between others in each subfield, and what its organizations form.
    var betweenTable: TitledTable? {
        guard !subfields.isEmpty else { return nil }
        let between = subfields.map { field in
            field.people.graph.names.indices.filter { field.betweenness.shares[$0] > 0 }
                .sorted { (-field.betweenness.shares[$0], $0) < (-field.betweenness.shares[$1], $1) }.prefix(3)
                .map { "\(field.people.graph.names[$0]) (\(Format.percent(field.betweenness.shares[$0])))" }
        }
        let organizations = subfields.map { $0.organizations?.measures }
        return TitledTable(
            id: "subfields-organizations", title: "Subfields compared: organizations, and who lies between people",
            text: """
                Organizations by the models of the subfield alone, tied where two people or more committed to models of both. \
                Beside them the people over whom most shortest paths lead, with their share of these.
                """,
            table: Table(
                id: "network-subfields-organizations",
                columns: [
                    (Column("subfield", "Subfield", .text), .texts(subfields.map(\.name))),
                    (
                        Column("organizations", "Organizations", .count),
                        .integers(organizations.map { $0?.vertices ?? 0 })
                    ),
                    (Column("pairs", "Pairs", .count), .integers(organizations.map { $0?.ties ?? 0 })),
                    (Column("groups", "Groups", .count), .integers(organizations.map { $0?.parts ?? 0 })),
                    (Column("density", "Density", .share), .numbers(organizations.map { $0?.density })),
                    (Column("clustering", "Clustering", .share), .numbers(organizations.map { $0?.clustering })),
                    (
                        Column("modularity", "Modularity", .number),
                        .numbers(organizations.map { $0?.modularity.map(Self.hundredths) })
                    ),
                    (
                        Column("between", "People who lie between most others", .text),
                        .texts(between.map { $0.isEmpty ? nil : $0.joined(separator: ", ") })
                    ),
                ]))
    }
}
