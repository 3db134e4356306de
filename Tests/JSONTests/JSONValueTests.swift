import Testing

@testable import JSON

@Suite struct JSONValueTests {
    @Test(arguments: [
        #"{"a":[1,2.5,null,true],"b":{"c":"d"}}"#, "[]", "{}", "0", #""</script>""#, #"["\u2028"]"#,
        "-9223372036854775808",
        #"{"":""}"#, "1e300", "0.1",
    ])
    func whatIsWrittenIsReadBackTheSame(_ text: String) throws {
        let value = try JSONValue.parse(text)
        #expect(try JSONValue.parse(value.bytes) == value)
        #expect(try JSONValue.parse(value.bytes).text == value.text)
    }

    @Test func keysAreSortedAndTheLastOfTwoStays() throws {
        #expect(try JSONValue.parse(#"{"b":1,"a":2,"b":3}"#).text == #"{"a":2,"b":3}"#)
    }

    @Test func wholeNumbersStayWhole() throws {
        #expect(try JSONValue.parse("[9007199254740993, 1.0]").text == "[9007199254740993,1]")
    }

    @Test func aBrokenTextNamesItsFault() {
        #expect(
            JSONError(.notJSON("unclosed string"), at: "page 12").description == "page 12: not JSON: unclosed string")
        #expect(JSONError(.invalidUTF8).description == "not JSON: the text is not UTF-8")
    }

    @Test func mutatedTextsAreReadOrRefusedButNeverCrash() throws {
        let original = Array(#"{"id":"a/b","tags":["en",{"x":[1,2.5e3,null]}],"n":-12,"s":"\u00e9\\n"}"#.utf8)
        var state: UInt64 = 42
        func random(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        var read = 0
        for _ in 0..<20_000 {
            var bytes = original
            for _ in 0..<(1 + random(3)) {
                switch random(3) {
                case 0: bytes[random(bytes.count)] = UInt8(random(256))
                case 1: bytes.remove(at: random(bytes.count))
                default: bytes.insert(UInt8(random(256)), at: random(bytes.count + 1))
                }
            }
            // A refusal is one of the two right answers here, so its text does not matter.
            if let value = try? JSONValue.parse(bytes) {
                read += 1
                #expect(try JSONValue.parse(value.bytes).text == value.text)
            }
        }
        #expect(read > 100 && read < 19_900)
    }
}
