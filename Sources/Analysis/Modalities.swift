import Catalog
import Report

extension Modality {
    /// As legends name it.
    var name: String {
        switch self {
        case .nlp: "Language"
        case .cv: "Vision"
        case .multimodal: "Multimodal"
        case .audio: "Audio"
        case .tabular: "Tabular"
        case .rl: "Reinforcement"
        case .other: "Other"
        case .unknown: "No task stated"
        }
    }

    /// As a sentence names its models: "language models", "models without a stated task".
    func models(_ count: Int) -> String {
        let noun = Format.noun(count, "model")
        return switch self {
        case .rl: "reinforcement learning \(noun)"
        case .other: "\(noun) of other kinds"
        case .unknown: "\(noun) without a stated task"
        default: "\(name.lowercased()) \(noun)"
        }
    }

    /// The order of layers and legends: `nlp cv mm audio tab rl other none`.
    var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
