import Markup
import Testing

@Suite struct HTMLDocumentTests {
    func parse(_ html: String) -> HTMLDocument { HTMLDocument(parsing: Array(html.utf8)) }

    @Test func readsElementsAttributesAndText() {
        let page = parse(
            "<!doctype html>\n<html lang=en><body>\n<p ID='a' hidden>Hi <b>you</b> &amp; é</p></body></html>")
        #expect(page.problems == [])
        #expect(page.root["lang"] == "en")
        let paragraph = page.elements(named: "p")[0]
        #expect(paragraph["id"] == "a")
        #expect(paragraph["hidden"] == "")
        #expect(paragraph["class"] == nil)
        #expect(paragraph.text == "Hi you & é")
        #expect(paragraph.line == 3)
        #expect(paragraph.elements(named: "b").map(\.text) == ["you"])
    }

    @Test func knowsNewElements() {
        #expect(parse("<main><figure><svg viewBox='0 0 1 1'><path d='M0 0'/></svg></figure></main>").problems == [])
    }

    @Test(arguments: [
        ("<p>a\n<b>c</p>", 2), ("<p>a</i></p>", 1), ("<p id=a id=b>x</p>", 1),
    ])
    func reportsBrokenMarkup(html: String, line: Int) {
        let problems = parse(html).problems
        #expect(!problems.isEmpty)
        #expect(problems.first?.line == line)
    }

    @Test(arguments: ["", "   ", "\u{0}\u{1}", "<", "<!--", "plain", "<script>if (a < b) {", "\u{FEFF}<p>"])
    func alwaysGivesATree(html: String) { #expect(parse(html).root.name == "html") }

    @Test func readsInvalidUTF8() {
        let page = HTMLDocument(parsing: Array("<p>a".utf8) + [0xFF, 0xFE, 0x41] + Array("</p>".utf8))
        #expect(page.root.name == "html")
    }

    @Test func keepsWhatScriptsHold() {
        let page = parse(#"<script type="application/json">{"a":"<b>","c":1}</script>"#)
        #expect(page.problems == [])
        #expect(page.elements(named: "script").first?.text == #"{"a":"<b>","c":1}"#)
    }

    @Test func boundsDepth() {
        let deep = String(repeating: "<div>", count: 100_000)
        #expect(parse(deep).elements.count < 1000)
    }
}
