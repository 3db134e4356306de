import Graph
import Report

extension Network {
    /// Vertices that a picture has at most; those with the most ties. Of these the page itself holds the first 500.
    static let mostDrawn = 3000
    static let mostInline = 500
    /// Rows of all pictures of subfields together.
    static let mostShelved = 20_000

    /// The pictures, people's first, and how ties are spread in them.
    ///
    /// Throws `GraphError`.
    var figures: [Figure] {
        get throws {
            let people = try people.flatMap { try peopleFigure($0) }
            let organizations = try organizations.flatMap { try organizationsFigure($0) }
            return [people, organizations, spread.figure].compactMap(\.self)
        }
    }

    private var spread: DegreesFigure {
        DegreesFigure(
            people: people, organizations: organizations, subfields: subfields,
            provenance: people == nil ? organizationProvenance : provenance)
    }

    private func peopleFigure(_ network: MeasuredNetwork) throws -> Figure? {
        let nouns = (one: "person", many: "people")
        guard var figure = try figure(network, id: "network", nouns: nouns, provenance, betweenness) else { return nil }
        var titles = ["": Self.title(network.measures, "share a model", of: "")]
        var subtitles = ["": Self.counted(network, nouns)]
        var left = Self.mostShelved
        for field in subfields {
            let drawn = Self.drawn(field.people, most: min(left, Self.mostDrawn))
            guard drawn.count > 2, field.people.measures.ties != network.measures.ties else { continue }
            left -= drawn.count
            let table = try Self.table(
                field.people, drawn, id: figure.id, noun: nouns.one, betweenness: field.betweenness)
            figure.shelf.append(Shelved(name: field.name, note: Format.int(drawn.count), table: table))
            titles[field.name] = Self.title(field.people.measures, "share a model", of: field.name)
            subtitles[field.name] = Self.counted(field.people, nouns)
        }
        figure.chart.options["titles"] = .table(titles)
        figure.chart.options["subtitles"] = .table(subtitles)
        if !figure.shelf.isEmpty { figure.chart.options["shelf"] = .text("of") }
        return figure
    }

    private func organizationsFigure(_ network: MeasuredNetwork) throws -> Figure? {
        let nouns = (one: "organization", many: "organizations")
        guard
            var figure = try figure(
                network, id: people == nil ? "network" : "network-organizations", nouns: nouns, organizationProvenance)
        else { return nil }
        figure.chart.options["titles"] = .table(["": organizationTitle(network)])
        figure.chart.options["subtitles"] = .table(["": Self.counted(network, nouns)])
        return figure
    }

    private func figure(
        _ network: MeasuredNetwork, id: String, nouns: (one: String, many: String), _ provenance: Provenance,
        _ betweenness: Ties.Betweenness? = nil
    ) throws -> Figure? {
        let drawn = Self.drawn(network, most: Self.mostDrawn)
        guard !drawn.isEmpty else { return nil }
        let table = try Self.table(network, drawn, id: id, noun: nouns.one, betweenness: betweenness)
        let tied = network.measures.vertices - network.measures.isolates
        return Figure(
            id: id, role: .main,
            chart: Chart(
                .network, channels: ["x": "x", "y": "y", "size": "ties", "group": "community"],
                options: ["noun": .text(nouns.one), "nouns": .text(nouns.many)]),
            table: table.prefix(Self.mostInline), liveTable: drawn.count > Self.mostInline ? table : nil,
            totalRows: tied, provenance: provenance, notes: notes(network, drawn: drawn.count, of: tied, nouns.many))
    }

    /// Those with the most ties, the most first.
    private static func drawn(_ network: MeasuredNetwork, most: Int) -> [Int] {
        let degrees = network.graph.ties.degrees
        return Array(
            degrees.indices.filter { degrees[$0] > 0 }.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }.prefix(most))
    }

    /// Of people the title names none.
    private static func title(_ m: NetworkMeasures, _ doing: String, of field: String) -> String {
        let tied = Format.int(m.vertices - m.isolates)
        let title =
            m.parts == 1
            ? "All \(tied) people who \(doing) hang together"
            : "The largest of \(Format.int(m.parts)) groups holds \(Format.int(m.giant)) of the \(tied) people who \(doing)"
        return field.isEmpty ? title : "\(field): \(title.prefix(1).lowercased())\(title.dropFirst())"
    }

    private func organizationTitle(_ network: MeasuredNetwork) -> String {
        let m = network.measures
        guard m.vertices > 2, let first = mostTied(network) else {
            return "\(Format.capitalized(Format.count(m.vertices, "organization"))) that share people"
        }
        let others = Format.count(m.vertices - 1, "other organization")
        return first.degree == m.vertices - 1
            ? "\(first.name) shares people with all \(others)"
            : "\(first.name) shares people with \(Format.int(first.degree)) of \(others)"
    }

    /// "522 people", or how many of them are drawn.
    private static func counted(_ network: MeasuredNetwork, _ nouns: (one: String, many: String)) -> String {
        let tied = network.measures.vertices - network.measures.isolates
        return tied > mostDrawn
            ? "The \(Format.int(mostDrawn)) with the most ties of \(Format.int(tied)) \(nouns.many)"
            : Format.capitalized(Format.count(tied, nouns.one, nouns.many))
    }

    private func notes(_ network: MeasuredNetwork, drawn: Int, of tied: Int, _ nouns: String) -> [String] {
        var notes: [String] = []
        if drawn < tied {
            notes.append(
                "The picture has the \(Format.int(drawn)) \(nouns) with the most ties of \(Format.int(tied)) with any.")
        }
        let alone = network.measures.isolates
        if alone > 0 {
            notes.append(
                alone == 1
                    ? "One who is tied to nobody is not drawn."
                    : "\(Format.int(alone)) \(nouns) are tied to nobody and not drawn.")
        }
        let among = network.graph.ties.induced(Self.drawn(network, most: Self.mostDrawn).sorted()).edgeCount
        if among > DrawnTies.most {
            notes.append(
                "Of \(Format.int(among)) ties among them the picture has \(Format.int(DrawnTies.most)): everybody’s heaviest."
            )
        }
        return notes
    }
}
