import Activity
import Archive
import Communities
import Core
import Mentions

/// How far a walk is that asks one question after another, over many runs.
///
///     commits of 600 repositories, 412 asked      → 412 of 600 "repositories"
///     Hacker News, 600 questions of 4,813 asked   → 600 of 4813 "questions"
package struct WalkProgress: Equatable, Sendable {
    var answered: Int
    var due: Int
    /// What is counted: "repositories", "questions".
    var unit: String

    var left: Int { max(0, due - answered) }

    init(answered: Int, due: Int, unit: String) {
        (self.answered, self.due, self.unit) = (answered, due, unit)
    }

    /// Nil for a walk that is measured otherwise, or whose end nobody knows.
    init?(of walk: Walk, in archive: Archive, now: Instant) {
        if let found = Activity.progress(of: walk, in: archive) {
            self.init(answered: found.answered, due: found.due, unit: "repositories")
            return
        }
        // Without the table of families nobody knows what there is to ask: then this is no reason to have no status at all, and
        // collecting and building say what is wrong with the table.
        let mentions = try? Mentions(families: SourceList.families).progress(of: walk, in: archive, now: now)
        guard let found = mentions ?? Communities.progress(of: walk, in: archive) else { return nil }
        self.init(answered: found.answered, due: found.due, unit: "questions")
    }
}
