/// What kind of model a leaderboard says that it measured.
enum ModelType: String, CaseIterable {
    case pretrained
    case continuouslyPretrained = "continuously pretrained"
    case fineTuned = "fine-tuned"
    case instructionTuned = "instruction-tuned"
    case reinforced = "RL-tuned"
    case chat
    case merge
    case multimodal
    case other

    /// A table's cell: a symbol, a symbol with words, words, or words without their spaces; nil for anything else.
    ///
    ///     "continuouslypretrained", "🟩 continuously pretrained", "🟩"  → .continuouslyPretrained
    ///     "💬 chat models (RLHF, DPO, IFT, ...)", "chatmodels"          → .chat
    ///
    /// Words are compared whole: one of them ends like another.
    init?(_ cell: String) {
        let words = ColumnName.plain(String(cell.prefix { $0 != "(" }))
        if let known = Self.words[words] {
            self = known
        } else if words.isEmpty, let known = cell.unicodeScalars.lazy.compactMap({ Self.symbols[$0] }).first {
            self = known
        } else {
            return nil
        }
    }

    private static let words: [String: ModelType] = [
        "pretrained": .pretrained, "continuouslypretrained": .continuouslyPretrained,
        "finetunedondomainspecificdatasets": .fineTuned, "finetuned": .fineTuned, "instructiontuned": .instructionTuned,
        "rltuned": .reinforced, "chatmodels": .chat, "basemergesandmoerges": .merge, "multimodal": .multimodal,
        "other": .other,
    ]
    private static let symbols: [Unicode.Scalar: ModelType] = [
        "🟢": .pretrained, "🟩": .continuouslyPretrained, "🔶": .fineTuned, "⭕": .instructionTuned, "🟦": .reinforced,
        "💬": .chat, "🤝": .merge, "🌸": .multimodal, "❓": .other,
    ]
}
