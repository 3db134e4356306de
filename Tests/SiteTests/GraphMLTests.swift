import Markup
import Report
import Testing

@testable import Site

@Suite struct GraphMLTests {
    private func file(_ names: [String]) -> GraphFile {
        GraphFile(
            id: "network-people", title: "People", isDirected: true,
            nodes: Table(
                id: "nodes",
                columns: [
                    (Column("name", "Name", .text), .texts(names)),
                    (Column("core", "k-core", .count), .integers(names.map { _ in 1 })),
                ]),
            edges: Table(
                id: "edges",
                columns: [
                    (Column("source", "Source", .text), .texts([names[0]])),
                    (Column("target", "Target", .text), .texts([names[1]])),
                    (Column("weight", "Commits", .count), .integers([3])),
                ]))
    }

    @Test func isGraphML() {
        let text = String(decoding: GraphML.bytes(of: file(["ann", "bob"])), as: UTF8.self)
        #expect(
            text == """
                <?xml version="1.0" encoding="UTF-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                <key id="v0" for="node" attr.name="name" attr.type="string"/>
                <key id="v1" for="node" attr.name="core" attr.type="long"/>
                <key id="e0" for="edge" attr.name="weight" attr.type="long"/>
                <graph id="network-people" edgedefault="directed">
                <node id="n0"><data key="v0">ann</data><data key="v1">1</data></node>
                <node id="n1"><data key="v0">bob</data><data key="v1">1</data></node>
                <edge source="n0" target="n1"><data key="e0">3</data></edge>
                </graph>
                </graphml>

                """)
    }

    /// Names that would end the element, begin another, or be no XML at all.
    @Test func hostileNamesStayNames() {
        let names = ["</data><script>alert(1)</script>", "a&b\"'\u{0}\u{1B}\u{FFFE}\n]]>", "=cmd()|x"]
        let text = String(decoding: GraphML.bytes(of: file(names)), as: UTF8.self)
        #expect(text.contains("&lt;/data&gt;&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(text.contains("a&amp;b&quot;'\u{FFFD}\u{FFFD}\u{FFFD}&#10;]]&gt;"))
        #expect(!text.contains("<script") && !text.contains("\u{0}") && !text.contains("\u{1B}"))
        let document = HTMLDocument(parsing: Array(text.utf8))
        #expect(document.elements(named: "script").isEmpty && document.elements(named: "node").count == 3)
    }

    @Test func spreadsheetsGetNoFormulas() {
        let csv = String(decoding: TableFile.bytes(of: file(["=cmd()|x", "@b\",\n"]).edges), as: UTF8.self)
        #expect(csv.contains("'=cmd()|x") && csv.contains("\"'@b\"\",\n\""))
    }
}
