import Catalog
import Core
import Report

extension Work {
    var figures: [Figure] {
        [kindsFigure, hoursFigure, licensesFigure].compactMap(\.self)
    }

    /// Rows of one measure: how many repos of each class.
    struct Stack: Equatable {
        var measure: String
        var group: String
        var names: [String]
        var counts: [Int]

        var total: Int { counts.reduce(0, +) }
    }

    /// Each measure by kind of repo.
    var byKind: [Stack] {
        var stacks: [Stack] = []
        for kind in CountedKind.allCases {
            let own = records.repos.filter { $0.kind == kind.rawValue }
            stacks += Self.stacks(own, group: Format.capitalized(kind.words))
            stacks += Self.discussions(own, group: Format.capitalized(kind.words))
            let changes = records.changes[kind] ?? []
            for (isSettled, age) in [(true, "\(Catalog.settledDays) days old or more"), (false, "younger")] {
                stacks += Self.lastChanges(
                    changes.filter { $0.isSettled == isSettled }, group: "\(Format.capitalized(kind.words)), \(age)")
            }
        }
        return stacks.filter { $0.total > 0 }
    }

    /// Models by what their license allows.
    var byLicense: [Stack] {
        LicenseClass.allCases.flatMap { licenseClass in
            let own = records.repos.filter { $0.kind == "models" && $0.licenseClass == licenseClass }
            let changes = (records.changes[.models] ?? []).filter { $0.licenseClass == licenseClass && $0.isSettled }
            let group = Self.licenseNames[licenseClass]!
            return Self.stacks(own, group: group) + Self.lastChanges(changes, group: group)
        }.filter { $0.total > 0 }
    }

    static let licenseNames: [LicenseClass: String] = [
        .permissive: "Permissive", .copyleft: "Copyleft", .responsibleAI: "Responsible AI",
        .community: "Community", .nonCommercial: "Non-commercial", .other: "Other", .none: "None stated",
    ]

    private static func stacks(_ repos: [RepoWork], group: String) -> [Stack] {
        let stack = { (measure: String, classes: WorkClasses, values: [Int]) in
            Stack(
                measure: measure, group: group, names: classes.names,
                counts: classes.counts(of: values.map { (value: $0, times: 1) }))
        }
        return [
            stack("contributors", .people, repos.compactMap(\.people)),
            stack("commits", .commits, repos.compactMap(\.commits)),
            stack("span", .spans, repos.compactMap { $0.span.map { $0 / 86_400 } }),
        ]
    }

    private static func discussions(_ repos: [RepoWork], group: String) -> [Stack] {
        let classes = WorkClasses.discussions
        let sum = { (value: KeyPath<RepoWork, Int?>) in repos.reduce(0) { $0 + ($1[keyPath: value] ?? 0) } }
        let requests = sum(\.pullRequests)
        return [
            Stack(
                measure: "discussions", group: group, names: classes.names,
                counts: classes.counts(of: repos.compactMap { $0.discussions.map { (value: $0, times: 1) } })),
            Stack(
                measure: "open", group: group, names: ["closed or merged", "open"],
                counts: [sum(\.closed), sum(\.open)]
            ),
            Stack(
                measure: "requests", group: group, names: ["discussions", "pull requests"],
                counts: [max(0, sum(\.discussions) - requests), requests]),
        ]
    }

    private static func lastChanges(_ changes: [LastChange], group: String) -> [Stack] {
        let classes = WorkClasses.spans
        return [
            Stack(
                measure: "change", group: group, names: classes.names,
                counts: classes.counts(of: changes.map { (value: $0.days, times: $0.repos) }))
        ]
    }

    private static let measures: [(key: String, label: String, title: String, noun: String)] = [
        ("contributors", "Contributors", "How many people commit to a repo", "repos"),
        ("commits", "Commits", "How many commits a repo has", "repos"),
        ("change", "Last change", "How long after its creation a repo last changed", "repos"),
        ("span", "First to last commit", "How long a history is, from first commit to last", "repos"),
        ("discussions", "Discussions", "How many discussions and pull requests a repo has", "repos"),
        ("open", "Open or closed", "How many discussions and pull requests are still open", "discussions"),
        ("requests", "Pull requests", "How many discussions are pull requests", "discussions"),
    ]

    private static let measuresOfModels = measures.map {
        (
            key: $0.key, label: $0.label, title: $0.title.replacing("repo", with: "model") + ", by license",
            noun: $0.noun.replacing("repo", with: "model")
        )
    }

    private func figure(
        _ stacks: [Stack], id: String, by: String, label: String, ofModels: Bool = false, _ provenance: Provenance
    ) -> Figure? {
        let used = (ofModels ? Self.measuresOfModels : Self.measures).filter { measure in
            stacks.contains { $0.measure == measure.key }
        }
        guard !used.isEmpty else { return nil }
        let ordered = used.flatMap { measure in stacks.filter { $0.measure == measure.key } }
        let cells = ordered.flatMap { stack in zip(stack.names, stack.counts).map { (stack, $0, $1) } }
        let options = { (value: KeyPath<(key: String, label: String, title: String, noun: String), String>) in
            Chart.Option.table(Dictionary(uniqueKeysWithValues: used.map { ($0.key, $0[keyPath: value]) }))
        }
        let titles = Dictionary(
            uniqueKeysWithValues: used.map { ($0.key, told($0.key, stacks) ?? $0.title) })
        return Figure(
            id: id, role: .main,
            chart: Chart(
                .stacks, channels: ["measure": "measure", "row": "group", "part": "class", "value": "count"],
                options: [
                    "measures": .texts(used.map(\.key)), "labels": options(\.label), "titles": .table(titles),
                    "nouns": options(\.noun), "by": .text(by),
                ]),
            table: Table(
                id: id,
                columns: [
                    (Column("measure", "Measure", .category), .texts(cells.map(\.0.measure))),
                    (Column("group", label, .category), .texts(cells.map(\.0.group))),
                    (Column("class", "Class", .category), .texts(cells.map(\.1))),
                    (Column("count", "Number", .count), .integers(cells.map(\.2))),
                ]),
            totalRows: cells.count, provenance: provenance)
    }

    private func told(_ measure: String, _ stacks: [Stack]) -> String? {
        measure == "change" && isFrozen
            ? "The lists know hardly a change after a repo’s first day" : Self.title(measure, stacks)
    }

    private var kindsFigure: Figure? {
        figure(byKind, id: "activity", by: "by kind of repo", label: "Kind", provenance(rows: changesProvenance.rows))
    }

    private var licensesFigure: Figure? {
        let stacks = byLicense
        guard Set(stacks.map(\.group)).count > 1 else { return nil }
        return figure(
            stacks, id: "activity-licenses", by: "by what their license allows", label: "License", ofModels: true,
            provenance(rows: "\(Format.count(untouched.old, "model")) of \(Catalog.settledDays) days or more"))
    }

    /// Of both sources, where both are drawn.
    ///
    /// - Parameter rows: those with dates.
    private func provenance(rows: String) -> Provenance {
        let work = workProvenance
        var changes = changesProvenance
        changes.rows = rows
        if records.changes.isEmpty { return work }
        if records.repos.isEmpty { return changes }
        return Provenance(
            source: Set([work.source, changes.source]).sorted().joined(separator: "; "),
            rows: "histories of \(work.rows); dates of \(changes.rows)",
            caveat: [work.caveat, changes.caveat].filter { !$0.isEmpty }.joined(separator: " "))
    }

    private var hoursFigure: Figure? {
        guard commitsOfPeople >= Self.fewestCommits else { return nil }
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        let cells = records.hours.indices
        let notes =
            records.botCommits == 0
            ? []
            : [
                "\(Format.count(records.botCommits, "commit")) of bots \(records.botCommits == 1 ? "is" : "are") left out."
            ]
        return Figure(
            id: "activity-hours", role: .main,
            chart: Chart(
                .heat, channels: ["row": "weekday", "column": "hour", "value": "commits"],
                options: ["noun": .text("commits"), "one": .text("commit"), "columns": .text("hour of the day, UTC")]),
            table: Table(
                id: "activity-hours",
                columns: [
                    (Column("weekday", "Weekday", .category), .texts(cells.map { days[$0 / 24] })),
                    (Column("hour", "Hour (UTC)", .category), .texts(cells.map { "\($0 % 24):00" })),
                    (Column("commits", "Commits", .count), .integers(records.hours)),
                ]),
            totalRows: cells.count,
            provenance: Provenance(
                source: records.source, rows: Format.count(commitsOfPeople, "commit"), caveat: workProvenance.caveat),
            notes: notes)
    }
}
