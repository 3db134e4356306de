package import Archive
package import Core
import Matching

extension Mentions {
    /// How far the walk through the months of Hacker News is: questions that are answered, and all that there are by now; nil for
    /// other walks, and for one that another took over.
    ///
    ///     "mentions-hackernews/2026-11-21"  → 600 of 4,813
    ///
    /// - Throws: what reading the table of families throws.
    package func progress(of walk: Walk, in archive: Archive, now: Instant) throws -> (answered: Int, due: Int)? {
        guard walk.name == SearchPlan.walk else { return nil }
        if walk.isFinished { return (walk.pages, walk.pages) }
        guard archive.latestWalk(walk.name, plan: walk.plan)?.id == walk.id else { return nil }
        let plan = SearchPlan(archive, base: walk.plan)
        let questions = SearchPlan.all(of: try FamilyTable(path: families).families, now: now)
        return (walk.pages, walk.pages + questions.flatMap(plan.missing).count)
    }
}
