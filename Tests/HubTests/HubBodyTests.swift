import Testing

@testable import Hub

@Suite struct HubBodyTests {
    @Test(
        arguments: [
            ("[]", .list, .good(records: 0)),
            (#"[{"id":"a"},{},{"tags":[1,2]}]"#, .list, .good(records: 3)),
            (" [1] \n", .list, .good(records: 1)),
            (#"[{},{"n":1e999}]"#, .list, .good(records: 2)),
            (#"[{"n":123456789012345678901234567890}]"#, .list, .good(records: 1)),
            (#"[{"tags":["\ud800"]}]"#, .list, .doubtful(records: 1)),
            ("[{\"id\":\"a\u{0}b\"}]", .list, .doubtful(records: 1)),
            (#"{"id":"a/b","n":"\ud800"}"#, .object, .doubtful(records: 1)),
            (
                #"{"error":"We had to rate limit your IP"}"#, .list,
                .bad("an object with an error: We had to rate limit your IP")
            ),
            (#"{"error":["a","b"]}"#, .list, .bad("an object with an error: a")),
            (#"{"errors":[{"message":"\u001b[2Jx"}]}"#, .list, .bad("an object with an error: \u{FFFD}[2Jx")),
            (#"{"id":"a/b"}"#, .object, .good(records: 1)),
            (#"{"error":"x"}"#, .object, .bad("an object with an error: x")),
            ("[]", .object, .bad("a JSON array")),
            ("7", .list, .bad("a JSON integer")),
        ] as [(String, HubShape, HubBody)])
    func bodies(text: String, shape: HubShape, verdict: HubBody) {
        #expect(HubBody.check(Array(text.utf8), is: shape) == verdict)
    }

    @Test(arguments: [
        "", "<!doctype html><html></html>", "[{\"id\":\"a\"},{\"id\":", "[1,2", "null,", "\0", #"[{"tags":["a"]"#,
    ])
    func whatIsNoJSON(text: String) {
        guard case .bad(let why) = HubBody.check(Array(text.utf8), is: .list) else {
            Issue.record("taken for good: \(text)")
            return
        }
        #expect(why.hasPrefix("not JSON"))
    }

    @Test func invalidUTF8InAWholePageIsForCleaning() {
        #expect(HubBody.check(Array("[{\"".utf8) + [0xFF] + Array("\":1}]".utf8), is: .list) == .doubtful(records: 1))
        guard case .bad = HubBody.check(Array("[{\"".utf8) + [0xFF], is: .list) else {
            Issue.record("a page that was cut off is taken for whole")
            return
        }
    }
}
