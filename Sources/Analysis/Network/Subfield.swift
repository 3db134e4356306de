import Catalog

/// A part of all models, by what they are for.
struct Subfield: Sendable {
    /// "cv-study": unique, for addresses.
    var id: String
    /// "Vision (study’s tags)".
    var name: String
    var holds: @Sendable (CommittedModel) -> Bool

    /// The three of Osborne, Ding and Kirk (2024), by any of their tags; a model may be in several. Audio is in none, and
    /// feature extraction and graphs are in the third, unlike in the Hub's own list.
    static let ofTheStudy: [Subfield] = [
        study(
            "nlp", "Language",
            """
            text-classification token-classification table-question-answering question-answering zero-shot-classification \
            translation summarization conversational text-generation text2text-generation fill-mask sentence-similarity
            """),
        study(
            "cv", "Vision",
            """
            computer-vision depth-estimation image-classification object-detection image-segmentation image-to-image \
            unconditional-image-generation video-classification zero-shot-image-classification
            """),
        study(
            "mm", "Multimodal",
            """
            multimodal feature-extraction text-to-image image-to-text text-to-video visual-question-answering \
            document-question-answering graph-machine-learning
            """),
    ]

    /// By the modality of the task, as everywhere in this atlas; each model is in one.
    static let ofTheHub: [Subfield] = Modality.allCases.map { modality in
        Subfield(id: "\(modality.rawValue)-hub", name: "\(modality.name) (Hub)") {
            Modality(task: $0.task) == modality
        }
    }

    private static func study(_ id: String, _ name: String, _ tags: String) -> Subfield {
        let tags = Set(tags.split(separator: " ").map(String.init))
        return Subfield(id: "\(id)-study", name: "\(name) (study)") { model in
            model.task.map(tags.contains) == true || model.tags.contains { tags.contains($0.lowercased()) }
        }
    }
}
