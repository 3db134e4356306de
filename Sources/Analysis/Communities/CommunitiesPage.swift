import Catalog
import Censuses
import Core
import JSON
import Report

/// Who publishes models? One page for every account that is great by something: its script shows whom the address names.
///
/// Without a name, and without script, it is a list of the greatest.
struct CommunitiesPage {
    var profiles: Profiles
    /// What the catalog's models are.
    var census: Census?

    /// Rows of the list in the page.
    static let listed = 200
    static let bars = 20

    var page: Page {
        guard !profiles.listed.isEmpty else {
            return Page(
                id: "community", name: "Communities", plate: 0, question: "Who publishes models?",
                lede: "No model of this atlas says who published it. “hubatlas collect models” asks the Hub for all.")
        }
        return Page(
            id: "community", name: "Communities", plate: 0, question: "Who publishes models?", lede: lede,
            figures: [figure].compactMap(\.self), tables: [table], shows: shows, method: method,
            next: PageLink(page: "map", text: "Where are models made?"),
            nextText: "Who they are is one thing; where they sit another.", findings: findings, records: records)
    }

    private var place: String { census.map { "of \($0.place)" } ?? "of this atlas" }

    /// With its day, as downloads are those of one.
    private var placeAndDay: String { census.map { "of \($0.placeAndDay)" } ?? "of this atlas" }

    private var provenance: Provenance {
        Provenance(
            source: census?.source.cited ?? "Collection",
            rows: "\(Format.count(profiles.total.models, "model")) of \(Format.count(profiles.accounts, "account"))",
            caveat: census?.source.limits ?? "")
    }
}

extension CommunitiesPage {
    /// The accounts with most of a measure; several where they have equally many, none where nobody has any.
    private func leaders(_ measure: KeyPath<PlaceTally.Sums, Int>) -> [Profiles.Summary] {
        let most = profiles.listed.map { $0.sums[keyPath: measure] }.max() ?? 0
        return most == 0 ? [] : profiles.listed.filter { $0.sums[keyPath: measure] == most }
    }

    var lede: Sentence {
        let accounts = profiles.accounts
        let opening: Sentence = """
            \(number: Format.count(accounts, "account")) \(accounts == 1 ? "publishes" : "publish") the \
            \(number: Format.count(profiles.total.models, "model")) \(place)
            """
        guard let most = leaders(\.models).first else { return opening + "." }
        return .paragraph([
            opening + ": \(most.name) has most of them, \(number: Format.int(most.sums.models)).", use,
        ])
    }

    /// Who is downloaded most.
    private var use: Sentence {
        let used = leaders(\.downloads)
        guard let first = used.first else {
            return "How often they are downloaded no list of this atlas tells."
        }
        let share = Format.percent(Double(first.sums.downloads) / Double(profiles.total.downloads))
        if used.count > 1 {
            let names = Format.list(used.prefix(3).map(\.name))
            return
                "Downloaded most are \(names)\(used.count > 3 ? " and others" : ""), with \(number: share) of all downloads \(placeAndDay) each."
        }
        return """
            Downloaded most is \(first.name): its models have \(number: share) of all downloads \(placeAndDay), in 30 days.
            """
    }

    private var findings: [Finding] {
        let downloads = use
        guard !leaders(\.downloads).isEmpty else { return [] }
        return [
            Finding(id: "community.downloads", sentence: downloads, page: "community", provenance: provenance)
        ]
    }
}

extension CommunitiesPage {
    private var bare: [Profiles.Summary] { Array(profiles.listed.prefix(Self.listed)) }

    /// The most downloaded accounts; nil where nobody counted.
    private var figure: Figure? {
        let shown = profiles.listed.filter { $0.sums.downloads > 0 }.prefix(Self.bars)
        guard let first = shown.first, shown.count > 1 else { return nil }
        let share =
            Double(shown.reduce(0) { $0 + min($1.sums.downloads, .max / 32) }) / Double(profiles.total.downloads)
        let table = Table(
            id: "communities",
            columns: [
                (Column("name", "Account", .owner), .texts(shown.map(\.name))),
                (
                    Column("downloads", "Downloads, 30 days", .count, unit: "downloads"),
                    .integers(shown.map(\.sums.downloads))
                ),
                (Column("models", "Models", .count, unit: "models"), .integers(shown.map(\.sums.models))),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(shown.map(\.sums.likes))),
            ])
        return Figure(
            id: "communities", role: .main,
            chart: Chart(
                .bars, channels: ["label": "name", "value": "downloads"],
                options: ["noun": .text("downloads"), "names": .flag(true)]),
            table: table, totalRows: shown.count,
            title: shown.count == Self.bars
                ? "The twenty most downloaded accounts have \(Format.percent(share)) of all downloads \(placeAndDay)"
                : "\(first.name) is downloaded most",
            subtitle: "Downloads of 30 days of all models that an account publishes.", provenance: provenance)
    }

    private var table: TitledTable {
        let shown = bare
        return TitledTable(
            id: "greatest", title: "The greatest", text: "By downloads, then by likes.",
            table: Table(
                id: "greatest",
                columns: [
                    (Column("name", "Account", .owner), .texts(shown.map(\.name))),
                    (
                        Column("kind", "Known as", .category),
                        .texts(shown.map { $0.organization.map { $0.kind ?? "organization" } })
                    ),
                    (Column("models", "Models", .count), .integers(shown.map(\.sums.models))),
                    (Column("downloads", "Downloads, 30 days", .count), .integers(shown.map(\.sums.downloads))),
                    (Column("likes", "Likes", .count), .integers(shown.map(\.sums.likes))),
                    (Column("last", "Latest model", .day), .texts(shown.map { $0.last?.description })),
                ]))
    }

    /// Everyone with a record, greatest first, and what all records are compared with.
    var records: RecordShelf {
        let shown = profiles.listed
        var index: [String: JSONValue] = [
            "names": .array(shown.map { .string($0.name) }), "models": .array(shown.map { .integer($0.sums.models) }),
            "downloads": .array(shown.map { .integer($0.sums.downloads) }),
            "likes": .array(shown.map { .integer($0.sums.likes) }),
        ]
        index["organizations"] = .array(
            shown.indices.filter { shown[$0].organization != nil }.map { .integer($0) })
        return RecordShelf(
            id: "community", index: JSONValue.object(index).text, records: profiles.records,
            kinds: [.area, .bars, .curves],
            facts: facts)
    }

    /// What a record needs besides itself.
    private var facts: JSONValue {
        [
            "accounts": .integer(profiles.accounts), "total": profiles.total.json, "place": .string(place),
            "placeAndDay": .string(placeAndDay),
            "source": .string(provenance.source), "caveat": .string(provenance.caveat),
            "lastWholeMonth": JSONValue(census?.lastWholeMonth?.description),
            "first": .integer(ProfileRule.first), "isWhole": .bool(census?.source.coverage == .whole),
        ]
    }
}
