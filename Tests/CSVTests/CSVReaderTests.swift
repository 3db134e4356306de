import CSV
import Core
import TestSupport
import Testing

@Suite struct CSVReaderTests {
    @Test("the same rows, however the bytes are cut: also across the first 64 KiB", arguments: [1, 7, 4096, 1 << 20])
    func isBlindToPieces(pieces: Int) throws {
        let lines = (0..<4000).map { "\($0),\"say \"\"\($0)\"\"\r\nand more\",x\($0)\r\n" }
        let bytes = Array(("id,text,x\r\n" + lines.joined()).utf8)
        #expect(bytes.count > 1 << 17)
        let reader = CSVReader(named: "t")
        var rows: [[String]] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try reader.push(bytes[start..<min(start + pieces, bytes.count)]) { rows.append($0.texts) }
        }
        try reader.finish { rows.append($0.texts) }
        #expect(rows == (0..<4000).map { ["\($0)", "say \"\($0)\"\r\nand more", "x\($0)"] })
        #expect(reader.diagnostics.total == 0)
        #expect(reader.rowCount == 4000)
    }

    @Test("a quote that never closes costs its own line, no other, and no more memory than the bound")
    func boundsOpenQuotes() throws {
        let reader = CSVReader(named: "t", maxRecordBytes: 1 << 17)
        var ids: [String] = []
        try reader.push(Array("id,b\n1,\"open\n".utf8)[...]) { ids.append($0.text(0)!) }
        for i in 2..<40_000 { try reader.push(Array("\(i),plain text\n".utf8)[...]) { ids.append($0.text(0)!) } }
        // Told before the end: the reader did not wait for it.
        #expect(reader.diagnostics.byIdentifier["csv.unclosedQuote"]?.count == 1)
        try reader.finish { ids.append($0.text(0)!) }
        #expect(ids == (1..<40_000).map(String.init))
    }

    @Test("a file without lines is no table")
    func refusesEndlessLines() throws {
        let reader = CSVReader(named: "f.csv", maxRecordBytes: 1 << 17)
        #expect(throws: CSVError(.recordTooLong(limit: 1 << 17), at: "f.csv record 1")) {
            for _ in 0..<3 { try reader.push(Array(repeating: 0x61, count: 1 << 16)[...]) { _ in } }
        }
    }

    @Test("a line of a million commas is a ragged row")
    func boundsFields() throws {
        let reader = CSVReader(named: "t")
        var count = 0
        try reader.push(Array(("a,b\n" + String(repeating: ",", count: 1_000_000) + "1\n").utf8)[...]) {
            count = $0.count
        }
        try reader.finish { count = $0.count }
        #expect(count == 1_000_001)
        #expect(reader.diagnostics.byIdentifier["csv.raggedRow"]?.count == 1)
    }

    @Test("reads a file of many mebibytes in little memory")
    func streams() throws {
        let folder = try TemporaryFolder()
        let file = try OpenFile("\(folder.path)/big.csv", .append)
        try file.append(Array("id,text\n".utf8))
        let block = Array(String(repeating: "1,\"twenty letters, or so\"\n", count: 40_000).utf8)
        for _ in 0..<20 { try file.append(block) }
        let reader = CSVReader(named: "big.csv")
        var bytes = 0
        try reader.read("\(folder.path)/big.csv") { row in bytes += row.withBytes(1) { $0.count } ?? 0 }
        #expect(reader.rowCount == 800_000)
        #expect(bytes == 800_000 * 21)
    }

    @Test(
        "what the writer writes, the reader reads",
        arguments: [
            ["plain", "a,b", "say \"hi\"", "two\nlines", "", " space ", "\r", "å"], ["", "x"], [""], ["\""],
        ])
    func writes(fields: [String]) throws {
        let names = fields.indices.map { "c\($0)" }
        var bytes = Array(CSVWriter.line(names).utf8)
        CSVWriter.append(fields, to: &bytes)
        #expect(try CSVTable(bytes).rows == [fields])
    }
}
