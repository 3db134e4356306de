import Catalog
import Testing

@Suite struct TasksTests {
    @Test(arguments: [
        ("text-generation", Modality.nlp), ("text-to-image", .cv), ("image-text-to-text", .multimodal),
        ("text-to-speech", .audio), ("tabular-regression", .tabular), ("robotics", .rl), ("graph-ml", .other),
        ("text2text-generation", .nlp), ("conversational", .nlp), ("my-own-task", .other), ("", .other),
    ]) func everyTaskHasItsModality(task: String, modality: Modality) { #expect(Modality(task: task) == modality) }

    @Test func noTaskIsUnknown() { #expect(Modality(task: nil) == .unknown) }
}
