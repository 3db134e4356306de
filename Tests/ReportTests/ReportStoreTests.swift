import Foundation
import JSON
import Report
import Testing

@Suite struct ReportStoreTests {
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
