import HTTP
import Testing

@Suite struct HTTPMessageTests {
    @Test func headerNamesCompareWithoutCase() {
        var headers: HTTPHeaders = ["Link": "<a>", "LINK": "<b>", "Age": "1"]
        #expect(headers["link"] == "<a>")
        #expect(headers.all("linK") == ["<a>", "<b>"])
        headers["link"] = "<c>"
        #expect(headers.all("Link") == ["<c>"])
        headers["age"] = nil
        #expect(headers["Age"] == nil)
        #expect(headers["li-nk"] == nil)
    }
}
