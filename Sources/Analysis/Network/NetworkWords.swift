import Catalog
import Graph
import Report

extension Network {
    static let missing: Sentence = """
        Who committed to which model is not part of this edition: it would be about people, so the bundled data have none of it. \
        “hubatlas collect commits --people 200” reads the histories of the 200 most liked models, and this page then shows who \
        works with whom, by account.
        """

    /// Histories were read, and name fewer people than make a network.
    var few: Sentence {
        let people = Set(models.flatMap { $0.people.map(\.account) }).count
        return """
            \(number: Format.capitalized(Format.count(people, "person", "people"))) committed to the \
            \(Format.count(models.count, "model")) whose history was read: too few to tell who works with whom. \
            “hubatlas collect commits --people 200” reads more.
            """
    }

    var lede: Sentence {
        if let people { return .paragraph([alone(people.measures), together(people.measures)]) }
        guard let organizations else {
            return models.isEmpty
                ? "No history of a model was read, so nothing is known of who works with whom." : few
        }
        return .paragraph([between(organizations), Self.sharedStaff])
    }

    /// What a pair of organizations is often about.
    private static let sharedStaff: Sentence = """
        That need not be companies that share staff: accounts that one platform’s staff look after have that staff in common.
        """

    private func alone(_ m: NetworkMeasures) -> Sentence {
        let opening: Sentence = """
            Of the \(number: Format.count(m.vertices, "person", "people")) who committed to \
            \(Format.count(models.count, "model")),
            """
        if m.isolates == 0 { return opening + " everyone shares a model with somebody." }
        if m.isolates == m.vertices { return opening + " nobody shares a model with anybody." }
        return opening
            + " \(number: Format.int(m.isolates)) (\(Format.percent(Double(m.isolates) / Double(m.vertices)))) "
            + "\(m.isolates == 1 ? "shares" : "share") no model with anybody."
    }

    private func together(_ m: NetworkMeasures) -> Sentence {
        guard m.giant > 0 else { return .empty }
        if m.parts == 1 { return "All others hang together, directly or over others." }
        return """
            The others form \(number: Format.int(m.parts)) groups without a link between them; the largest holds \
            \(number: Format.int(m.giant)), \(Format.percent(Double(m.giant) / Double(m.vertices))) of all.
            """
    }

    private func between(_ network: MeasuredNetwork) -> Sentence {
        let m = network.measures
        let opening: Sentence = """
            \(number: Format.capitalized(Format.count(m.vertices, "known organization"))) share people with one another, in \
            \(number: Format.count(m.ties, "pair")) that \(m.ties == 1 ? "has" : "have") two committers or more in \
            common.
            """
        guard m.vertices > 2 else { return opening }
        let ends: Sentence =
            m.parts == 1
            ? " All of them hang together."
            : """
             They form \(number: Format.words(m.parts)) groups without a link between them; the largest holds \
            \(number: Format.int(m.giant)).
            """
        guard let first = mostTied(network) else { return opening + ends }
        return opening + ends
            + " \(first.name) shares people with most others, \(number: Format.int(first.degree)) of them."
    }

    /// The vertex with the most ties, when there is one such.
    func mostTied(_ network: MeasuredNetwork) -> (name: String, degree: Int)? {
        let degrees = network.graph.ties.degrees
        guard let most = degrees.max(), most > 0, degrees.count(where: { $0 == most }) == 1 else { return nil }
        return (network.graph.names[degrees.firstIndex(of: most)!], most)
    }

    var findings: [Finding] {
        var findings: [Finding] = []
        if let people {
            findings.append(
                Finding(
                    id: "network.isolates", sentence: alone(people.measures), page: "network", provenance: provenance))
        }
        if let organizations {
            findings.append(
                Finding(
                    id: "network.organizations", sentence: .paragraph([between(organizations), Self.sharedStaff]),
                    page: "network",
                    provenance: organizationProvenance))
        }
        return findings
    }

    var shows: [Sentence] {
        guard people != nil || organizations != nil else { return models.isEmpty ? [Self.missing] : [] }
        var shows: [Sentence] = [
            """
            A dot is an account or an organization, a line means that two work on the same models. Its color is its community: \
            who is tied among themselves more than chance would have it; the six largest have a color and a number each. A group is wider than a community: all who hang together, over any \
            number of ties, and have none to another group; communities are the closer parts of a group. The \
            larger a dot, the more it is tied to. What is near is tied closely, but left, right, up and down mean nothing.
            """
        ]
        if organizations != nil {
            shows.append(
                """
                Organizations with people in common are not always two companies whose staff work together. Accounts that the \
                staff of one platform look after (old models moved to an account of their own, examples) share that staff: bots \
                are left out, but a platform’s own employees cannot be told from others. Several accounts of one company count \
                apart.
                """)
        }
        if people == nil { shows.append(models.isEmpty ? Self.missing : few) }
        if case .pseudonyms = naming {
            shows.append(
                """
                People have pseudonyms here, made from their account names with a secret key. This is no strong anonymity: who \
                knows what somebody committed to may find them by their place in the network.
                """)
        }
        return shows
    }
}
