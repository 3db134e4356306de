import Testing

@testable import JSON

@Suite struct JSONDocumentTests {
    @Test func readsEveryKindOfValue() throws {
        let root = try JSONDocument.parse(
            #"{"s":"a\u00e9\n","i":-7,"d":2.5,"big":18446744073709551615,"t":true,"f":false,"n":null,"a":[1,[2],{}],"o":{"x":1}}"#
        ).root
        #expect(root["s"]?.string == "aé\n")
        #expect(root["i"]?.integer == -7)
        #expect(root["d"]?.number == 2.5)
        #expect(root["d"]?.integer == nil)
        #expect(root["big"]?.integer == nil)
        #expect(root["big"]?.number == 18446744073709551616)
        #expect(root["t"]?.bool == true)
        #expect(root["f"]?.bool == false)
        #expect(root["n"]?.isNull == true)
        #expect(root["a"]?.elements.map(\.kind) == [.integer, .array, .object])
        #expect(root["o"]?["x"]?.integer == 1)
        #expect(root["absent"] == nil)
        #expect(root.members.map { $0.key.string } == ["s", "i", "d", "big", "t", "f", "n", "a", "o"])
    }

    @Test func aWrongKindIsNilAndNotACrash() throws {
        let root = try JSONDocument.parse(#"["text",1,{"a":[]}]"#).root
        #expect(root["a"] == nil)
        #expect(root.string == nil)
        #expect(Array(root.members).isEmpty)
        let items = Array(root.elements)
        #expect(items[0].integer == nil && items[0].number == nil && items[0].bool == nil)
        #expect(items[1].string == nil && Array(items[1].elements).isEmpty)
        #expect(items[2].isNull == false)
    }

    @Test func viewsOutliveTheNamesOfTheirDocument() throws {
        func inner() throws -> JSONView { try JSONDocument.parse(#"[{"id":"kept"}]"#).root.elements.first! }
        #expect(try inner()["id"]?.string == "kept")
    }

    @Test func oneParserReadsManyTexts() throws {
        let parser = JSONParser()
        let documents = try (0..<50).map {
            try parser.parse(Array("[\($0),\"\(String(repeating: "x", count: $0 * 100))\"]".utf8))
        }
        for (i, document) in documents.enumerated() {
            #expect(document.root.elements.first?.integer == i)
        }
        #expect(throws: JSONError.self) { try parser.parse(Array("[".utf8)) }
        #expect(try parser.parse(Array("[1]".utf8)).root.elements.first?.integer == 1)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":}", "tru", "\"open", "[1] 2", "<html>", "{\"a\" 1}", "\"\\ud800\"", "nul", "[01]",
    ])
    func refusesWhatIsNotJSON(_ text: String) {
        #expect(throws: JSONError.self) { try JSONDocument.parse(text) }
    }

    @Test func namesMalformedNumbersAndBytesThatAreNoText() {
        for text in ["[-]", "[1-2-3-4]", "[12345678901234567890123-]", "[01234567890123456789012345]", "[1e999,-]"] {
            #expect(throws: JSONError(.malformedNumber)) { try JSONDocument.parse(text) }
        }
        #expect(throws: JSONError(.invalidUTF8)) { try JSONDocument.parse([0x22, 0xFF, 0x22]) }
    }

    /// One silly number costs neither the page nor its record.
    @Test(arguments: [
        ("123456789012345678901234567890", 1.2345678901234568e29), ("-99999999999999999999", -1e20), ("1e999", 9e307),
        ("-1e400", -9e307), ("18446744073709551616", 18446744073709551616.0),
    ])
    func numbersBeyond64BitsAreNumbersAndNothingWhole(_ number: String, _ value: Double) throws {
        let root = try JSONDocument.parse(#"[{"likes":\#(number)},{"likes":3,"note":"\#(number)"}]"#).root
        let items = Array(root.elements)
        #expect(items[0]["likes"]?.number == value)
        #expect(items[0]["likes"]?.integer == nil)
        #expect(items[1]["likes"]?.integer == 3)
        #expect(items[1]["note"]?.string == number)
    }

    @Test func aByteOrderMarkIsPassedOver() throws {
        #expect(try JSONDocument.parse("\u{FEFF}[1]").root.elements.first?.integer == 1)
        #expect(throws: JSONError.self) { try JSONDocument.parse("\u{FEFF}") }
    }

    @Test func limitsDepth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try JSONValue.parse(nested(200)).array?.count == 1)
        #expect(throws: JSONError.self) { try JSONValue.parse(nested(300)) }
        #expect(throws: JSONError.self) { try JSONValue.parse(nested(1_000_000)) }
    }
}
