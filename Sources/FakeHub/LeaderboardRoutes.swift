import Core
private import Foundation
import JSON
import Server

/// Results of an invented leaderboard: as its own service, as the dataset viewer, and as the Hub's live benchmarks give them.
extension World {
    /// Nil for a request that is none of a leaderboard's.
    func leaderboard(_ request: ServerRequest) throws(Refusal) -> ServerResponse? {
        switch request.path {
        case "/leaderboard/api/leaderboard/formatted":
            return ServerResponse(json: .array(leaderboardResults.map(\.formatted)))
        case "/datasets-server/rows": return try viewerRows(request)
        default: return try liveRanking(request.segments)
        }
    }

    private func viewerRows(_ request: ServerRequest) throws(Refusal) -> ServerResponse {
        guard request.value("dataset") == "open-llm-leaderboard/contents" else {
            throw Refusal(404, "The dataset does not exist, or is not accessible")
        }
        let length = try wholeNumber("length", in: request, default: 100, least: 0, most: 100)
        let offset = try wholeNumber("offset", in: request, default: 0, least: 0, most: 1_000_000)
        let all = leaderboardResults
        let rows = all.enumerated().dropFirst(offset).prefix(length).map { i, result -> JSONValue in
            ["row_idx": .integer(i), "row": result.row, "truncated_cells": []]
        }
        return ServerResponse(json: [
            "features": [], "rows": .array(Array(rows)), "num_rows_total": .integer(all.count),
            "num_rows_per_page": 100, "partial": false,
        ])
    }

    private func liveRanking(_ parts: [String]) throws(Refusal) -> ServerResponse? {
        guard parts.count == 5, parts.starts(with: ["api", "datasets"]), parts[4] == "leaderboard" else { return nil }
        guard let benchmark = datasets.repo("\(parts[2])/\(parts[3])"), benchmark.tags.contains(officialBenchmark)
        else { throw Refusal(404, "This dataset has no leaderboard") }
        let entries = leaderboardResults.prefix(20).enumerated().map { i, result -> JSONValue in
            [
                "rank": .integer(i + 1), "modelId": .string(result.model.id), "value": .number(90 - Double(i)),
                "verified": .bool(i % 3 == 0), "author": ["name": "someone", "type": "user"],
            ]
        }
        return ServerResponse(json: .array(Array(entries)))
    }

    /// A language model's results, most liked first: one in ten was measured twice.
    private var leaderboardResults: [FakeResult] {
        let measured = models.repos.filter { $0.task == "text-generation" && $0.owner != nil && $0.isIdentifiable }
            .sorted { ($1.likes, $0.id) < ($0.likes, $1.id) }.prefix(1000)
        return measured.enumerated().flatMap { i, model in
            (i % 10 == 0 ? ["bfloat16", "float16"] : ["bfloat16"]).map { FakeResult(model, precision: $0, seed: seed) }
        }
    }
}

let officialBenchmark = "benchmark:official"

/// Three datasets are official benchmarks.
func nameBenchmarks(_ datasets: inout [FakeRepo]) {
    for i in datasets.indices.prefix(3) { datasets[i].tags.append(officialBenchmark) }
}

/// One result, in the words of both forms.
private struct FakeResult {
    let model: FakeRepo
    let precision: String
    let sha: String
    let type: (words: String, symbol: String)
    /// Shares of right answers.
    let shares: [(name: String, title: String, column: String, share: Double)]
    let isChat: Bool
    let billions: Double
    let co2: Double

    init(_ model: FakeRepo, precision: String, seed: UInt64) {
        var chance = Chance(seed, "result", model.id, precision)
        self.model = model
        self.precision = precision
        sha = chance.hex(40)
        type = chance.pick([
            ("pretrained", "🟢"), ("continuously pretrained", "🟩"), ("fine-tuned on domain-specific datasets", "🔶"),
            ("chat models (RLHF, DPO, IFT, ...)", "💬"), ("base merges and moerges", "🤝"), ("multimodal", "🌸"),
        ])
        isChat = chance.happens(0.5)
        shares = [
            ("ifeval", "IFEval", "IFEval"), ("bbh", "BBH", "BBH"), ("math", "MATH Level 5", "MATH Lvl 5"),
            ("gpqa", "GPQA", "GPQA"), ("musr", "MUSR", "MUSR"), ("mmlu_pro", "MMLU-PRO", "MMLU-PRO"),
        ].map { ($0.0, $0.1, $0.2, chance.share()) }
        billions = model.parameters.map { Double($0) / 1e9 } ?? -1
        co2 = chance.happens(0.1) ? -1 : chance.share() * 10
    }

    private var average: Double { shares.reduce(0) { $0 + $1.share * 100 } / Double(shares.count) }

    /// The service's form: its types have lost their spaces, and one of its names says the opposite of what it means.
    var formatted: JSONValue {
        let evaluations = shares.map { share -> (String, JSONValue) in
            (
                share.name,
                [
                    "name": .string(share.title), "value": .number(share.share),
                    "normalized_score": .number(share.share * 100),
                ]
            )
        }
        let words = type.words.prefix { $0 != "(" }.filter { $0 != " " }
        return [
            "id": .string("\(model.id)_\(precision)_\(sha)_\(isChat ? "True" : "False")"),
            "model": [
                "name": .string(model.id), "sha": .string(sha), "precision": .string(precision),
                "type": .string(String(words)), "weight_type": "Original", "architecture": architecture,
                "average_score": .number(average), "has_chat_template": .bool(isChat),
            ],
            "evaluations": .object(Dictionary(uniqueKeysWithValues: evaluations)),
            "features": [
                "is_not_available_on_hub": true, "is_merged": .bool(type.symbol == "🤝"), "is_moe": false,
                "is_flagged": false, "is_official_provider": false,
            ],
            "metadata": [
                "upload_date": .string(model.createdAt.day.description), "submission_date": "2024-08-05",
                "generation": 0, "base_model": .string(model.baseModels.first ?? "Removed"),
                "hub_license": model.license.map { .string($0) } ?? .null, "hub_hearts": .integer(model.likes),
                "params_billions": .number(billions), "co2_cost": .number(co2),
            ],
        ]
    }

    /// The dataset's form: headers with emoji, a name inside a link.
    var row: JSONValue {
        var row: [String: JSONValue] = [
            "eval_name": .string("\(model.id)_\(precision)"), "Precision": .string(precision),
            "Type": .string("\(type.symbol) \(type.words)"), "T": .string(type.symbol), "Weight type": "Original",
            "Architecture": architecture, "fullname": .string(model.id), "Model sha": .string(sha),
            "Model": .string("<a target=\"_blank\" href=\"https://huggingface.co/\(model.id)\">\(model.id)</a>"),
            "Average ⬆\u{FE0F}": .number(average), "#Params (B)": .number(billions), "Available on the hub": true,
            "MoE": false, "Flagged": false, "Chat Template": .bool(isChat), "CO₂ cost (kg)": .number(co2),
            "Merged": .bool(type.symbol == "🤝"), "Official Providers": false,
            "Upload To Hub Date": .string(model.createdAt.day.description), "Submission Date": "2024-08-05",
            "Generation": 0, "Base Model": .string(model.baseModels.first ?? "Removed"),
        ]
        for share in shares {
            row["\(share.column) Raw"] = .number(share.share)
            row[share.column] = .number(share.share * 100)
        }
        return .object(row)
    }

    private var architecture: JSONValue { .string("\((model.architecture ?? "llama").capitalized)ForCausalLM") }
}
