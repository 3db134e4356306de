import Testing

@testable import Clean

@Suite struct CSVTests {
    @Test(
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n", [["1", "2"]]), ("a,b\n1,2", [["1", "2"]]),
            ("a\n\"x, \"\"y\"\"\"\n", [["x, \"y\""]]), ("a,b\n\"line\nbreak\",2\n", [["line\nbreak", "2"]]),
            ("a,b\n,\n", [["", ""]]), ("a\n\n\n1\n", [["1"]]), ("a\n\"open", [["open"]]),
            ("a\n\"x\"y,2\n", [["xy", "2"]]),
            ("a,b\n1\n", [["1"]]), ("a\n", []), ("", []), ("\u{FEFF}a\nå\n", [["å"]]),
        ] as [(String, [[String]])])
    func reads(_ text: String, _ rows: [[String]]) {
        let table = CSV(Array(text.utf8))
        #expect(table.rows == rows)
        #expect(table.header.first == (text.isEmpty ? nil : "a"))
    }

    @Test func bytesThatAreNoTextAreMarked() {
        #expect(CSV([0x61, 0x0A, 0xFF, 0x0A]).rows == [["\u{FFFD}"]])
    }

    @Test func findsColumnsByAnyOfTheirNames() {
        let table = CSV(Array("id,b\n".utf8))
        #expect(table.column("x", "b") == 1)
        #expect(table.column("x") == nil)
    }
}
