import Arguments
import Core
import Embedding
import Pipeline

/// `hubatlas check [PATH]`
enum CheckCommand {
    static let entry = CommandEntry(
        command: Command(
            "check", "looks for what is wrong with a built site, a search index or a Parquet file",
            discussion: """
                Links, ids, sizes, what would be fetched from elsewhere, scripts where none belong: of the site in a folder \
                (default: site), or of one page of it. Of a data folder such as .hubatlas, the files of its search index, \
                and whether it is of the settings that this program would build it with. Of a Parquet \
                file, every page of it. Writes a line a problem; the exit code is 1 when there is one.
                """,
            operands: .optional("PATH"), options: [Options.root.entry, Options.embedder.entry])
    ) { context in
        let path = context.invocation.operands.first ?? "site"
        if path.lowercased().hasSuffix(".parquet") { return Output.result(try ParquetInspection.summary(of: path)) }
        if let folder = IndexInspection.folder(at: path) {
            let problems = try IndexInspection.problems(
                in: folder, root: try Checkout.find(named: context[Options.root]),
                embedder: try Embedder(context[Options.embedder]))
            return try tell(problems, of: folder, remedy: "; 'hubatlas build' makes the index again")
        }
        try tell(try SiteInspection.problems(at: path), of: path)
    }

    private static func tell(_ problems: [String], of path: String, remedy: String = "") throws {
        for problem in problems { Output.result(problem) }
        guard problems.isEmpty else {
            let count = "\(problems.count) problem\(problems.count == 1 ? "" : "s")"
            throw ProblemsFound(description: "\(path): \(count)\(remedy)")
        }
        Output.result("\(path): no problem found")
    }
}
