import Catalog
import Censuses

/// A part of all models, by what they are for.
struct Subfield: Sendable {
    /// "Vision".
    var field: String
    /// "cv": the modality that it has its color from.
    var code: String
    var scheme: Census.FieldScheme
    var holds: @Sendable (CommittedModel) -> Bool

    /// "Vision (study)".
    var name: String { "\(field) (\(scheme == .study ? "study" : "Hub"))" }

    /// The three of Osborne, Ding and Kirk (2024): a model may be in several.
    static let ofTheStudy: [Subfield] = StudyField.allCases.map { field in
        Subfield(field: field.name, code: field.rawValue, scheme: .study) { field.holds(task: $0.task, tags: $0.tags) }
    }

    /// By the modality of the task, as everywhere in this atlas; each model is in one.
    static let ofTheHub: [Subfield] = Modality.allCases.map { modality in
        Subfield(field: modality.name, code: modality.rawValue, scheme: .hub) { Modality(task: $0.task) == modality }
    }
}

extension StudyField {
    /// "Vision": called as the modality of the same code.
    var name: String { Modality(rawValue: rawValue)?.name ?? rawValue }
}
