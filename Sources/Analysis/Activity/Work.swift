import Catalog
import Core
import Report

/// How is work done? Commits, people and discussions per repo, the hours of commits, and what is left alone once it is made.
///
///     Work(records).page.lede.plain
///     // "Of the 359 repos whose history was read to its end, 171 (47.6 %) are the work of one person. …"
struct Work {
    var records: WorkRecords
    var licenses: LicenseComparison

    static let mostPairs = 20

    init(_ records: WorkRecords) {
        self.records = records
        licenses = LicenseComparison(records.repos)
    }

    var page: Page {
        Page(
            id: "activity", name: "Activity", plate: 10, question: "How is work done?", lede: lede, figures: figures,
            tables: tables, shows: shows, method: figures.isEmpty ? [] : method,
            next: PageLink(page: "search", text: "Which model do I need?"),
            nextText: "Enough of all of them: find the one.",
            findings: findings)
    }
}

extension Work {
    /// Repos whose whole history was read.
    var read: [RepoWork] { records.repos.filter { $0.people != nil } }
    /// Of these such as people committed to, not bots alone.
    var peopled: [RepoWork] { read.filter { ($0.people ?? 0) > 0 } }
    var counted: [RepoWork] { records.repos.filter { $0.commits != nil } }
    var discussed: [RepoWork] { records.repos.filter { $0.discussions != nil } }
    var commitsOfPeople: Int { records.hours.reduce(0, +) }

    /// Models old enough to tell whether they were left alone, and how many of them changed within a day of their creation only.
    var untouched: (old: Int, left: Int) {
        let old = (records.changes[.models] ?? []).filter(\.isSettled)
        return (old.reduce(0) { $0 + $1.repos }, old.filter { $0.days < 1 }.reduce(0) { $0 + $1.repos })
    }

    /// Whether the lists tell of hardly a change after the first day: then they more likely never took up later ones.
    var isFrozen: Bool {
        let (old, left) = untouched
        return old >= 100 && Double(left) >= 0.95 * Double(old)
    }

    static func repos(_ changes: [LastChange]) -> Int { changes.reduce(0) { $0 + $1.repos } }

    var isEmpty: Bool { counted.isEmpty && discussed.isEmpty && records.changes.isEmpty && records.pairs.isEmpty }

    /// "359 models and 12 datasets".
    static func listed(_ repos: [RepoWork]) -> String {
        Format.list(
            CountedKind.allCases.compactMap { kind in
                let n = repos.count { $0.kind == kind.rawValue }
                return n == 0 ? nil : Format.count(n, kind.one, kind.words)
            })
    }

    var workProvenance: Provenance {
        Provenance(
            source: records.source, rows: Self.listed(records.repos),
            caveat: "Those that were asked about, the most liked first: not the whole Hub.")
    }

    var changesProvenance: Provenance {
        let rows = CountedKind.allCases.compactMap { kind in
            records.changes[kind].map { Format.count(Self.repos($0), kind.one, kind.words) }
        }
        return Provenance(
            source: records.listSource, rows: Format.list(rows) + " with both dates", caveat: records.listLimits)
    }
}
