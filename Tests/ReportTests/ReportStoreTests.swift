import Foundation
import JSON
import Report
import Testing

@Suite struct ReportStoreTests {
    @Test func readsWhatItWroteInItsOrder() throws {
        try inFolder { folder in
            var second = samplePage
            second.id = "a-page"
            try ReportStore.write([samplePage, second], to: folder)
            #expect(try ReportStore.read(folder) == [samplePage, second])
        }
    }

    @Test(arguments: [
        ("pages.json", nil, "pages.json: there is no report here; run the analysis first"),
        ("pages.json", #"{"version":9,"pages":[]}"#, "report version 9, this program reads 1"),
        ("pages.json", #"{"version":1,"pages":["../secret"]}"#, "pages is not a list of page names"),
        ("evolution.json", nil, "evolution.json: there is no report here; run the analysis first"),
        ("evolution.json", "{", "evolution.json: is not JSON"),
        ("evolution.json", #"{"version":1}"#, "page.id is not a text"),
        ("evolution.json", #"[]"#, "has report version none"),
    ]) func namesTheDamagedFile(file: String, content: String?, message: String) throws {
        try inFolder { folder in
            try ReportStore.write([samplePage], to: folder)
            let url = URL(fileURLWithPath: "\(folder)/\(file)")
            if let content {
                try Data(content.utf8).write(to: url)
            } else {
                try FileManager.default.removeItem(at: url)
            }
            do {
                _ = try ReportStore.read(folder)
                Issue.record("a damaged report was read")
            } catch { #expect("\(error)".contains(message), "\(error)") }
        }
    }

    @Test func writesTheSameBytesTwiceAndRemovesWhatIsNoMore() throws {
        try inFolder { folder in
            var second = samplePage
            second.id = "growth"
            try ReportStore.write([samplePage, second], to: folder)
            let first = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/evolution.json"))
            try ReportStore.write([samplePage], to: folder)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/evolution.json")) == first)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                    "evolution.json", "pages.json",
                ])
        }
    }

    @Test func saysWhereItCannotWrite() throws {
        try inFolder { folder in
            let file = "\(folder)/file"
            try Data().write(to: URL(fileURLWithPath: file))
            #expect(throws: ReportError.self) { try ReportStore.write([samplePage], to: "\(file)/report") }
        }
    }
}

/// A folder of its own for one test, removed afterwards.
func inFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }  // A folder left behind fails no test.
    try work(folder)
}
