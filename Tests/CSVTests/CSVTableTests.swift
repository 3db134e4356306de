import CSV
import Core
import Testing

@Suite struct CSVTableTests {
    @Test(
        "reads what RFC 4180 allows, and what the wild makes of it",
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n", [["1", "2"]]), ("a,b\r1,2\r", [["1", "2"]]),
            ("a,b\n1,2", [["1", "2"]]), ("a,b\n1,", [["1", ""]]),
            ("a,b\n\"x, \"\"y\"\"\",2\n", [["x, \"y\"", "2"]]), ("a,b\n\"line\nbreak\",2\n", [["line\nbreak", "2"]]),
            ("a,b\r\n\"line\r\nbreak\",2\r\n", [["line\r\nbreak", "2"]]),
            ("a,b\n,\n", [["", ""]]), ("a,b\n\n\r\n\n1,2\n\n", [["1", "2"]]), ("a\n\"\"\n", [[""]]),
            ("a,b\n\"x\"y,2\n", [["xy", "2"]]), ("a,b\n\"x\"y\"z\",2\n", [["xy\"z\"", "2"]]),
            ("a,b\n5\" nail,2\n", [["5\" nail", "2"]]), ("a,b\n\"\"\"\",2\n", [["\"", "2"]]),
            ("a,b\n1\n", [["1"]]), ("a,b\n1,2,3\n", [["1", "2", "3"]]), ("a\n", []), ("", []),
            ("\u{FEFF}a,b\nå,2\n", [["å", "2"]]), ("a;b\n1,5;2\n", [["1,5", "2"]]),
            ("a\tb\n1,5\t2;3\n", [["1,5", "2;3"]]),
            ("a,\"b;c;d\"\n1,2\n", [["1", "2"]]), ("a,b,\n1,2,\n", [["1", "2", ""]]),
            ("a\n\"open", [["\"open"]]), ("a,b\n1,\"open,2\n3,4\n", [["1", "\"open", "2"], ["3", "4"]]),
            ("a,b\n\"1\",\"x\"\"\n3,4\n", [["1", "\"x\"\""], ["3", "4"]]),
        ] as [(String, [[String]])])
    func reads(_ text: String, _ rows: [[String]]) throws {
        let table = try CSVTable(Array(text.utf8))
        #expect(table.rows == rows)
        #expect(table.header.names.first == (text.isEmpty ? nil : "a"))
    }

    @Test(
        "names what is wrong, once each time",
        arguments: [
            ("a,b\n1\n2,3\n", ["csv.raggedRow": 1]), ("a,b\n1,2,3\n", ["csv.raggedRow": 1]), ("a,b\n1,2,\n", [:]),
            ("a,b,\n1,2\n", [:]), ("a,b\n1,\"x\n", ["csv.unclosedQuote": 1]),
            (",b\n1,2\n", ["csv.namelessColumn": 1]), ("a,a,a\n1,2,3\n", ["csv.duplicateHeader": 2]),
            (" a , b\n1,2\n", [:]),
        ] as [(String, [String: Int])])
    func counts(_ text: String, _ expected: [String: Int]) throws {
        #expect(try CSVTable(Array(text.utf8)).diagnostics.byIdentifier.mapValues(\.count) == expected)
    }

    @Test(arguments: [
        ([",b", "column 1,b"]), (["a,a,a 2,a", "a,a 2,a 2 2,a 3"]), ([" a ,b ", "a,b"]),
        (["a,,", "a,column 2,column 3"]),
    ])
    func givesEveryColumnANameOfItsOwn(_ pair: [String]) throws {
        #expect(try CSVTable(Array((pair[0] + "\n").utf8)).header.names.joined(separator: ",") == pair[1])
    }

    @Test func findsColumnsByAnyOfTheirNames() throws {
        let table = try CSVTable(Array("id,b\n".utf8))
        #expect(table.column("x", "b") == 1)
        #expect(table.column("x") == nil)
    }

    @Test("one byte a letter is read as Windows-1252, what is UTF-8 beside it stays")
    func mendsLatin() throws {
        let table = try CSVTable(
            [0x61, 0x0A] + [0x63, 0x61, 0x66, 0xE9, 0x0A, 0x93, 0x94, 0x0A] + Array("å".utf8) + [0xE9])
        #expect(table.rows == [["café"], ["“”"], ["åé"]])
        #expect(table.diagnostics.byIdentifier["csv.encoding"]?.count == 3)
    }

    @Test("UTF-16 of either order is read, however it is cut", arguments: [true, false], [1, 2, 3, 1000])
    func readsUTF16(isBigEndian: Bool, pieces: Int) throws {
        let units = Array("\u{FEFF}a;b\r\n\"x;\n😀\";å\r\n".utf16)
        let bytes = units.flatMap {
            isBigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        let reader = CSVReader(named: "t")
        var rows: [[String]] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try reader.push(bytes[start..<min(start + pieces, bytes.count)]) { rows.append($0.texts) }
        }
        try reader.finish { rows.append($0.texts) }
        #expect(rows == [["x;\n😀", "å"]])
    }
}
