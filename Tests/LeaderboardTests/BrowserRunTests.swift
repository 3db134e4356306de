import CSV
import Catalog
import Core
import Foundation
import TestSupport
import Testing
import WebDriver

@testable import Leaderboard

/// A page that only script fills, read by a real browser.
@Suite(.serialized, .enabled(if: Browser.chrome.isInstalled, "skipped: no Chrome with chromedriver on PATH"))
struct BrowserRunTests {
    private func rows(_ path: String) throws -> [String] {
        let table = try CSVTable(try Files.read(path))
        let model = try #require(table.column("Model"))
        return table.rows.map { $0[model] }
    }

    @Test("finds exact names only, all results of each, and goes on behind what is there")
    func findsExactNames() async throws {
        let page = try BrowserPage()
        defer { page.stop() }
        let folder = try TemporaryFolder()
        let file = folder.path("rows.csv")
        let run = { (models: [String]) in
            try await BrowserRun(browser: .chrome, page: page.url(), models: models, file: file).run()
        }
        let said = try await run(["acme/model-1", "acme/chat-7b", "acme/model-1-instruc", "acme/nothing", "acme/twice"])
        #expect(said == "3 of 5 models found, 4 rows in \(file)")
        #expect(try rows(file) == ["acme/model-1", "Acme/Chat-7B", "acme/twice", "acme/twice"])
        let searched = page.searches.count

        #expect(try await run(["acme/model-1", "acme/model-299"]) == "2 of 2 models found, 5 rows in \(file)")
        #expect(
            page.searches.dropFirst(searched).allSatisfy { $0 == "acme/model-299" }, "what is there is not searched")
        #expect(try await run(["acme/model-1"]) == "all 1 models are in \(file) already")

        // One header; what the page writes stands as it is, and is a table like any other.
        let table = try CSVTable(try Files.read(file))
        #expect(table.header.names.first == "Rank")
        #expect(table.rows.count == 5)
        #expect(table.rows.allSatisfy { $0.last == "says \"hi\", twice" })
        #expect(table.diagnostics.total == 0)
        #expect(try Leaderboard().format(ofFile: file, beginning: try Files.read(file)) == "leaderboard-csv")
        var counts = DiagnosticCounts()
        let rules = ResultRules(schema: try TableSchema(table.header.names, at: file), source: "s")
        let first = rules.row({ table.rows[0][$0] }, into: &counts)
        #expect(first?.model == "acme/model-1")
        #expect(first?.average == 49.8)
        #expect(first?.type == "pretrained")
        #expect(first?.co2Kg == 0.09)
    }

    @Test("where the search is not heard, scrolling finds a row that was not there before")
    func scrolls() async throws {
        let page = try BrowserPage()
        defer { page.stop() }
        let folder = try TemporaryFolder()
        let file = folder.path("rows.csv")
        let said = try await BrowserRun(
            browser: .chrome, page: page.url(search: "ignored"), models: ["acme/model-250", "acme/twice"], file: file
        ).run()
        #expect(said == "2 of 2 models found, 3 rows in \(file)")
        #expect(try rows(file) == ["acme/model-250", "acme/twice", "acme/twice"])
    }

    @Test("a browser that crashes in the middle loses nothing, and the next run goes on")
    func survivesACrash() async throws {
        let page = try BrowserPage()
        defer { page.stop() }
        let folder = try TemporaryFolder()
        let file = folder.path("rows.csv")
        let models = ["acme/model-7", "acme/model-8", "acme/model-9"]
        let run = BrowserRun(browser: .chrome, page: page.url(), models: models, file: file)
        await #expect(throws: WebDriverError.self) {
            try await withBrowser(.chrome) { window in
                page.kill(try #require(window.browserProcess), atSearch: 2)
                _ = try await run.run(in: window)
            }
        }
        #expect(try rows(file) == ["acme/model-7"])
        // As when the power went in the middle of a line.
        try OpenFile(file, .append).append(Array("99,🟢,acme/mod".utf8))
        #expect(try await run.run() == "3 of 3 models found, 3 rows in \(file)")
        #expect(try rows(file) == models)
    }

    @Test("a run that is stopped closes its browser")
    func closesWhenStopped() async throws {
        let page = try BrowserPage()
        defer { page.stop() }
        let folder = try TemporaryFolder()
        let run = BrowserRun(
            browser: .chrome, page: page.url(), models: (0..<200).map { "acme/model-\($0)" },
            file: folder.path("rows.csv"))
        let seen = Counter()
        let task = Task {
            try await withBrowser(.chrome) { window in
                _ = seen.next("\(window.browserProcess ?? 0)")
                _ = try await run.run(in: window)
            }
        }
        while page.searches.count < 2 { try await Task.sleep(for: .milliseconds(50)) }
        task.cancel()
        await #expect(throws: (any Error).self) { try await task.value }
        let process = try #require(seen.names.first.flatMap(Int32.init))
        var isGone = false
        for _ in 0..<100 where !isGone {
            isGone = kill(process, 0) != 0
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(isGone)
        #expect(try rows(folder.path("rows.csv")).isEmpty == false)
    }

    @Test("a page without a table is said")
    func saysThatThereIsNoTable() async throws {
        let folder = try TemporaryFolder()
        let page = try BrowserPage()
        defer { page.stop() }
        await #expect(throws: WebDriverError.self) {
            try await withBrowser(.chrome) { window in
                var result = ResultPage(window)
                result.patienceSeconds = 0.5
                try await result.open(page.url().replacing("/space", with: "/nothing"))
            }
        }
        #expect(!Files.exists(folder.path("rows.csv")))
    }
}

@Suite struct ResultTableTests {
    @Test("reads what is drawn: links before texts, no padding rows, no columns without a name")
    func reads() {
        let table = ResultTable(
            """
            <table><thead><tr><th></th><th> Rank </th><th>Model</th></tr></thead><tbody><tr><td style="height:9px"></td></tr>
            <tr><td>pin</td><td>7</td><td><a href="https://huggingface.co/acme/m">ac…</a> 📑</td></tr>
            <tr><td>pin</td><td>8</td><td>plain&nbsp;<b>name</b></td></tr>
            <tr><td>pin</td><td>9</td></tr></tbody></table>
            """)
        #expect(table.header == ["Rank", "Model"])
        #expect(
            table.rows == [
                .init(model: "acme/m", cells: ["7", "acme/m"]), .init(model: "plain name", cells: ["8", "plain name"]),
            ])
        #expect(ResultTable("<p>nothing").rows.isEmpty)
        #expect(ResultTable("").header.isEmpty)
    }

    @Test("a file of other columns is not mixed with these")
    func refusesOtherColumns() throws {
        let folder = try TemporaryFolder()
        var file = try RowsFile(folder.path("rows.csv"))
        try file.begin(["Rank", "Model"])
        try file.append([["1", "a, b"]])
        var again = try RowsFile(folder.path("rows.csv"))
        #expect(again.models == ["a, b"])
        #expect(throws: (any Error).self) { try again.begin(["Rank", "Model", "New"]) }
        #expect(try Folder(reading: folder.path)["rows.csv"] == "Rank,Model\n1,\"a, b\"\n")
    }
}
