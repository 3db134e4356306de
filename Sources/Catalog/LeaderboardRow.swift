package import Core

/// One result of one model on one leaderboard, as one table of it says.
///
/// A model has several where it was measured in several precisions, revisions, or with and without its chat template.
package struct LeaderboardRow: Equatable, Sendable {
    /// What a model got in one benchmark.
    package struct Score: Equatable, Sendable {
        /// "ifeval", "mmlu_pro"; "cais/hle/hle (with tools)": dataset, task, and how it was measured.
        package var benchmark: String
        /// The share of right answers, 0 to 1; what a live benchmark or a model's own repo says, in its own measure.
        package var raw: Double?
        /// 0 for guessing, 100 for all.
        package var normalized: Double?

        package init(benchmark: String, raw: Double? = nil, normalized: Double? = nil) {
            self.benchmark = benchmark
            self.raw = raw
            self.normalized = normalized
        }
    }

    /// Key of the `SourceRow` of the table that it stands in.
    package var source: String
    /// "open-llm-leaderboard", or the id of the dataset that a benchmark is.
    package var board: String
    /// "v1", "v2", "live", "stated" (by the model's own repo).
    package var version: String
    /// As the table writes it, without its mark-up.
    package var model: String
    package var precision: String?
    /// The commit that was measured.
    package var revision: String?
    package var hasChatTemplate: Bool?
    /// A label: "pretrained", "continuously pretrained", "fine-tuned", "chat", "merge", "multimodal", "other", ….
    package var type: String?
    package var weightType: String?
    package var architecture: String?
    package var parameters: Int?
    package var average: Double?
    package var scores: [Score] = []
    /// Of measuring, not of training.
    package var co2Kg: Double?
    package var isFlagged: Bool?
    package var isMixtureOfExperts: Bool?
    package var isMerged: Bool?
    /// Whether the model was on the Hub when the table was made.
    package var isAvailable: Bool?
    /// Whether its maker is a known provider of models.
    package var isOfficial: Bool?
    /// Whether somebody besides its author ran it; not of the Open LLM Leaderboard.
    package var isVerified: Bool?
    /// The day on which it was handed in; of what a model's own repo states, the day of measuring.
    package var submittedOn: Day?
    package var uploadedOn: Day?
    /// Steps of fine-tuning from a base model.
    package var generation: Int?
    package var base: String?

    package init(source: String, board: String, version: String, model: String) {
        self.source = source
        self.board = board
        self.version = version
        self.model = model
    }

    /// What tells results of one table apart, in the leaderboard's own form: model, precision, revision, chat template.
    ///
    ///     "01-ai/Yi-1.5-34B_bfloat16_4b486f81_False"
    package var key: String {
        let template = hasChatTemplate.map { $0 ? "True" : "False" } ?? ""
        return "\(model)_\(precision ?? "")_\(revision ?? "")_\(template)"
    }
}
