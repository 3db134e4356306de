import Testing

@testable import Hub

@Suite struct ExpandNamesTests {
    let refusal = #"Invalid option: expected one of "author"|"likes"|\"tags\""#

    @Test func namesThatTheServerKnows() {
        #expect(ExpandNames.allowed(in: refusal) == ["author", "likes", "tags"])
        #expect(ExpandNames.allowed(in: "no such thing") == [])
        #expect(ExpandNames.allowed(in: "") == [])
    }

    @Test func refusedNamesAreLeftOut() {
        let url = "https://h/api/models?limit=5&expand=likes&expand%5B%5D=gguf&expand=tags"
        let reduced = ExpandNames.reduced(url, refusal: refusal)
        #expect(reduced?.url == "https://h/api/models?limit=5&expand=likes&expand=tags")
        #expect(reduced?.dropped == ["gguf"])
    }

    @Test func withoutAListAllNamesGo() {
        let reduced = ExpandNames.reduced("https://h/a?expand=likes&limit=5", refusal: "bad request")
        #expect(reduced?.url == "https://h/a?limit=5&full=true")
        #expect(reduced?.dropped == ["likes"])
    }

    @Test func nothingToLeaveOutIsNoWayOut() {
        #expect(ExpandNames.reduced("https://h/a?expand=likes", refusal: refusal) == nil)
        #expect(ExpandNames.reduced("https://h/a?limit=0", refusal: refusal) == nil)
        #expect(ExpandNames.reduced("https://h/a", refusal: refusal) == nil)
    }
}
