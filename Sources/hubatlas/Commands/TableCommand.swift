import Arguments
import Core
import Pipeline

/// `hubatlas table`
enum TableCommand {
    private static let task = Option<String>.text(
        "task", "TASK", "models for this task, or all", default: "text-generation")
    private static let top = Option<Int>.integer("top", "N", "so many models", in: 1...10_000_000, default: 100)
    private static let out = Option<String?>.text("out", "FILE", "where it is written", fallback: "standard output")

    static let entry = CommandEntry(
        command: Command(
            "table", "writes the most downloaded models of a task as CSV",
            discussion: """
                Columns: modelId, author, license, language, model size (parameters), downloads (30 days), likes, gated, \
                created, modified, storage (bytes), architecture. Sorted by downloads, equal ones by name. What is not known \
                is empty; a text that a spreadsheet would take for a formula is led by an apostrophe. Of what was collected, \
                or else of the bundled snapshot.
                """,
            options: [task.entry, top.entry, out.entry, Options.root.entry])
    ) { context in
        let pipeline = Pipeline(
            data: context.data, root: try Checkout.find(named: context[Options.root]), time: context.time,
            log: try context.openLog())
        let wanted = context[task] == "all" ? nil : context[task]
        let bytes = try await pipeline.topTable(TopTableSettings(task: wanted, top: context[top]))
        guard let out = context[out] else {
            return Output.result(String(decoding: bytes.dropLast(), as: UTF8.self))
        }
        try Files.write(bytes, to: out)
        Output.result(out)
    }
}
