import Arguments
import Core
import Embedding
import Pipeline

/// `hubatlas refresh`
enum RefreshCommand {
    static let entry = CommandEntry(
        command: Command(
            "refresh", "collects, then builds: what a schedule runs",
            discussion: """
                A list that was read to its end on a day before is read again. When a source fails, the site is built from \
                what there is and says so; the exit code is 1 only if no site could be built.
                """,
            options: [Options.out.entry, Options.root.entry, Options.force.entry, Options.embedder.entry]
                + CollectOptions.all),
        afterStop: "Everything collected is kept; 'hubatlas refresh' goes on from there."
    ) { context in
        let pipeline = Pipeline(
            data: context.data, root: try Checkout.find(named: context[Options.root]), time: context.time,
            embedder: try Embedder(context[Options.embedder]), log: try context.openLog())
        try await pipeline.refresh(
            try CollectOptions.settings(context), out: context[Options.out], isForced: context[Options.force])
        Output.result("\(context[Options.out])/index.html")
    }
}
