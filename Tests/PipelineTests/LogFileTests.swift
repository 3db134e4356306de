import Core
import JSON
import TestSupport
import Testing

@testable import Pipeline

private func line(_ text: String, level: Log.Level = .info, stage: String = "Site") -> LogLine {
    LogLine(at: Instant("2026-11-21T08:00:00Z")!, level: level, stage: stage, text: text, peakBytes: 1024)
}

@Suite struct LogFileTests {
    @Test func saysTheSameInThreeForms() {
        let line = line("a\u{1B}[2Jb\nc", level: .warning)
        #expect(line.plain == "Site: warning: a [2Jb c")
        #expect(line.dated == "2026-11-21T08:00:00Z warning Site: a [2Jb c")
        #expect(
            line.json.text
                == #"{"at":"2026-11-21T08:00:00Z","level":"warning","peakBytes":1024,"stage":"Site","text":"a\u001b[2Jb\nc"}"#
        )
    }

    @Test func shortensLongAddressesForPeopleOnly() {
        let address = "https://huggingface.co/api/models?" + String(repeating: "expand=tags&", count: 20)
        let line = line("\(address): status 504", level: .warning, stage: "Collect")
        #expect(line.plain == "Collect: warning: https://huggingface.co/api/models?…: status 504")
        #expect(line.dated.contains(address))
    }

    @Test func theRunsOwnLinesHaveNoStage() {
        #expect(line("[1/3] Clean", stage: "").plain == "[1/3] Clean")
    }

    @Test func goesOnWhereTheLastRunEnded() throws {
        try withTemporaryFolder { folder in
            for text in ["one", "two"] { try LogFile("\(folder)/log").write(line(text)) }
            #expect(
                try Folder(reading: folder)["log"]
                    == "2026-11-21T08:00:00Z info Site: one\n2026-11-21T08:00:00Z info Site: two\n")
        }
    }

    @Test func keepsOneOldFileAndNoMore() throws {
        try withTemporaryFolder { folder in
            let log = try LogFile("\(folder)/log", limitBytes: 100)
            for i in 1...20 { try log.write(line("line \(i)")) }
            let found = try Folder(reading: folder)
            #expect(found.names == ["log", "log.1"])
            #expect(found.files.values.allSatisfy { $0.count <= 100 })
            #expect(found["log"]?.contains("line 20") == true)
        }
    }
}
