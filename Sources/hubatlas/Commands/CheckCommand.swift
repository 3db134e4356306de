import Arguments
import Core
import Foundation
import Pipeline

/// `hubatlas check [PATH]`
enum CheckCommand {
    static let entry = CommandEntry(
        command: Command(
            "check", "looks for what is wrong with a built site",
            discussion: """
                Links, ids, sizes, what would be fetched from elsewhere, scripts where none belong: of the site in a folder
                (default: site), or of one page of it. Writes a line a problem; the exit code is 1 when there is one.
                """,
            operands: .optional("PATH"))
    ) { context in
        let path = context.invocation.operands.first ?? "site"
        let problems = try SiteInspection.problems(at: path)
        for problem in problems { Output.result(problem) }
        guard problems.isEmpty else {
            throw ProblemsFound(description: "\(path): \(problems.count) problem\(problems.count == 1 ? "" : "s")")
        }
        Output.result("\(path): no problem found")
    }
}
