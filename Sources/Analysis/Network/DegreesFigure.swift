import Censuses
import Graph
import Numerics
import Report

/// How ties are spread: how many are tied to so many others or more, and how many are left in each core.
struct DegreesFigure {
    var people: MeasuredNetwork?
    var organizations: MeasuredNetwork?
    var subfields: [Network.FieldNetwork]
    var provenance: Provenance

    /// What the reader may choose to see.
    private struct Group {
        var id: String
        var name: String
        var title: String
        var subtitle: String
        var x: String
        var y: String
        var curves: [(name: String, points: [(x: Double, y: Double)])]
    }

    /// Nil where nobody is tied.
    var figure: Figure? {
        let groups = groups
        guard let first = groups.first else { return nil }
        var rows = CurveRows()
        for group in groups {
            for curve in group.curves { rows.add(group: group.id, series: curve.name, curve.points) }
        }
        func table(_ word: (Group) -> String) -> Chart.Option {
            .table(Dictionary(uniqueKeysWithValues: groups.map { ($0.id, word($0)) }))
        }
        let x = Column("x", "At least", .number)
        let y = Column("y", "Share", .share)
        return Figure(
            id: "network-degrees", role: .main,
            chart: Chart(
                .curves, channels: ["x": "x", "y": "y", "series": "series", "group": "group"],
                options: [
                    "groups": .texts(groups.map(\.id)), "groupLabel": .text("Show"), "names": table(\.name),
                    "scales": table { _ in "log log" }, "titles": table(\.title), "subtitles": table(\.subtitle),
                    "xLabels": table(\.x), "yLabels": table(\.y), "labels": .text("inside"),
                    "styles": .table(styles),
                ]),
            table: rows.table(id: "network-degrees", only: first.id, x: x, y: y),
            liveTable: groups.count > 1 ? rows.table(id: "network-degrees", x: x, y: y) : nil, totalRows: rows.count,
            provenance: provenance)
    }

    /// What stands for all has the accent, a field the hue of its modality.
    private var styles: [String: String] {
        var styles = ["ties in either direction": "accent", "all models": "accent"]
        for field in subfields { styles[field.subfield.field.lowercasedFirst] = "strokec \(field.subfield.code)" }
        return styles
    }

    private var groups: [Group] {
        let nouns = people == nil ? "organizations" : "people"
        var groups: [Group] = []
        if let network = people ?? organizations, network.measures.ties > 0 {
            groups.append(degrees(network, nouns))
            groups.append(weights(network, nouns))
            groups += cores(network, nouns)
        }
        groups += bySubfield
        if people != nil, let organizations, organizations.measures.ties > 1 {
            groups.append(degrees(organizations, "organizations", id: "organizations"))
        }
        return groups
    }
}

extension DegreesFigure {
    private func degrees(_ network: MeasuredNetwork, _ nouns: String, id: String = "degrees") -> Group {
        let degrees = network.graph.ties.degrees
        var curves = [(name: "ties in either direction", points: Self.reaching(degrees))]
        if network.hasDirections {
            curves.append(("edges from them", Self.reaching(network.graph.outDegrees)))
            curves.append(("edges to them", Self.reaching(network.graph.inDegrees)))
        }
        return Group(
            id: id, name: "How many \(nouns) each is tied to", title: Self.title(degrees, nouns),
            subtitle: "How many of the \(nouns) are tied to at least so many others; both scales are logarithmic.",
            x: "tied to at least so many", y: "Share of \(nouns)", curves: curves)
    }

    private func weights(_ network: MeasuredNetwork, _ nouns: String) -> Group {
        let weights = (network.hasDirections ? network.graph.outStrengths : network.graph.ties.strengths).map {
            Int($0)
        }
        let unit = network.hasDirections ? "commits" : "people in common"
        var curves = [
            (name: network.hasDirections ? "weight from them" : "weight of ties", points: Self.reaching(weights))
        ]
        if network.hasDirections {
            curves.append(("weight to them", Self.reaching(network.graph.inStrengths.map { Int($0) })))
        }
        let half = Format.int(Self.median(weights))
        return Group(
            id: "weights", name: "How heavy their ties are",
            title:
                "Half of the \(nouns) have \(half) \(unit) or fewer to their ties; one has \(Format.int(weights.max() ?? 0))",
            subtitle: network.hasDirections
                ? "An edge weighs the commits that somebody made to models of both; both scales are logarithmic."
                : "A tie weighs the people that both have in common; both scales are logarithmic.",
            x: "\(unit) summed over ties, at least", y: "Share of \(nouns)", curves: curves)
    }

    /// Sizes of the k-cores, of all and of each subfield.
    private func cores(_ network: MeasuredNetwork, _ nouns: String) -> [Group] {
        let fields = subfields.filter { $0.subfield.scheme == .study }
            .map { (name: $0.subfield.field.lowercasedFirst, network: $0.people) }
        let curves = ([(name: people == nil ? "organizations" : "all models", network: network)] + fields)
            .filter { $0.network.measures.greatestCore > 0 }
            .map { (name: $0.name, points: Self.reaching($0.network.coreness)) }
        let m = network.measures
        let (inside, k) = (Format.int(m.inGreatestCore), Format.int(m.greatestCore))
        return [
            Group(
                id: "cores", name: "What is left of it in each k-core",
                title: "In the deepest core \(inside) \(nouns) are each tied to \(k) of the others or more",
                subtitle: """
                    The k-core is what stays when everyone with fewer than k ties is taken away, again and again; both scales \
                    are logarithmic.
                    """,
                x: "k, ties that everyone who is left has",
                y: "Share of \(nouns) left in the k-core", curves: curves)
        ]
    }

    /// Degrees within subfields, a group for each list of these.
    private var bySubfield: [Group] {
        [(Census.FieldScheme.study, "the study’s fields"), (.hub, "the Hub’s modalities")].compactMap { scheme, words in
            let fields = subfields.filter { $0.subfield.scheme == scheme && $0.people.measures.ties > 0 }
            let most = fields.max { ($0.people.measures.meanDegree ?? 0) < ($1.people.measures.meanDegree ?? 0) }
            guard fields.count > 1, let most, let mean = most.people.measures.meanDegree else { return nil }
            return Group(
                id: "by-\(scheme.rawValue)", name: "Ties by \(words)",
                title: """
                    Of \(words), “\(most.subfield.field.lowercased())” ties people most: those with any have \
                    \(Format.decimal(mean, digits: 1)) on average
                    """,
                subtitle:
                    "How many of a field’s people are tied to at least so many others within it; both scales are logarithmic.",
                x: "tied to at least so many", y: "Share of a field’s people",
                curves: fields.map {
                    ($0.subfield.field.lowercasedFirst, Self.reaching($0.people.graph.ties.degrees))
                })
        }
    }

    private static func reaching(_ values: [Int]) -> [(x: Double, y: Double)] {
        let points = ValueCounts(of: values).reaching.map { (x: Double($0.value), y: $0.share) }
        // Where nobody has less, as many have one.
        return points.first.map { $0.x > 1 ? [(1, $0.y)] + points : points } ?? []
    }

    private static func median(_ values: [Int]) -> Int {
        values.isEmpty ? 0 : values.sorted()[(values.count - 1) / 2]
    }

    private static func title(_ degrees: [Int], _ nouns: String) -> String {
        let (half, most) = (median(degrees), degrees.max() ?? 0)
        let few =
            switch half {
            case 0: "nobody"
            case 1: "one other or nobody"
            default: "\(Format.words(half)) others or fewer"
            }
        return "Half of the \(nouns) are tied to \(few); the best tied to \(Format.int(most))"
    }
}
