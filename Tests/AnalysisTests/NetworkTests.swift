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
            (Subfield.ofTheStudy + Subfield.ofTheHub).first { $0.name == id }.map { field in
                small.filter(field.holds).map(\.id)
            }
        }
        #expect(holds("Language (study)") == ["a/m"] && holds("Vision (study)") == ["a/n"])
        #expect(holds("Multimodal (study)") == ["a/n"] && holds("No task stated (Hub)") == ["d/o"])
        #expect(holds("Language (Hub)") == ["a/m"] && holds("Vision (Hub)") == ["a/n"])
    }

    @Test func manyCommittersOfOneModelAreBounded() {
        let crowd = (0..<CommitNetwork.mostCommitters + 1).map { CommitPart(account: "p\($0)", commits: 1, led: 1) }
        let network = CommitNetwork(of: small + [CommittedModel(id: "z/crowd", people: crowd)])
        #expect(network.leftOut == 1 && network.graph.edgeCount == 4)
        #expect(network.graph.count == 4 + crowd.count)
    }

    @Test(arguments: [(1, "1 person"), (2, "2 people")])
    func fewPeopleAreSaidAndNotDenied(count: Int, people: String) throws {
        let parts = (0..<count).map { CommitPart(account: "p\($0)", commits: 1, led: 1) }
        let page = try Network(committed: [CommittedModel(id: "a/m", people: parts)]).page
        #expect(
            page.lede.plain.unspaced.hasPrefix(
                "\(people) committed to the 1 model whose history was read: too few to tell who works with whom."))
        #expect(page.figures.isEmpty && page.tables.isEmpty && page.shows.isEmpty && page.graphs.isEmpty)
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
                + "All of them hang together. acme shares people with most others, 2 of them. That need not be companies that share "
                + "staff: accounts that one platform’s staff look after have that staff in common.")
        #expect(page.shows.contains { $0.plain.contains("Several accounts of one company count apart.") })
        #expect(page.findings[0].sentence == page.lede)
        #expect(page.method.contains { $0.plain.contains("the Hub’s own bot accounts apart") })
        #expect(page.figures.map(\.id) == ["network", "network-degrees"])
        #expect(page.graphs.map(\.id) == ["network-of-organizations"] && page.graphs[0].isDirected == false)
        let measures = try #require(page.tables.first { $0.id == "measures" })
        #expect(measures.table.values["organizations"] != nil && measures.table.values["people"] == nil)
        let one = try Network(collaborations: [pairs[0]]).page
        #expect(
            one.lede.plain.hasPrefix(
                "2 known organizations share people with one another, in 1 pair that has two committers or more in common. "
                    + "That need not be companies"))
    }

    /// Groups and communities stand side by side in the numbers, so each is told from the other.
    @Test func groupsAndCommunitiesAreToldApart() throws {
        let page = try Network(committed: small).page
        #expect(page.shows[0].plain.contains("A group is wider than a community"))
        let table = try #require(page.tables.first { $0.id == "measures" }).table
        guard case .texts(let names)? = table.values["measure"], case .texts(let meanings)? = table.values["meaning"]
        else { throw Missing() }
        let meaning = Dictionary(uniqueKeysWithValues: zip(names, meanings))
        #expect(meaning["Groups"]??.contains("without a tie between them") == true)
        #expect(meaning["Communities"]??.contains("closer parts of a group") == true)
        // Where no people of organizations are known nothing is said of these.
        #expect(!page.shows.contains { $0.plain.contains("one platform") })
    }

    /// People are those of commits, whatever else was collected of repos, and in whatever order.
    @Test func commitsAreTheSource() throws {
        func activity(_ key: String, _ title: String) -> SourceRow {
            SourceRow(key: key, title: title, day: Day("2026-11-22")!, coverage: .selection, about: .activity, rows: 3)
        }
        let commits = activity("hub-commits", "Commits of repositories")
        let discussions = activity("hub-discussions", "Discussions of repositories")
        for sources in [[commits, discussions], [discussions, commits]] {
            var material = Material()
            material.committed = small
            material.collaborations = [Collaboration(left: "acme", right: "zeta", people: 3)]
            material.sources = sources
            let figures = try material.network.page.figures
            #expect(figures.map(\.id) == ["network", "network-organizations", "network-degrees"])
            #expect(figures.allSatisfy { $0.provenance.source.hasPrefix("Commits of repositories, to ") })
        }
    }

    @Test func figureRowsPointUpwards() throws {
        let page = try Network(committed: small).page
        let table = try #require(page.figures.first).table
        #expect(table.values["name"] == .texts(["ann", "bob", "cat"]))
        #expect(table.values["links"] == .texts(["", "0", "0 1"]))
        #expect(page.figures[0].notes.contains { $0.contains("tied to nobody") })
    }

    /// Of one curve of the figure of degrees: "at least so many" and the share that has them, a pair a point.
    private func curve(_ name: String, of group: String, in page: Page) throws -> [[Double?]] {
        let figure = try #require(page.figures.first { $0.id == "network-degrees" })
        let table = figure.liveTable ?? figure.table
        guard case .texts(let groups)? = table.values["group"], case .texts(let series)? = table.values["series"],
            case .numbers(let xs)? = table.values["x"], case .numbers(let ys)? = table.values["y"]
        else { return [] }
        return groups.indices.filter { groups[$0] == group && series[$0] == name }.map { [xs[$0], ys[$0]] }
    }

    @Test func degreesAndCoresAreCurves() throws {
        let page = try Network(committed: small).page
        // Ann, bob and cat are tied to two each, dan to nobody; from cat there is no edge.
        #expect(try curve("ties in either direction", of: "degrees", in: page) == [[1, 0.75], [2, 0.75]])
        #expect(try curve("edges from them", of: "degrees", in: page) == [[1, 0.5], [2, 0.5]])
        #expect(try curve("edges to them", of: "degrees", in: page) == [[1, 0.75], [2, 0.25]])
        // Ann gives 5 to bob and 3 to cat, bob 5 and 1.
        #expect(try curve("weight from them", of: "weights", in: page) == [[1, 0.5], [6, 0.5], [8, 0.25]])
        #expect(try curve("weight to them", of: "weights", in: page) == [[1, 0.75], [4, 0.75], [5, 0.5]])
        #expect(try curve("all models", of: "cores", in: page) == [[1, 0.75], [2, 0.75]])
        let options = try #require(page.figures.last).chart.options
        guard case .table(let titles)? = options["titles"] else { throw Missing() }
        #expect(titles["degrees"] == "Half of the people are tied to two others or fewer; the best tied to 2")
        #expect(titles["cores"] == "In the deepest core 3 people are each tied to 2 of the others or more")
    }

    private struct Missing: Error {}

    private static func words(of text: String) -> Set<String> {
        Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }

    @Test func subfieldsHaveEveryMeasure() throws {
        let page = try Network(committed: small).page
        let table = { (id: String) in page.tables.first { $0.id == id }?.table }
        let ties = try #require(table("subfields"))
        #expect(ties.values["subfield"] == .texts(["All models", "Language (study)", "Language (Hub)"]))
        #expect(ties.values["edges"] == .integers([4, 4, 4]) && ties.values["isolates"] == .numbers([0.25, 0, 0]))
        let structure = try #require(table("subfields-structure"))
        #expect(structure.values["k"] == .integers([2, 2, 2]) && structure.values["groups"] == .integers([1, 1, 1]))
        let between = try #require(table("subfields-organizations"))
        #expect(between.values["organizations"] == .integers([0, 0]))
        let actors = try #require(page.tables.first { $0.id == "actors" })
        #expect(!actors.text.contains("estimated") && actors.table.rowCount == 3)
    }

    @Test func subfieldsAreOnTheShelf() throws {
        let more =
            small + [
                model("b/m", ("eve", 1, 1), ("flo", 1, 1), ("gil", 1, 1), task: "image-classification"),
                model("c/m", ("hal", 1, 1), ("ida", 1, 1), ("jon", 1, 1), ("ann", 1, 1), task: "text-generation"),
            ]
        let figure = try #require(try Network(committed: more).page.figures.first)
        #expect(figure.shelf.map(\.name) == ["Language (study)", "Vision (study)", "Language (Hub)", "Vision (Hub)"])
        #expect(figure.shelf[1].table.values["name"] == .texts(["eve", "flo", "gil", "ann", "bob"]))
        guard case .table(let titles)? = figure.chart.options["titles"] else { throw Missing() }
        #expect(titles[""] == "The largest of 2 groups holds 6 of the 9 people who share a model")
        #expect(
            titles["Vision (study)"]
                == "Vision (study): the largest of 2 groups holds 3 of the 5 people who share a model")
    }

    @Test func organizationsShareTwoPeopleAtLeast() {
        let models = [
            model("acme/a", ("ann", 1, 1), ("bob", 1, 1), ("cy", 1, 1)),
            model("zeta/b", ("ann", 1, 0), ("bob", 2, 1)), model("yo/c", ("ann", 1, 1)),
            model("ann/own", ("ann", 9, 9), ("bob", 1, 1)), model("legacy", ("ann", 1, 1), ("bob", 1, 1)),
        ]
        // Ann alone links acme and yo; what she owns is a person's.
        #expect(
            OrganizationPairs.among(models, people: ["ann", "bob", "cy"])
                == [Collaboration(left: "acme", right: "zeta", people: 2)])
    }

    @Test func aPictureHasEverybodysHeaviestTies() {
        let ties = Ties(count: 5, [(0, 1, 9), (0, 2, 8), (1, 2, 7), (3, 4, 1), (0, 3, 2)])
        let kept = { DrawnTies.kept(of: ties, most: $0).map { "\(ties.left[$0])\(ties.right[$0])" } }
        #expect(kept(9) == ["01", "02", "03", "12", "34"])
        // The lightest of all stays, for it is the heaviest that 4 has.
        #expect(kept(4) == ["01", "02", "03", "34"])
    }

    @Test func pseudonymsAreEverywhereAndStable() throws {
        let naming = PeopleNaming.pseudonyms(key: [UInt8](repeating: 7, count: 32))
        let crowd =
            small + [
                model("e/m", ("ann", 1, 1), ("fred", 1, 1), ("gwen", 1, 1), task: "text-generation"),
                model("e/n", ("kimx", 1, 1), ("loux", 1, 1), ("maxx", 1, 1), task: "image-classification"),
            ]
        let network = try Network(committed: crowd, naming: naming)
        let page = try network.page
        #expect(page.figures[0].shelf.count == 4 && !page.graphs.isEmpty && !page.findings.isEmpty)
        let text = page.json.text
        let words = Self.words(of: text)
        for model in crowd { for person in model.people { #expect(!words.contains(person.account)) } }
        // The same person is called the same in every part.
        let names = Set(network.people?.graph.names ?? [])
        for field in network.subfields { #expect(names.isSuperset(of: field.people.graph.names)) }
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
