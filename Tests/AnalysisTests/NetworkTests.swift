import Catalog
import Core
import Graph
import JSON
import Report
import Testing

@testable import Analysis

@Suite struct NetworkTests {
    private func model(_ id: String, _ people: (String, Int, Int)..., task: String? = nil, tags: [String] = [])
        -> CommittedModel
    {
        CommittedModel(
            id: id, task: task, tags: tags,
            people: people.map { CommitPart(account: $0.0, commits: $0.1, led: $0.2) })
    }

    /// Ann and bob share a model, cat stands second only, dan works alone.
    private var small: [CommittedModel] {
        [
            model("a/m", ("ann", 3, 3), ("bob", 1, 1), ("cat", 1, 0), task: "text-generation"),
            model("a/n", ("ann", 2, 2), ("bob", 4, 4), task: "image-classification", tags: ["feature-extraction"]),
            model("d/o", ("dan", 9, 9)),
        ]
    }

    @Test func edgesAreTheStudys() {
        let network = CommitNetwork(of: small)
        let graph = network.graph
        #expect(graph.names == ["ann", "bob", "cat", "dan"])
        let edges = (0..<graph.edgeCount).map { "\(graph.sources[$0])\(graph.targets[$0]) \(Int(graph.weights[$0]))" }
        // From cat, who never stands first, there is none; of ann to bob both models count.
        #expect(edges == ["01 5", "02 3", "10 5", "12 1"])
        #expect(graph.isolates == [3] && graph.loops == 1)
        #expect(network.solitary == 1 && network.repos == 3 && network.leftOut == 0)
        #expect(graph.reciprocity == 0.5)
    }

    @Test func subfieldsGoByTheirTags() {
        let holds = { (id: String) in
            (Subfield.ofTheStudy + Subfield.ofTheHub).first { $0.id == id }.map { field in
                small.filter(field.holds).map(\.id)
            }
        }
        #expect(holds("nlp-study") == ["a/m"] && holds("cv-study") == ["a/n"] && holds("mm-study") == ["a/n"])
        #expect(holds("nlp-hub") == ["a/m"] && holds("cv-hub") == ["a/n"] && holds("none-hub") == ["d/o"])
    }

    @Test func manyCommittersOfOneModelAreBounded() {
        let crowd = (0..<CommitNetwork.mostCommitters + 1).map { CommitPart(account: "p\($0)", commits: 1, led: 1) }
        let network = CommitNetwork(of: small + [CommittedModel(id: "z/crowd", people: crowd)])
        #expect(network.leftOut == 1 && network.graph.edgeCount == 4)
        #expect(network.graph.count == 4 + crowd.count)
    }

    @Test func nothingIsASentence() throws {
        let page = try Network().page
        #expect(page.lede.plain == "No history of a model was read, so nothing is known of who works with whom.")
        #expect(page.figures.isEmpty && page.tables.isEmpty && page.findings.isEmpty && page.graphs.isEmpty)
        #expect(page.shows.contains { $0.plain.contains("hubatlas collect commits --people") })
        // Two people are no network that should be told about.
        #expect(try Network(committed: [model("a/m", ("ann", 1, 1), ("bob", 1, 1))]).page.figures.isEmpty)
    }

    @Test func peopleInWords() throws {
        let page = try Network(committed: small, source: "A test").page
        #expect(
            page.lede.plain
                == "Of the 4 people who committed to 3 models, 1 (25.0\u{202F}%) shares no model with anybody. "
                + "All others hang together, directly or over others.")
        let alone = [model("a/m", ("ann", 1, 1)), model("b/m", ("bob", 1, 1)), model("c/m", ("cy", 2, 2))]
        let lonely = try Network(committed: alone).page
        #expect(lonely.lede.plain == "Of the 3 people who committed to 3 models, nobody shares a model with anybody.")
        #expect(lonely.figures.isEmpty)
        let all = try Network(committed: [model("a/m", ("ann", 1, 1), ("bob", 1, 1), ("cy", 1, 1))]).page
        #expect(all.lede.plain.contains("everyone shares a model with somebody."))
        let pairs = [
            model("a/m", ("ann", 1, 1), ("bob", 1, 1)), model("b/m", ("cy", 1, 1), ("di", 1, 1)),
            model("c/m", ("eve", 1, 1)), model("c/n", ("flo", 1, 1)),
        ]
        #expect(
            try Network(committed: pairs).page.lede.plain
                == "Of the 6 people who committed to 4 models, 2 (33.3\u{202F}%) share no model with anybody. The others form 2 "
                + "groups without a link between them; the largest holds 2, 33.3\u{202F}% of all.")
    }

    @Test func organizationsInWords() throws {
        let pairs = [
            Collaboration(left: "acme", right: "zeta", people: 3), Collaboration(left: "acme", right: "yo", people: 2),
        ]
        let page = try Network(collaborations: pairs).page
        #expect(
            page.lede.plain
                == "3 known organizations share people with one another, in 2 pairs that have two committers or more in common. "
                + "All of them hang together. acme shares people with most others, 2 of them.")
        #expect(page.figures.map(\.id) == ["network"])
        #expect(page.graphs.map(\.id) == ["network-of-organizations"] && page.graphs[0].isDirected == false)
        let measures = try #require(page.tables.first { $0.id == "measures" })
        #expect(measures.table.values["organizations"] != nil && measures.table.values["people"] == nil)
        let one = try Network(collaborations: [pairs[0]]).page
        #expect(
            one.lede.plain
                == "2 known organizations share people with one another, in 1 pair that has two committers or "
                + "more in common.")
    }

    @Test func figureRowsPointUpwards() throws {
        let page = try Network(committed: small).page
        let table = try #require(page.figures.first).table
        #expect(table.values["name"] == .texts(["ann", "bob", "cat"]))
        #expect(table.values["links"] == .texts(["", "0", "0 1"]))
        #expect(page.figures[0].notes.contains { $0.contains("tied to nobody") })
    }

    @Test func degreesAndCoresAreCounted() throws {
        let page = try Network(committed: small).page
        let degrees = try #require(page.tables.first { $0.id == "degrees" }).table
        #expect(degrees.values["ties"] == .integers([0, 1, 2]))
        #expect(degrees.values["vertices"] == .integers([4, 3, 3]))
        #expect(degrees.values["out"] == .integers([4, 2, 2]) && degrees.values["in"] == .integers([4, 3, 1]))
        let cores = try #require(page.tables.first { $0.id == "cores" }).table
        #expect(cores.values["inCore"] == .integers([3, 3]) && cores.values["shell"] == .integers([3, 0]))
        let subfields = try #require(page.tables.first { $0.id == "subfields" }).table
        #expect(subfields.values["subfield"] == .texts(["All models", "Language (study)", "Language (Hub)"]))
        let actors = try #require(page.tables.first { $0.id == "actors" })
        #expect(!actors.text.contains("estimated") && actors.table.rowCount == 3)
    }

    @Test func pseudonymsAreEverywhereAndStable() throws {
        let naming = PeopleNaming.pseudonyms(key: [UInt8](repeating: 7, count: 32))
        let page = try Network(committed: small, naming: naming).page
        let text = page.json.text
        for name in ["ann", "bob", "dan"] { #expect(!text.contains("\"\(name)\"")) }
        #expect(text.contains("person "))
        #expect(page.shows.contains { $0.plain.contains("no strong anonymity") })
        #expect(naming.shown(["ann"]) == naming.shown(["ann"]))
        #expect(naming.shown(["ann"]) != PeopleNaming.pseudonyms(key: [8]).shown(["ann"]))
        // RFC 4231, test case 2, but for the length.
        #expect(
            PeopleNaming.pseudonyms(key: Array("Jefe".utf8)).shown(["what do ya want for nothing?"])
                == ["person 5bdcc1"])
        let many = naming.shown((0..<20_000).map { "account\($0)" })
        #expect(Set(many).count == 20_000 && many.contains { $0.count > "person 123456".count })
    }
}
