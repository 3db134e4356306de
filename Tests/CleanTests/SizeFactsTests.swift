import Archive
import Catalog
import Core
import Markup
import Testing

@testable import Clean

@Suite struct SizeFactsTests {
    private func fact(_ url: String, _ body: String, _ format: String) -> ArchivedPage {
        ArchivedPage(
            walk: "w/1", url: url, fetchedAt: Instant("2026-11-21T00:00:00Z")!, format: format, body: Array(body.utf8))
    }

    private func stated(_ html: String) -> Int? {
        ModelPageSize.parameters(in: HTMLDocument(parsing: Array(html.utf8)))
    }

    @Test(
        arguments: [
            ("<div>Model size</div><div>7.62B params</div>", 7_620_000_000),
            ("<p>Model\n size <b>494M</b>\tparams", 494_000_000), ("<p>Model size 1.1 T params", 1_100_000_000_000),
            ("<p>Model size 22.7k params", 22_700), ("<p>Model size 1,024 params", 1024),
            ("<p>Model size</p>", nil), ("<p>Model size unknown params", nil), ("<p>Model size -3B params", nil),
            ("<p>Model size 1e9 params", nil), ("<p>Model size 7.6.2B params", nil), ("", nil),
            ("<p>model card size 7B params", nil), ("<p>Model size B params", nil),
            // What the owner wrote, and what no reader sees.
            ("<div class='x prose'>Model size 9B params</div><p>Model size 2B params", 2_000_000_000),
            ("<script>Model size 9B params</script>", nil),
        ] as [(String, Int?)])
    func readsTheHubsOwnWords(_ html: String, _ parameters: Int?) {
        #expect(stated("<html><body>\(html)</body></html>") == parameters)
    }

    @Test func aPageFillsOnlyTheGap() throws {
        let words = "<html><body><p>Model size</p><p>7.62B params</p></body></html>"
        let (catalog, _) = try clean([
            page(
                #"[{"id":"a/x","likes":1},{"id":"a/y-2b","likes":1},{"id":"a/z","likes":1,"safetensors":{"total":5}},{"id":"openai-community/gpt2","likes":1}]"#
            ),
            fact("https://h/a/x", words, "hub-model-page"), fact("https://h/a/y-2b", words, "hub-model-page"),
            fact("https://h/a/z", words, "hub-model-page"), fact("https://h/gpt2", words, "hub-model-page"),
            // A later reading of the same page stands.
            fact("https://h/a/x", words.replacing("7.62B", with: "8B"), "hub-model-page"),
        ])
        let found = try ["a/x", "a/y-2b", "a/z", "openai-community/gpt2"].map { try catalog.model($0) }
        #expect(found.map(\.?.parameters) == [8_000_000_000, 7_620_000_000, 5, 7_620_000_000])
        #expect(found.map(\.?.parametersFrom) == [.page, .page, .safetensors, .page])
        #expect(try catalog.diagnostics().isEmpty)
    }

    @Test func bytesOfTheMainBranchAreKept() throws {
        let at = "https://h/api/models/a/x/treesize/main/"
        let (catalog, _) = try clean([
            page(#"[{"id":"a/x","likes":1},{"id":"a/y","likes":1}]"#),
            fact(at, #"{"path":"","size":100}"#, "hub-treesize"),
            fact(at, #"{"path":"","size":120}"#, "hub-treesize"),
            fact("https://h/api/models/a/y/treesize/main/", #"{"path":"","size":-1}"#, "hub-treesize"),
        ])
        #expect(try catalog.model("a/x")?.treeSizeBytes == 120)
        #expect(try catalog.model("a/y")?.treeSizeBytes == nil)
        #expect(try catalog.diagnostics().map(\.identifier) == ["field.negative"])
    }

    @Test func whatIsNoAnswerIsCounted() throws {
        let deep = String(repeating: "<div>", count: 20_000) + "Model size 7B params"
        let huge = String(repeating: " ", count: ModelPageSize.mostBytes + 1)
        let (catalog, _) = try clean([
            page(#"[{"id":"a/x","likes":1}]"#),
            fact("https://h/api/models/a/x/treesize/main/", "<html>busy", "hub-treesize"),
            fact("https://h/api/models/a/x/treesize/main/", #"{"bytes":1}"#, "hub-treesize"),
            fact("https://h/api/models/%3Cb%3E/treesize/main/", #"{"size":1}"#, "hub-treesize"),
            fact("https://h/a/x", deep, "hub-model-page"), fact("https://h/a/x", huge, "hub-model-page"),
            fact("https://h/a/x/y", "<p>Model size 7B params", "hub-model-page"),
            fact("https://h/a/x", "<p>Model size 999999999999T params", "hub-model-page"),
            fact("https://h/gone/gone", "<p>Model size 7B params", "hub-model-page"),
        ])
        #expect(try catalog.model("a/x")?.parameters == nil)
        let found = try catalog.diagnostics().map { "\($0.identifier) \($0.count)" }
        #expect(
            found == [
                "field.missing 1", "page.damaged 1", "page.tooLong 1", "parameters.implausible 1", "record.noID 2",
                "record.unlisted 1",
            ])
    }
}
