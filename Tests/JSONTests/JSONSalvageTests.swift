import Testing

@testable import JSON

@Suite struct JSONSalvageTests {
    @Test(
        arguments: [
            (#"[{"id":"a"},{"id":"b"#, [#"{"id":"a"}"#]),
            (#"[{"a":"}]"},{"b":[{}]}]"#, [#"{"a":"}]"}"#, #"{"b":[{}]}"#]),
            (#"[{"a":"\"}"} , {}]"#, [#"{"a":"\"}"}"#, "{}"]), ("<html>", []), ("", []), ("[", []), ("[]", []),
            ("]]]]", []),
            (#"[[{"a":1}],{"b":2}]"#, [#"{"b":2}"#]), (#"{"a":{"b":1}}"#, [#"{"a":{"b":1}}"#]),
            (#"[{"a":1}] trailing {"b":2}"#, [#"{"a":1}"#]),
        ] as [(String, [String])])
    func savesWholeRecords(_ text: String, _ saved: [String]) {
        #expect(JSONSalvage.elements(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } == saved)
    }

    @Test(
        arguments: [
            ("[{},{}] \n", 2), ("[]", 0), (#"{"a":[{}]}"#, 1), ("[{},{}", nil), ("[{}] x", nil), ("<html>", nil),
            (#"[{"tags":["a"]"#, nil),
        ] as [(String, Int?)])
    func countsOnlyWhatIsWhole(_ text: String, _ count: Int?) {
        #expect(JSONSalvage.wholeCount(of: Array(text.utf8)) == count)
    }

    @Test(arguments: [
        (#"{"a":123456789012345678901234567890}"#, 1), (#"{"a":1e999,"b":-1e999}"#, 2),
        (#"{"a":18446744073709551615}"#, 0),
        (#"{"a":"123456789012345678901234567890"}"#, 0), (#"{"a":1.5e3,"b":true,"c":false}"#, 0),
        (#"{"a":"x\"1e999"}"#, 0),
    ])
    func replacesOnlyHugeNumbers(_ text: String, _ count: Int) throws {
        let (bytes, replaced) = JSONSalvage.withNumbersThatFit(text.utf8)
        #expect(replaced == count)
        #expect((String(decoding: bytes, as: UTF8.self) == text) == (count == 0))
        #expect(try JSONValue.parse(bytes)["a"] != nil)
    }
}
