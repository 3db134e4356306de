/// The three fields of Osborne, Ding and Kirk (2024), each any of its tags; a model may be in several, or in none. Audio is in
/// none, and feature extraction and graphs are in the third, unlike in the Hub's own table of modalities.
///
///     StudyField.vision.holds(task: "object-detection", tags: [])  → true
package enum StudyField: String, CaseIterable, Sendable {
    case language = "nlp"
    case vision = "cv"
    case multimodal = "mm"

    /// A task is a tag of its model, too.
    package func holds(task: String?, tags: [String]) -> Bool {
        task.map(self.tags.contains) == true || tags.contains { self.tags.contains($0.lowercased()) }
    }

    private var tags: Set<String> {
        switch self {
        case .language: Self.languageTags
        case .vision: Self.visionTags
        case .multimodal: Self.multimodalTags
        }
    }

    private static let languageTags: Set = [
        "text-classification", "token-classification", "table-question-answering", "question-answering",
        "zero-shot-classification", "translation", "summarization", "conversational", "text-generation",
        "text2text-generation", "fill-mask", "sentence-similarity",
    ]
    private static let visionTags: Set = [
        "computer-vision", "depth-estimation", "image-classification", "object-detection", "image-segmentation",
        "image-to-image", "unconditional-image-generation", "video-classification", "zero-shot-image-classification",
    ]
    private static let multimodalTags: Set = [
        "multimodal", "feature-extraction", "text-to-image", "image-to-text", "text-to-video",
        "visual-question-answering", "document-question-answering", "graph-machine-learning",
    ]
}
