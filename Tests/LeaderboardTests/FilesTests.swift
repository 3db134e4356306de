import Archive
import Catalog
import Collect
import Core
import Foundation
import Numerics
import Sources
import TestSupport
import Testing

@testable import Leaderboard

@Suite struct FilesTests {
    /// A catalog of one file.
    private func imported(_ path: String, on day: String = "2025-03-21") throws -> (Catalog, source: String) {
        let folder = try TemporaryFolder()
        let archive = try Archive(at: "\(folder.path)/archive", mode: .write)
        let format = try Leaderboard().format(ofFile: path, beginning: try CollectStage.beginning(ofFile: path))
        _ = try CollectStage.importFile(path, format: format, into: archive, fetchedAt: Instant("\(day)T00:00:00Z")!)
        let catalog = try Catalog(path: ":memory:")
        try Leaderboard().clean(archive, into: catalog, log: .silent)
        return (catalog, try #require(try catalog.sources().first?.key))
    }

    private func written(_ text: String, _ body: (String) throws -> Void) throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/t.csv"
        try Files.write(Array(text.utf8), to: path)
        try body(path)
    }

    private static let header = "\u{FEFF};fullname;Average ⬆️;IFEval;BBH;MATH;GPQA;MUSR;MMLU-PRO;Note;Note\r\n"

    @Test("results in all their oddities: semicolons, BOM, a column without name, two of one name, quoted line breaks")
    func oddities() throws {
        try written(
            Self.header + "0;a/b;1,5;1;2;3;4;5;6;\"two\r\nlines\";x\r\n1;a/b;2.5 %;1;2;3;4;5;6;;\r\n"
                + "1;a/b;2.5 %;1;2;3;4;5;6;;\r\n2;c/d;3;1\r\n"
        ) { path in
            let (catalog, source) = try imported(path)
            var rows: [LeaderboardRow] = []
            try catalog.forEachLeaderboardResult(of: source) { rows.append($0) }
            #expect(rows.map(\.model) == ["a/b", "a/b", "c/d"])
            #expect(rows.map(\.average) == [nil, 2.5, 3])
            #expect(rows[2].scores.filter { $0.normalized != nil }.map(\.benchmark) == ["ifeval"])
            let found = Dictionary(uniqueKeysWithValues: try catalog.diagnostics().map { ($0.identifier, $0.count) })
            #expect(
                found == [
                    "csv.namelessColumn": 1, "csv.duplicateHeader": 1, "csv.raggedRow": 1, "leaderboard.noAverage": 1,
                    "leaderboard.duplicate": 1,
                ])
        }
    }

    @Test("a file of something else is not taken, and what it lacks is named")
    func refusesOthers() throws {
        try written("date,downloads\n2024-01-01,7\n") { path in
            let missing = "model, average, bbh, gpqa, ifeval, math, mmlu_pro and musr"
            #expect(throws: SourceError(.notTaken("\(path) has no column for \(missing)"), at: "leaderboard")) {
                try imported(path)
            }
        }
        try written(#"[{"model":{"name":"a/b"}}]"#) { path in
            let missing = "average, bbh, gpqa, ifeval, math, mmlu_pro and musr"
            #expect(throws: SourceError(.notTaken("\(path) has no column for \(missing)"), at: "leaderboard")) {
                try imported(path)
            }
        }
    }

    @Test("what a v1 table lacks is named with v1's names; a file of one row is no whole listing")
    func shortFiles() throws {
        try written("Model,HellaSwag,ARC,MMLU\na/b,1,2,3\n") { path in
            let missing = "average, gsm8k, truthfulqa and winogrande"
            #expect(throws: SourceError(.notTaken("\(path) has no column for \(missing)"), at: "leaderboard")) {
                try imported(path)
            }
        }
        let header = "Model,Average,HellaSwag,ARC,MMLU,GSM8K,TruthfulQA,Winogrande\n"
        for (rows, coverage) in [(1, SourceRow.Coverage.slice), (99, .slice), (100, .whole)] {
            try written(header + (0..<rows).map { "a/b-\($0),1,2,3,4,5,6,7\n" }.joined()) { path in
                let source = try #require(try imported(path).0.sources().first)
                #expect(source.coverage == coverage && source.rows == rows)
                #expect(source.note.contains("Some models only.") == (coverage == .slice))
            }
        }
    }

    /// Correlations of the recorded tables, as their README states them.
    struct Reference: Sendable, CustomStringConvertible {
        var file: String
        var results: Int
        var sized: Int
        var r: Double
        var log10: Double
        var co2: Double?

        var description: String { file }
    }

    @Test(
        "recorded tables of every generation give their reference figures",
        arguments: [
            Reference(
                file: "leaderboard-v2-2025-03-21.csv", results: 4576, sized: 4566, r: 0.4330, log10: 0.6331, co2: 0.7201
            ),
            Reference(
                file: "leaderboard-v2-2025-03-21.json.zst", results: 4576, sized: 4566, r: 0.4330, log10: 0.6331,
                co2: 0.7201),
            Reference(file: "leaderboard-v2-2024-09-30.csv", results: 1258, sized: 1200, r: 0.5364, log10: 0.5867),
            Reference(
                file: "leaderboard-v2-original-columns-2025-02.csv.zst", results: 3827, sized: 3822, r: 0.4539,
                log10: 0.6590),
            Reference(file: "leaderboard-v1-2024-06.csv.zst", results: 7169, sized: 6545, r: 0.2209, log10: 0.4071),
        ])
    func reference(_ wanted: Reference) throws {
        guard let path = Repository.shared("data/\(wanted.file)", for: "the correlations of \(wanted.file)") else {
            return
        }
        let (catalog, source) = try imported(path)
        var rows: [LeaderboardRow] = []
        try catalog.forEachLeaderboardResult(of: source) { rows.append($0) }
        #expect(rows.count == wanted.results)
        let sized = rows.filter { $0.parameters != nil && $0.average != nil }
        #expect(sized.count == wanted.sized)
        let size = sized.map { Double($0.parameters!) / 1e9 }
        let average = sized.map { $0.average! }
        #expect(abs(try #require(pearson(size, average)) - wanted.r) < 0.00005)
        #expect(abs(try #require(pearson(size.map(log10), average)) - wanted.log10) < 0.00005)
        if let co2 = wanted.co2 {
            let priced = sized.filter { $0.co2Kg != nil }
            let r = pearson(priced.map { Double($0.parameters!) / 1e9 }, priced.map { $0.co2Kg! })
            #expect(abs(try #require(r) - co2) < 0.00005)
        }
        #expect(try catalog.diagnostics().filter { $0.identifier.hasPrefix("leaderboard.no") }.isEmpty)
        #expect(try catalog.sources().first?.coverage == .whole)
    }

    @Test("the final table's types, flags and availability")
    func finalTable() throws {
        guard let path = Repository.shared("data/leaderboard-v2-2025-03-21.csv", for: "types of the final table") else {
            return
        }
        let (catalog, source) = try imported(path)
        var types: [String: Int] = [:]
        var (available, merged, flagged) = (0, 0, 0)
        try catalog.forEachLeaderboardResult(of: source) { row in
            types[row.type ?? "", default: 0] += 1
            if row.isAvailable == true { available += 1 }
            if row.isMerged == true { merged += 1 }
            if row.isFlagged == true { flagged += 1 }
        }
        #expect(
            types == [
                "fine-tuned": 1785, "merge": 1724, "chat": 718, "pretrained": 275, "continuously pretrained": 58,
                "multimodal": 9, "other": 7,
            ])
        #expect("\(available) \(merged) \(flagged)" == "2893 715 1")
        #expect(try catalog.newestLeaderboard("open-llm-leaderboard", "v2") == source)
    }

    @Test("inverted columns come out right way round: 41 of 1,258 are mixtures of experts, none is flagged")
    func invertedColumns() throws {
        guard let path = Repository.shared("data/leaderboard-v2-2024-09-30.csv", for: "inverted columns") else {
            return
        }
        let (catalog, source) = try imported(path)
        var (experts, flagged, merged) = (0, 0, 0)
        try catalog.forEachLeaderboardResult(of: source) { row in
            if row.isMixtureOfExperts == true { experts += 1 }
            if row.isFlagged == true { flagged += 1 }
            if row.isMerged == true { merged += 1 }
        }
        #expect("\(experts) \(flagged) \(merged)" == "41 0 218")
    }

    @Test("a browser's table: percent, kilograms, symbols, a comma at every line's end; 36 of its 42 rows are distinct")
    func scrape() throws {
        guard let path = Repository.shared("data/leaderboard-scrape-2025-11.csv", for: "a browser's table") else {
            return
        }
        let (catalog, source) = try imported(path, on: "2025-11-01")
        var rows: [LeaderboardRow] = []
        try catalog.forEachLeaderboardResult(of: source) { rows.append($0) }
        #expect(rows.count == 36)
        #expect(rows.first?.model == "openai-community/gpt2")
        #expect(rows.first?.average == 6.51)
        #expect(rows.first?.co2Kg == 0.09)
        #expect(rows.first?.type == "pretrained")
        #expect(try catalog.diagnostics().map { "\($0.identifier) \($0.count)" } == ["leaderboard.duplicate 6"])
        #expect(try catalog.sources().first?.coverage == .slice)
        #expect(try catalog.newestLeaderboard("open-llm-leaderboard", "v2") == source, "where none is whole, a part")
    }
}
