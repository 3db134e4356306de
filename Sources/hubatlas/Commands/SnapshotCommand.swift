import Arguments
import Core
import Pipeline

/// `hubatlas snapshot`
enum SnapshotCommand {
    private static let out = Option<String>.text(
        "out", "DIR", "where the snapshot is written", default: "assets/snapshot")
    private static let top = Option<Int?>.integer(
        "top", "N", "only the N most liked models, and what they are based on", in: 1...10_000_000, fallback: "all")
    private static let recipe = Option<String?>.text(
        "recipe", "FILE", "make it of files, as this recipe says", fallback: "of what was collected")
    private static let files = Option<String>.text(
        "files", "DIR", "the folder with the files that the recipe names", default: ".")

    static let entry = CommandEntry(
        command: Command(
            "snapshot", "reduces what was collected to the compact facts that a repository can carry",
            discussion: """
                Writes counts of the whole listing and the plain facts of the models. With --recipe it reads files of earlier \
                collections instead: that is how the bundled snapshot was made.
                """,
            options: [out.entry, top.entry, recipe.entry, files.entry, Options.root.entry])
    ) { context in
        let pipeline = Pipeline(
            data: context.data, root: try Checkout.find(named: context[Options.root]), time: context.time,
            log: try context.openLog())
        let summary =
            if let recipe = context[recipe] {
                try pipeline.snapshot(recipe: recipe, files: context[files], to: context[out])
            } else {
                try await pipeline.snapshot(top: context[top], to: context[out])
            }
        Output.result("\(context[out]): \(summary)")
    }
}
