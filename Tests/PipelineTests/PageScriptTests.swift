import JSON
import TestSupport
import Testing
import WebDriver

/// The checks of the built site find what they look for.
@Suite(.enabled(if: whyNoBrowser == nil, whySkipped)) struct PageScriptTests {
    private let before = """
        <figure id="a" data-figure="a"><div data-stage><div class="still wide"><svg><text>12</text></svg></div></div>
          <details data-table><table><tbody><tr><td>12</td></tr></tbody></table></details>
        </figure>
        """
    private let now = """
        <!doctype html><meta name="viewport" content="width=device-width"><script>var odd = 1;</script>
        <figure id="a" data-figure="a"><div data-stage><div class="still wide"><svg><text>13</text></svg></div></div>
          <details data-table><table><tbody><tr><td>13</td></tr></tbody></table></details>
          <script type="application/json" data-figure-json>{}</script>
        </figure>
        <figure id="b" data-figure="b"><div data-stage></div>
          <script type="application/json" data-figure-json>{"shard":"b.js"}</script></figure>
        <a href="javascript:alert(1)">x</a><img alt="" onerror="alert(1)"><p style="width:900px">wide</p>
        """

    @Test func brokenPagesAreFound() async throws {
        let folder = try TemporaryFolder()
        try (["page.html": now] as Folder).write(to: folder.path)
        let html = JSONValue.string(before)
        try await withBrowser { window in
            try await window.resize(width: 390, height: 844, isPhone: true)
            try await window.open("file://\(folder.path)/page.html")
            #expect(try await window.texts(PageScript.unborn) == ["a: the still is left", "b: nothing drawn"])
            #expect(try await window.texts(PageScript.bare, [html]) == ["a: no narrow still"])
            #expect(try await window.texts(PageScript.foreignCode).count == 3)
            #expect(try await window.texts(PageScript.overflow).first == "the page is 908 wide")
            try await window.run("document.getElementById('b').remove()")
            #expect(try await window.texts(PageScript.differentTables, [html]) == [#"a: row 1 is "13", was "12""#])
            #expect(try await window.texts(PageScript.differentPictures, [html]) == ["a: not in the live drawing: 12"])
        }
    }
}
