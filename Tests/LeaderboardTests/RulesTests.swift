import Catalog
import Core
import Sources
import Testing

@testable import Leaderboard

@Suite struct RulesTests {
    private static let scores = "IFEval,BBH,MATH Lvl 5,GPQA,MUSR,MMLU-PRO"

    /// The row of a table with one record.
    private func row(_ header: String, _ cells: String) throws -> LeaderboardRow? {
        let columns = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let values = cells.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        var counts = DiagnosticCounts()
        let rules = ResultRules(schema: try TableSchema(columns, at: "t"), source: "s")
        return rules.row({ $0 < values.count ? values[$0] : nil }, into: &counts)
    }

    @Test(
        "a type is told by its words, whole, or by its symbol",
        arguments: [
            ("pretrained", "pretrained"), ("🟢 pretrained", "pretrained"), ("🟢", "pretrained"),
            ("continuouslypretrained", "continuously pretrained"), ("🟩", "continuously pretrained"),
            ("🟩 continuously pretrained", "continuously pretrained"), ("chatmodels", "chat"),
            ("💬 chat models (RLHF, DPO, IFT, ...)", "chat"), ("fine-tunedondomain-specificdatasets", "fine-tuned"),
            ("🔶 fine-tuned on domain-specific datasets", "fine-tuned"), ("basemergesandmoerges", "merge"),
            ("🌸 multimodal", "multimodal"), ("❓other", "other"), ("⭕ instruction-tuned", "instruction-tuned"),
            ("?", nil), ("something new", nil), ("", nil),
        ] as [(String, String?)])
    func types(_ cell: String, _ label: String?) {
        let type = ModelType(cell)?.rawValue
        #expect(type == label)
    }

    @Test("a score beyond 100 points either way is none, and counted", arguments: ["101", "1e12", "-1e12", "100.01"])
    func scores(_ cell: String) throws {
        let names = ("model,average,\(Self.scores)").split(separator: ",").map(String.init)
        var counts = DiagnosticCounts()
        let rules = ResultRules(schema: try TableSchema(names, at: "t"), source: "s")
        let cells = ["a/b", cell, "100", cell, "-3", "0", "1", "2"]
        let row = try #require(rules.row({ cells[$0] }, into: &counts))
        #expect(row.average == nil)
        #expect(row.scores.sorted { $0.benchmark < $1.benchmark }.map(\.normalized) == [nil, 0, 100, -3, 2, 1])
        #expect(counts.byIdentifier["leaderboard.score"]?.count == 2)
    }

    @Test(
        "numbers lose their units; what is no number is unknown",
        arguments: [
            ("35.20 %", 35.2), ("3.24 kg", 3.24), ("12.5", 12.5), (" 7 ", 7), ("-1", -1), ("", nil), ("nan", nil),
            ("inf", nil), ("a %", nil),
        ] as [(String, Double?)])
    func numbers(_ cell: String, _ value: Double?) {
        let number = Cell.number(cell)
        #expect(number == value)
    }

    @Test(
        arguments: [("7.242", 7_242_000_000), ("0", nil), ("-1", nil), ("-1.0", nil), ("1e12", nil), ("x", nil)]
            as [(String, Int?)])
    func parameters(_ cell: String, _ count: Int?) { #expect(Cell.parameters(cell) == count) }

    @Test(
        arguments: [
            ("acme/m-1", "acme/m-1"), ("gpt2", "gpt2"), (" acme/m ", "acme/m"), ("acme/m 📑", "acme/m"),
            ("🟢 acme/m", "acme/m"),
            ("<a href=\"https://x.example/acme/m\" style=\"a:b;\">acme/m</a>  <a>📑</a>", "acme/m"),
            ("<script>alert(1)</script>", nil), ("two words here", nil), ("", nil), (nil, nil),
        ] as [(String?, String?)])
    func models(_ cell: String?, _ name: String?) { #expect(Cell.model(cell) == name) }

    @Test(arguments: [
        ("Average ⬆️", "average"), ("Average ⬆", "average"), ("CO₂ cost (kg)", "co2costkg"), ("#Params (B)", "paramsb"),
        ("params_b", "paramsb"), ("Hub ❤️", "hub"), ("Maintainer's Highlight", "maintainershighlight"),
    ])
    func columns(_ name: String, _ plain: String) { #expect(ColumnName.plain(name) == plain) }

    @Test("the last form of v2 says what it means; is_not_available_on_hub means available")
    func lastForm() throws {
        let row = try row(
            "fullname,Average ⬆️,\(Self.scores),Flagged,MoE,Merged,features_is_not_available_on_hub,CO₂ cost (kg)",
            "a/b,1,2,3,4,5,6,7,True,True,False,true,-1")
        #expect(row?.isFlagged == true)
        #expect(row?.isMixtureOfExperts == true)
        #expect(row?.isMerged == false)
        #expect(row?.isAvailable == true)
        #expect(row?.co2Kg == nil)
        #expect(row?.scores.first { $0.benchmark == "math" }?.normalized == 4)
    }

    @Test("as long as v2 had not_merged, its flagged and moe said no for yes")
    func earlyForm() throws {
        let row = try row(
            "fullname,average,\(Self.scores),flagged,moe,not_merged", "a/b,1,2,3,4,5,6,7,TRUE,FALSE,TRUE")
        #expect(row?.isFlagged == false)
        #expect(row?.isMixtureOfExperts == true)
        #expect(row?.isMerged == false)
    }

    @Test("v1 says no for yes three times, its scores are shares, and 0 billion is unknown")
    func v1() throws {
        let row = try row(
            "model,average,arc,hellaswag,mmlu,truthfulqa,winogrande,gsm8k,flagged,moe,merged,params_b,date",
            "gpt2,50,60,1,2,3,4,5,TRUE,TRUE,TRUE,0,2024-05-05T12:22:44Z")
        #expect(row?.version == "v1")
        #expect(row?.isFlagged == false)
        #expect(row?.isMixtureOfExperts == false)
        #expect(row?.isMerged == false)
        #expect(row?.parameters == nil)
        #expect(row?.submittedOn == Day("2024-05-05"))
        #expect(row?.scores.first == .init(benchmark: "arc", raw: 0.6))
    }

    @Test("what the key is made of")
    func key() throws {
        let row = try row(
            "fullname,average,\(Self.scores),Precision,Model sha,Chat Template",
            "a/b,1,2,3,4,5,6,7,bfloat16,c0ffee,True")
        #expect(row?.key == "a/b_bfloat16_c0ffee_True")
    }

    @Test("columns nobody knows are passed over, all that are needed and missing are named")
    func schema() {
        #expect(throws: Never.self) {
            try TableSchema(["model", "average", "new", "ifeval", "bbh", "math", "gpqa", "musr", "mmlu_pro"], at: "t")
        }
        let missing = { (name: String) in SourceError(.changed("t has no column for \(name)"), at: "leaderboard") }
        let most = ["ifeval", "bbh", "math", "gpqa", "musr"]
        #expect(throws: missing("mmlu_pro")) { try TableSchema(["model", "average"] + most, at: "t") }
        #expect(throws: missing("average and mmlu_pro")) { try TableSchema(["model"] + most, at: "t") }
        #expect(throws: missing("model, average and mmlu_pro")) { try TableSchema(most, at: "t") }
    }
}
