extension Modality {
    /// The modality of a task, by the Hub's own table of tasks; `.unknown` for none stated, `.other` for a task that the
    /// table does not have.
    ///
    ///     Modality(task: "text-generation")      → .nlp
    ///     Modality(task: "text2text-generation") → .nlp      retired by the Hub, still on old models
    ///     Modality(task: "my-own-task")          → .other
    ///     Modality(task: nil)                    → .unknown
    ///
    /// Source: the Hub's published list of pipeline tasks, 2026, with the retired tasks put beside their successors.
    package init(task: String?) {
        guard let task else {
            self = .unknown
            return
        }
        self = Self.ofTask[task] ?? .other
    }

    private static let ofTask: [String: Modality] = {
        var table: [String: Modality] = [:]
        for (modality, tasks) in tasksOf {
            for task in tasks.split(separator: " ") { table[String(task)] = modality }
        }
        return table
    }()

    private static let tasksOf: [(Modality, String)] = [
        (
            .multimodal,
            """
            audio-text-to-text image-text-to-text image-text-to-image image-text-to-video visual-question-answering \
            document-question-answering video-text-to-text visual-document-retrieval any-to-any
            """
        ),
        (
            .nlp,
            """
            text-classification token-classification table-question-answering question-answering zero-shot-classification \
            translation summarization feature-extraction text-generation fill-mask sentence-similarity table-to-text \
            multiple-choice text-ranking text-retrieval text2text-generation conversational
            """
        ),
        (
            .cv,
            """
            depth-estimation image-classification object-detection image-segmentation text-to-image image-to-text \
            image-to-image image-to-video unconditional-image-generation video-classification text-to-video \
            zero-shot-image-classification mask-generation zero-shot-object-detection text-to-3d image-to-3d \
            image-feature-extraction keypoint-detection video-to-video
            """
        ),
        (
            .audio,
            """
            text-to-speech text-to-audio automatic-speech-recognition audio-to-audio audio-classification \
            voice-activity-detection
            """
        ),
        (
            .tabular,
            "tabular-classification tabular-regression tabular-to-text time-series-forecasting time-series-classification"
        ),
        (.rl, "reinforcement-learning robotics"),
        (.other, "graph-ml other"),
    ]
}
