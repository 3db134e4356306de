import Testing

@testable import Collect

@Suite struct RecordSplitterTests {
    /// Pages as texts, with the input cut into pieces of so many bytes.
    func split(_ text: String, _ rule: RecordSplitter.Rule, pieces: Int) throws -> [String] {
        var splitter = RecordSplitter(rule, recordsPerPage: 2)
        var pages: [String] = []
        let emit = { (page: [UInt8], count: Int) in pages.append("\(count): \(String(decoding: page, as: UTF8.self))") }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try splitter.push(bytes[start..<min(start + pieces, bytes.count)], emit: emit)
        }
        try splitter.finish(emit: emit)
        return pages
    }

    @Test(arguments: [1, 2, 3, 1000]) func lines(pieces: Int) throws {
        #expect(try split("a\nb\nc\n", .lines, pieces: pieces) == ["2: a\nb\n", "1: c\n"])
        #expect(try split("a\nb\nc", .lines, pieces: pieces) == ["2: a\nb\n", "1: c\n"])
        #expect(try split("a\nb\n", .lines, pieces: pieces) == ["2: a\nb\n"])
        #expect(try split("", .lines, pieces: pieces) == [])
    }

    @Test(arguments: [1, 2, 3, 1000]) func csvPagesCarryTheHeader(pieces: Int) throws {
        let text = "id,n\n\"a\nb\",1\n\"say \"\"hi\"\"\n\",2\nc,3"
        #expect(
            try split(text, .csv(lead: 0), pieces: pieces)
                == ["2: id,n\n\"a\nb\",1\n\"say \"\"hi\"\"\n\",2\n", "1: id,n\nc,3\n"])
        #expect(try split("id,n\n", .csv(lead: 0), pieces: pieces) == [])
    }

    @Test func csvPagesOfAFileFromASpreadsheet() throws {
        let text = "\u{FEFF}id;n\r\n\r\na;\"x\r\ny\"\r\nb;2\r\nc;3"
        #expect(
            try split(text, .csv(lead: 0), pieces: 3) == ["2: id;n\r\na;\"x\r\ny\"\r\nb;2\r\n", "1: id;n\r\nc;3\n"])
    }

    @Test func whatStandsAboveTheHeaderBeginsEachPageToo() throws {
        #expect(
            try split("sep=;\nid;n\na;1\nb;2\nc;3\n", .csv(lead: 1), pieces: 4)
                == ["2: sep=;\nid;n\na;1\nb;2\n", "1: sep=;\nid;n\nc;3\n"])
    }

    @Test func wholeIsOnePage() throws {
        #expect(try split("{\n}\n", .whole, pieces: 2) == ["1: {\n}\n"])
    }
}
