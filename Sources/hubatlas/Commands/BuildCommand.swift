import Arguments
import Core
import Embedding
import Pipeline

/// `hubatlas build`
enum BuildCommand {
    static let entry = CommandEntry(
        command: Command(
            "build", "makes the site, from what was collected or else from the bundled snapshot",
            discussion: """
                Cleans what is in the archive, answers the questions and renders the pages. What nothing has changed for is \
                not done again. Settings of the site come from hubatlas.conf in the current folder, else in the root.
                """,
            options: [Options.out.entry, Options.root.entry, Options.force.entry, Options.embedder.entry])
    ) { context in
        let pipeline = Pipeline(
            data: context.data, root: try Checkout.find(named: context[Options.root]), time: context.time,
            embedder: try Embedder(context[Options.embedder]), log: try context.openLog())
        try await pipeline.build(out: context[Options.out], isForced: context[Options.force])
        Output.result("\(context[Options.out])/index.html")
    }
}
