/// A leaderboard with a fixed set of benchmarks.
struct Board: Equatable {
    struct Benchmark: Equatable {
        /// What the catalog calls it.
        var name: String
        /// Plain names of its columns begin with one of these.
        var stems: [String]
    }

    static let id = "open-llm-leaderboard"

    var version: String
    /// By name.
    var benchmarks: [Benchmark]
    /// Of these two the older one has scores that are shares of right answers as they are, in percent.
    var isNormalized: Bool

    static let v1 = Board(
        version: "v1",
        benchmarks: ["arc", "gsm8k", "hellaswag", "mmlu", "truthfulqa", "winogrande"].map {
            .init(name: $0, stems: [$0])
        },
        isNormalized: false)
    static let v2 = Board(
        version: "v2",
        benchmarks: [
            .init(name: "bbh", stems: ["bbh"]), .init(name: "gpqa", stems: ["gpqa"]),
            .init(name: "ifeval", stems: ["ifeval"]), .init(name: "math", stems: ["mathlvl5", "math"]),
            .init(name: "mmlu_pro", stems: ["mmlupro"]), .init(name: "musr", stems: ["musr"]),
        ], isNormalized: true)
}
