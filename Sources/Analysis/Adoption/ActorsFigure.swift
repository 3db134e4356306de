import Catalog
import Censuses
import Report

/// Who has most of each counter: owners of all lists, single repos, and countries.
struct ActorsFigure {
    /// The leading lists of models, datasets and Spaces.
    var lists: [Census]
    var facts: AdoptionFacts
    /// Of the newest whole list of models.
    var shares: OwnerShares?

    static let listed = 20
    static let unknown = "no known place"

    private struct Group {
        var id: String
        var name: String
        /// "downloads of models".
        var measure: String
        /// What all have together, and what the greatest have.
        var all: Int
        var rows: [(name: String, value: Int)]
        var note = ""
        /// "those of the Hub on 11 Jul 2024".
        var whole = "all"
    }

    /// Nil where nobody has anything.
    var figure: Figure? {
        let groups = groups
        guard let first = groups.first else { return nil }
        func word(_ text: (Group) -> String) -> Chart.Option {
            .table(Dictionary(uniqueKeysWithValues: groups.map { ($0.id, text($0)) }))
        }
        return Figure(
            id: "adoption-actors", role: .main,
            chart: Chart(
                .bars, channels: ["label": "name", "value": "value", "share": "share", "group": "group"],
                options: [
                    "groups": .texts(groups.map(\.id)), "groupLabel": .text("Show"), "names": word(\.name),
                    "titles": word(title), "subtitles": word(subtitle), "labels": .text("whole"), "rank": .flag(true),
                    "last": .texts([Self.unknown]), "most": .number(Double(Self.listed)),
                ]),
            table: table([first]), liveTable: groups.count > 1 ? table(groups) : nil,
            totalRows: groups.reduce(0) { $0 + $1.rows.count }, provenance: provenance,
            notes: shares?.doubted.map { ["The counter of \($0.repoID) is not believed, and left out."] } ?? [])
    }

    private func table(_ groups: [Group]) -> Table {
        let rows = groups.flatMap { group in group.rows.map { (group: group, row: $0) } }
        return Table(
            id: "adoption-actors",
            columns: [
                (Column("group", "Group", .category), .texts(rows.map(\.group.id))),
                (Column("name", "Name", .text), .texts(rows.map(\.row.name))),
                (Column("value", "Counted", .count), .integers(rows.map(\.row.value))),
                (Column("share", "Of all", .share), .numbers(rows.map { Double($0.row.value) / Double($0.group.all) })),
            ])
    }
}

extension ActorsFigure {
    private var groups: [Group] {
        let all =
            lists.flatMap(owners) + [countries].compactMap(\.self) + lists.flatMap(repos) + work
        return all.filter { $0.all > 0 && !$0.rows.isEmpty }
    }

    private func doubted(_ census: Census) -> Int {
        shares.flatMap { $0.census == census ? $0.doubted?.value : nil } ?? 0
    }

    private func owners(_ census: Census) -> [Group] {
        let (nouns, key) = (census.nouns, census.kind.rawValue)
        let downloaded = shares.flatMap { $0.census == census ? $0.greatest : nil } ?? census.mostDownloadedOwners
        let groups = [
            group(
                "\(key)-owners-downloads", "Owners by downloads of \(nouns)", "downloads of \(nouns)",
                census.downloads.sum - doubted(census), downloaded.map { ($0.owner, $0.downloads) }),
            group(
                "\(key)-owners-likes", "Owners by likes of \(nouns)", "likes of \(nouns)", census.likes.sum,
                census.mostLikedOwners.map { ($0.owner, $0.likes) }),
            group(
                "\(key)-owners-rows", "Owners by \(nouns)", nouns, census.rows,
                census.topOwners.map { ($0.owner, $0.count) }),
        ]
        return groups.map { of(census, $0) }
    }

    /// Says of which list it is, and what is left out of it.
    private func of(_ census: Census, _ group: Group) -> Group {
        var group = group
        group.whole = "those of \(census.placeAndDay)"
        if doubted(census) > 0, group.measure.hasPrefix("downloads") {
            group.note += " One doubted counter is left out."
        }
        return group
    }

    private func repos(_ census: Census) -> [Group] {
        let (nouns, key) = (census.nouns, census.kind.rawValue)
        let name = Format.capitalized(nouns)
        let gone = doubted(census)
        let groups = [
            group(
                "\(key)-downloads", "\(name) by downloads", "downloads of \(nouns)", census.downloads.sum - gone,
                census.mostDownloaded.dropFirst(gone > 0 ? 1 : 0).map { ($0.repoID, $0.value) }),
            group(
                "\(key)-likes", "\(name) by likes", "likes of \(nouns)", census.likes.sum,
                census.mostLiked.map { ($0.repoID, $0.value) }),
        ]
        return groups.map { of(census, $0) }
    }

    private var countries: Group? {
        guard let shares, shares.countryIndex != nil else { return nil }
        let parts = shares.byCountry
        let made = group(
            "countries-downloads", "Countries by downloads of models", "downloads of models",
            shares.census.downloads.sum - doubted(shares.census),
            parts.map { ($0.code.map(CountryNames.name) ?? Self.unknown, $0.sum) })
        return of(shares.census, made)
    }

    /// The repos that were asked about, by what was done in them.
    private var work: [Group] {
        let measures: [(String, (ActivityCounts) -> Int?)] = [
            ("commits", \.commits), ("discussions", \.discussions), ("contributors", \.contributors),
        ]
        return [("models", "models"), ("datasets", "datasets"), ("spaces", "Spaces")].flatMap { kind, nouns in
            measures.map { measure, value in
                let rows = facts.activity.filter { $0.kind == kind && !$0.repoID.isEmpty }
                    .compactMap { repo in value(repo).map { (repo.repoID, $0) } }
                var made = group(
                    "\(kind)-\(measure)", "\(Format.capitalized(nouns)) by \(measure)", "\(measure) of \(nouns)",
                    rows.reduce(0) { $0 + $1.1 }, rows)
                made.note = " Only of \(Format.int(rows.count)) that were asked about, mostly the most liked."
                return made
            }
        }
    }

    /// The greatest first, none at zero; equals by name.
    private func group(_ id: String, _ name: String, _ measure: String, _ all: Int, _ rows: [(String, Int)]) -> Group {
        let sorted = rows.filter { $0.1 > 0 }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { (name: $0.0, value: $0.1) }
        var kept = Array(sorted.prefix(Self.listed))
        if !kept.contains(where: { $0.name == Self.unknown }),
            let rest = sorted.first(where: { $0.name == Self.unknown })
        {
            kept[kept.count - 1] = rest
        }
        return Group(id: id, name: name, measure: measure, all: all, rows: kept)
    }

    private func title(_ group: Group) -> String {
        let named = group.rows.filter { $0.name != Self.unknown }
        guard let first = named.first else { return "No place is known" }
        let ties = named.count { $0.value == first.value }
        let what = counted(first.value, group.measure)
        return ties > 1
            ? "\(Format.capitalized(Format.words(ties))) share the top with \(what) each"
            : "\(first.name) leads with \(what), \(Format.percent(Double(first.value) / Double(group.all))) of \(group.whole)"
    }

    /// "40 downloads of models", "1 like of models".
    private func counted(_ value: Int, _ measure: String) -> String {
        let words = measure.split(separator: " ", maxSplits: 1)
        let rest = words.dropFirst().map { " \($0)" }.joined()
        return Format.count(value, String(words[0].dropLast()), String(words[0])) + rest
    }

    private func subtitle(_ group: Group) -> String {
        let share = Double(group.rows.reduce(0) { $0 + $1.value }) / Double(group.all)
        return """
            \(group.name), the greatest \(Format.int(group.rows.count)): together \(Format.percent(share)) of \
            \(Format.int(group.all)).\(group.note)
            """
    }

    private var provenance: Provenance {
        var sources = lists.map(\.provenance)
        if facts.activity.contains(where: { $0.commits != nil }), let source = facts.commitsSource {
            sources.append(Provenance(source: source.cited, rows: ""))
        }
        if facts.activity.contains(where: { $0.discussions != nil }), let source = facts.discussionsSource {
            sources.append(Provenance(source: source.cited, rows: ""))
        }
        return Provenance(
            source: sources.map(\.source).joined(separator: "; "),
            rows: Format.list(sources.map(\.rows).filter { !$0.isEmpty }), caveat: sources.first?.caveat ?? "")
    }
}
