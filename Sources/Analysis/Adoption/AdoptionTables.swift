import Catalog
import Censuses
import Core
import Report
import Statistics

extension AdoptionPage {
    /// Every counter's spread in one row.
    var spreadTable: TitledTable? {
        guard !counted.isEmpty else { return nil }
        let spreads = counted.map(\.spread)
        return TitledTable(
            id: "adoption-spread", title: "How each counter is spread",
            text: """
                Every counter as it was told, doubted ones too. Gini: 0 when all have the same, near 1 when one has all. Top 1\u{202F}% \
                and 10\u{202F}%: what the greatest of them hold.
                """,
            table: Table(
                id: "adoption-spread",
                columns: [
                    (Column("counter", "Counter", .text), .texts(counted.map(\.name))),
                    (Column("rows", "Known of", .count), .integers(spreads.map(\.known))),
                    (Column("zero", "At zero", .share), .numbers(spreads.map(\.shareAtZero))),
                    (Column("median", "Median", .number), .numbers(spreads.map(\.median))),
                    (Column("greatest", "Greatest", .count), .integers(spreads.map(\.greatest))),
                    (Column("top1", "Top 1\u{202F}%", .share), .numbers(spreads.map { $0.share(oneOf: 100) })),
                    (Column("top10", "Top 10\u{202F}%", .share), .numbers(spreads.map { $0.share(oneOf: 10) })),
                    (
                        Column("gini", "Gini", .text),
                        .texts(spreads.map { $0.sum > 0 ? Format.decimal($0.gini, digits: 5) : nil })
                    ),
                ]))
    }

    /// The laws that were drawn.
    var fitTable: TitledTable? {
        let fits = fits.compactMap { entry in entry.fit.map { (counted: entry.counted, fit: $0) } }
        guard !fits.isEmpty else { return nil }
        return TitledTable(
            id: "adoption-fits", title: "Power law or log-normal",
            text: """
                α with its standard error, from xmin on; the distance is the greatest between tail and law. p of the law: how often \
                chance takes a tail so far from a law that is true (below 0.1 it is given up). Ratio: Vuong’s, above zero for the power \
                law, below for the log-normal.
                """,
            table: Table(
                id: "adoption-fits",
                columns: [
                    (Column("counter", "Counter", .text), .texts(fits.map(\.counted.name))),
                    (Column("alpha", "α", .text), .texts(fits.map { alphaWords($0.fit.law) })),
                    (Column("xmin", "xmin", .count), .integers(fits.map(\.fit.law.xmin))),
                    (Column("tail", "In the tail", .count), .integers(fits.map(\.fit.law.tail))),
                    (
                        Column("distance", "Distance", .text),
                        .texts(fits.map { Format.decimal($0.fit.law.distance, digits: 4) })
                    ),
                    (Column("p", "p of the law", .text), .texts(fits.map { pFigure($0.fit.plausibility.p) })),
                    (
                        Column("ratio", "Ratio", .text),
                        .texts(fits.map { $0.fit.test.map { Format.decimal($0.ratio, digits: 2) } })
                    ),
                    (
                        Column("vuong", "p of the ratio", .text),
                        .texts(fits.map { $0.fit.test.map { pFigure($0.p) } })
                    ),
                    (Column("verdict", "Likelier", .text), .texts(fits.map { verdict($0.fit.test) })),
                ]))
    }

    private func pFigure(_ p: Double) -> String { p < 0.001 ? "< 0.001" : Self.pWords(p) }

    private func alphaWords(_ law: PowerLaw) -> String {
        "\(Format.decimal(law.alpha, digits: 3)) ± \(Format.decimal(law.error, digits: 3))"
    }

    private func verdict(_ test: VuongTest?) -> String {
        switch test?.verdict {
        case .powerLaw: "power law"
        case .logNormal: "log-normal"
        case .undecided, nil: "cannot be told"
        }
    }

    /// Downloads within each field, by both lists of fields.
    var fieldTable: TitledTable? {
        let fields = leading?.fields ?? []
        guard !fields.isEmpty else { return nil }
        return TitledTable(
            id: "adoption-fields", title: "Within each field",
            text: """
                Modalities are the Hub’s, by a model’s task: each model is in one. The study’s fields are those of Osborne, Ding and \
                Kirk (2024), by any of their tags: a model may be in several, or in none. The index is that of downloads by owner.\
                \(leftOut(of: fields))
                """,
            table: Table(
                id: "adoption-fields",
                columns: [
                    (
                        Column("field", "Field", .text),
                        .texts(fields.map { $0.title + ($0.holds(doubted) ? ", one counter left out" : "") })
                    ),
                    (Column("scheme", "By", .text), .texts(fields.map { $0.scheme == .hub ? "the Hub" : "the study" })),
                    (Column("rows", "Models", .count), .integers(fields.map(\.rows))),
                    (Column("zero", "No downloads", .share), .numbers(fields.map(\.downloads.shareAtZero))),
                    (
                        Column("top1", "Top 1\u{202F}%", .share),
                        .numbers(fields.map { $0.believed(without: doubted).held(byOneOf: 100) })
                    ),
                    (Column("gini", "Gini", .text), .texts(fields.map(giniOfDownloads))),
                    (
                        Column("herfindahl", "Index", .text),
                        .texts(
                            fields.map { field in
                                field.holds(doubted) ? nil : field.herfindahl.map { Format.decimal($0, digits: 3) }
                            })
                    ),
                    (Column("liked", "No likes", .share), .numbers(fields.map(\.likes.shareAtZero))),
                    (Column("likesGini", "Gini of likes", .text), .texts(fields.map { gini($0.likes, digits: 4) })),
                ]))
    }

    /// The counter of the leading list that is not believed.
    private var doubted: Census.NamedCount? { counted.first { $0.id == "models-downloads" }?.doubted }

    /// What the rows of fields leave out, and why one has no index.
    private func leftOut(of fields: [Census.FieldCounters]) -> String {
        guard let doubted, fields.contains(where: { $0.holds(doubted) }) else { return "" }
        return """
             Without the counter of \(doubted.repoID), which is not believed; a list keeps no owner’s downloads within a field, so \
            without it the index of that field is not known.
            """
    }

    private func giniOfDownloads(_ field: Census.FieldCounters) -> String? {
        guard field.holds(doubted) else { return gini(field.downloads, digits: 4) }
        return Format.decimal(field.downloads.giniWithoutGreatest, digits: 4)
    }

    private func gini(_ spread: Distribution, digits: Int) -> String? {
        spread.sum > 0 ? Format.decimal(spread.gini, digits: digits) : nil
    }

    /// The greatest owners by downloads, with their country.
    var ownerTable: TitledTable? {
        guard let share = shares.last, let census = leading, share.census == census else { return nil }
        let owners = Array(share.greatest.prefix(Self.listed))
        guard !owners.isEmpty else { return nil }
        let all = Double(max(1, census.downloads.sum - (share.doubted?.value ?? 0)))
        return TitledTable(
            id: "adoption-top-owners", title: "The owners with most downloads",
            text: share.doubted.map { "Without the counter of \($0.repoID), which is not believed." } ?? "",
            table: Table(
                id: "adoption-top-owners",
                columns: [
                    (Column("owner", "Owner", .owner), .texts(owners.map(\.owner))),
                    (
                        Column("country", "Country", .text),
                        .texts(owners.map { facts.countries[$0.owner.lowercased()].map(CountryNames.name) })
                    ),
                    (Column("models", "Models", .count), .integers(owners.map(\.count))),
                    (Column("downloads", "Downloads", .count), .integers(owners.map(\.downloads))),
                    (Column("share", "Of all", .share), .numbers(owners.map { Double($0.downloads) / all })),
                    (Column("likes", "Likes", .count), .integers(owners.map(\.likes))),
                ]))
    }

    var countryTable: TitledTable? {
        guard let share = shares.last, share.countryIndex != nil else { return nil }
        let parts = share.byCountry.prefix(Self.listed)
        return TitledTable(
            id: "adoption-countries", title: "Downloads by country of the owner",
            text: """
                Places are looked up for the \(Format.int(share.greatest.count)) owners with most downloads, who hold \
                \(Format.percent(share.shareOfNamed ?? 0)) of them; persons, and organizations without a known seat, are “unknown”.
                """,
            table: Table(
                id: "adoption-countries",
                columns: [
                    (
                        Column("country", "Country", .text),
                        .texts(parts.map { $0.code.map(CountryNames.name) ?? Format.unknown })
                    ),
                    (Column("owners", "Owners", .count), .integers(parts.map(\.owners))),
                    (Column("downloads", "Downloads", .count), .integers(parts.map(\.sum))),
                    (Column("share", "Of all downloads", .share), .numbers(parts.map(\.share))),
                ]))
    }
}
