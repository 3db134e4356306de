import Catalog
import Core
import Foundation
import Report
import Snapshot
import Statistics
import TestSupport
import Testing

@testable import Analysis

/// A result of one model, as a table has it.
private func result(
    _ model: String, _ parameters: Int?, _ average: Double, type: String = "chat", precision: String = "bfloat16",
    co2: Double? = 1
) -> LeaderboardRow {
    var row = LeaderboardRow(source: "table", board: "open-llm-leaderboard", version: "v2", model: model)
    (row.parameters, row.average, row.type, row.precision, row.co2Kg) = (parameters, average, type, precision, co2)
    row.scores = [
        .init(benchmark: "gpqa", raw: 0.3, normalized: average / 2),
        .init(benchmark: "bbh", raw: 0.4, normalized: average),
    ]
    return row
}

private func board(_ rows: [LeaderboardRow], hub: [String: LeaderboardModel] = [:], version: String = "v2")
    -> MeasuredBoard
{
    MeasuredBoard(title: "A board", day: Day("2025-03-21")!, version: version, rows: rows, hub: hub)
}

private func page(_ rows: [LeaderboardRow], hub: [String: LeaderboardModel] = [:]) -> Page {
    Benchmarks(boards: rows.isEmpty ? [] : [board(rows, hub: hub)]).page
}

/// Twenty models, ten times as large every five, with scores that a slope and a regular noise make.
private func ladder(_ slope: Double, noise: Double = 3, hub: [String: LeaderboardModel] = [:]) -> [LeaderboardRow] {
    (0..<20).map { i in
        let size = pow(10, 8 + Double(i) / 5)
        return result("a/m\(i)", Int(size), 30 + slope * Double(i) / 5 + noise * [1, -1, -1, 1][i % 4])
    }
}

@Suite struct BenchmarksTests {
    @Test(arguments: [
        (10.0, 3.0, "Mostly. Each tenfold in parameters adds 10.0 points on average (r = 0.97 over 20 models)."),
        (4, 6, "Partly. Each tenfold in parameters adds 4.0 points on average (r = 0.61 over 20 models)."),
        (-10, 3, "No. Each tenfold in parameters takes 10.0 points away on average (r = −0.97 over 20 models)."),
        (0, 3, "Nothing here says so: size and score go together no more than by chance (r = 0.00 over 20 models)."),
    ])
    func theAnswerFollowsTheNumbers(slope: Double, noise: Double, words: String) {
        let lede = page(ladder(slope, noise: noise)).lede.plain.unspaced
        #expect(lede.hasPrefix(words), "\(lede)")
    }

    @Test func saysWhatIsMissing() {
        #expect(page([]).lede.plain.contains("hubatlas collect leaderboard") && page([]).figures.isEmpty)
        let one = page([result("a/b", 7_000_000_000, 20)])
        let few = "of A board only one says how large it is: too few to tell whether size buys quality."
        #expect(one.lede.plain.unspaced == "Of 1 model \(few)")
        let equal = page((0..<9).map { result("a/b\($0)", 7_000_000_000, 20) })
        let unsized = page((0..<9).map { result("a/b\($0)", nil, Double($0)) })
        let flat = page((0..<9).map { result("a/b\($0)", ($0 + 1) * 1_000_000_000, 20) })
        for bare in [one, equal, unsized, flat] {
            #expect(bare.figures.isEmpty && bare.tables.isEmpty && bare.findings.isEmpty && bare.method.isEmpty)
            #expect(bare.lede.plain.contains("whether size buys quality"), "\(bare.lede.plain)")
        }
        #expect(unsized.lede.plain.unspaced.hasPrefix("Of 9 models of A board no size is known"))
        #expect(equal.lede.plain.unspaced.hasPrefix("Of 9 models of A board 9 say how large they are"))
    }

    @Test func aPartOfALeaderboardSpeaksWhereNoneIsWhole() throws {
        let catalog = try Catalog(path: ":memory:")
        let add = { (key: String, version: String, coverage: SourceRow.Coverage, day: String, count: Int) in
            try catalog.add(
                SourceRow(
                    key: key, title: key, day: Day(day)!, coverage: coverage, about: .leaderboard, rows: count))
            for var row in ladder(10).prefix(count) {
                (row.source, row.version) = (key, version)
                _ = try catalog.add(row)
            }
        }
        try add("part-2026", "v2", .slice, "2026-01-01", 9)
        try add("longer-part", "v2", .slice, "2025-01-01", 12)
        let part = try Benchmarks(catalog)
        #expect(part.boards.map(\.title) == ["longer-part"])
        #expect(
            part.page.figures.allSatisfy { $0.provenance.caveat.hasPrefix("Some of the leaderboard’s models only.") })
        try add("whole-v1", "v1", .whole, "2024-01-01", 15)
        #expect(try Benchmarks(catalog).boards.map(\.title) == ["whole-v1", "longer-part"])
        try add("whole-v2", "v2", .whole, "2024-06-01", 10)
        let whole = try Benchmarks(catalog)
        #expect(whole.boards.map(\.title) == ["whole-v2", "whole-v1"])
        #expect(whole.page.figures.first?.provenance.caveat.contains("only") == false)
    }

    @Test func aModelCountsOnceByItsBest() {
        let hub = ["gpt2": LeaderboardModel(repoID: "o/gpt2"), "o/gpt2": LeaderboardModel(repoID: "o/gpt2")]
        let rows = [
            result("a/b", 10, 20, precision: "float16"), result("a/b", 11, 25),
            result("a/b", 12, 25, precision: "float16"),
            result("gpt2", 5, 6), result("o/gpt2", 5, 7),
        ]
        let models = board(rows, hub: hub).models
        #expect(models.map(\.name) == ["a/b", "o/gpt2"] && models.map(\.average) == [25, 7])
        #expect(models[0].parameters == 11, "of equals the first")
    }

    @Test func doubtfulSizesWinNoRace() throws {
        let hub = ["a/tiny": LeaderboardModel(repoID: "a/tiny", parameters: 8_000_000_000)]
        let rows = [
            result("a/tiny", 7_000_000, 40), result("a/Big-14B", 8_000_000_000, 39),
            result("a/x-4bit", 1_000_000_000, 38),
            result("a/plain", 2_000_000_000, 10), result("a/good-7B", 7_600_000_000, 30),
            result("a/large-70b", 70_000_000_000, 35),
        ]
        let made = page(rows, hub: hub)
        let front = try #require(made.tables.first { $0.id == "front" })
        #expect(front.table.values["id"] == .texts(["a/plain", "a/good-7B", "a/large-70b"]))
        #expect(made.figures[0].notes.contains { $0.hasPrefix("The size of 3 models is in doubt") })
    }

    @Test func openAndGatedAreComparedAtTheSameSize() throws {
        let names = (0..<20).map { "a/m\($0)" }
        let hub = Dictionary(
            uniqueKeysWithValues: names.enumerated().map { i, name in
                (name, LeaderboardModel(repoID: name, gate: i % 2 == 0 ? .open : .manual))
            })
        let test = try #require(Benchmarks().gate(board(ladder(10), hub: hub)))
        #expect(test.welch.counts == (10, 10) && abs(test.welch.means.0 - 48) < 1e-9)
        // Gated ones are a step larger each; once size is accounted for nothing is left.
        let ancova = try #require(test.ancova)
        #expect(abs(test.welch.difference + 2) < 1e-9 && abs(ancova.step) < 0.5)
        let text = page(ladder(10), hub: hub).shows.map(\.plain.unspaced).joined()
        #expect(text.contains("no more than chance explains (Welch’s t = "))
        #expect(page(ladder(10)).shows.map(\.plain).joined().contains("hubatlas collect models"))
    }

    @Test func manyRowsAreSampledFairly() throws {
        let rows = (0..<2000).map { i in result("a/m\(i)", 100_000_000 + i * 5_000_000, Double((i * 37) % 60)) }
        let figure = try #require(page(rows).figures.first)
        #expect(figure.table.rowCount == Benchmarks.inline && figure.liveTable?.rowCount == 2000)
        guard case .texts(let names)? = figure.table.values["id"] else { Issue.record("no names"); return }
        #expect(Set(names).count == Benchmarks.inline && names.contains("a/m0") && names.contains("a/m1999"))
        // As many of the larger half as of the smaller.
        let larger = names.count { Int($0!.dropFirst(3))! >= 1000 }
        #expect((130...170).contains(larger))
        guard case .table(let whole)? = figure.chart.options["whole"] else { Issue.record("no sums"); return }
        #expect(Double(whole["n"] ?? "") == 2000)
    }
}

/// The bundled snapshot's leaderboards.
@Suite struct BundledBenchmarksTests {
    private static let benchmarks = Result {
        let catalog = try Catalog(path: ":memory:")
        try SnapshotStage.load(Repository.path("assets/snapshot"), into: catalog)
        _ = try catalog.joinModels(
            named: catalog.distinctTexts("model", of: "leaderboard_results"), of: "leaderboard",
            legacy: [(old: "gpt2", new: "openai-community/gpt2")])
        return try Benchmarks(catalog)
    }

    /// The figures that were counted from the table of 2025-03-21 by other means.
    @Test func everyResultGivesTheKnownCorrelations() throws {
        let board = try #require(try Self.benchmarks.get().boards.first)
        #expect(board.results.count == 4576 && board.version == "v2")
        let all = try #require(SizeAndScore(board.results.pairs()))
        #expect(all.n == 4566)
        #expect(abs(all.linear.r - 0.4330) < 5e-5 && abs(all.logarithmic.r - 0.6331) < 5e-5)
        let v1 = try #require(try Self.benchmarks.get().boards.last)
        let old = try #require(SizeAndScore(v1.results.pairs()))
        #expect(old.n == 6545 && abs(old.linear.r - 0.2209) < 5e-5 && abs(old.logarithmic.r - 0.4071) < 5e-5)
    }

    @Test func thePageAnswers() throws {
        let page = try Self.benchmarks.get().page
        #expect(
            page.lede.plain.unspaced.hasPrefix(
                "Partly. Each tenfold in parameters adds 13.8 points on average (r = 0.63 over 4,486 models)."))
        #expect(
            page.figures.map(\.id) == ["benchmarks", "benchmarks-types", "benchmarks-efficiency", "benchmarks-cost"])
        #expect(page.tables.map(\.id) == ["by-benchmark", "front", "open-gated", "per-kilogram", "boards"])
        #expect(page.figures.allSatisfy { $0.table.rowCount <= 500 && ($0.liveTable?.rowCount ?? 0) <= 20_000 })
        #expect(page.findings.map(\.id) == ["benchmarks.size", "benchmarks.gated"])
    }
}
