import Catalog
import Censuses
import Core
import Report

/// Who is used? How few models hold how many of the downloads.
///
///     Adoption(july2024)!.title  → "75 models have more than three fifths of all downloads"
///
/// One counter that alone holds more than a fifth is not believed without a word: shares are then given without that
/// model, and with it beside them.
struct Adoption {
    let census: Census
    /// The greatest model, when its counter holds more than a fifth of all downloads.
    let doubted: Census.NamedCount?

    static let tooMuch = 0.2

    /// Nil when the listing has no downloads, or too few models for a top 1 %.
    init?(_ census: Census?) {
        guard let census, census.downloads.sum > 0, census.downloads.known >= 100 else { return nil }
        self.census = census
        let greatest = Double(census.downloads.greatest) / Double(census.downloads.sum)
        let others = census.downloads.sum - census.downloads.greatest
        self.doubted = greatest > Self.tooMuch && others > 0 ? census.mostDownloaded.first : nil
    }

    /// The share of the top 1 % with every counter counted.
    var topShare: Double? { census.downloads.share(oneOf: 100) }

    /// The same without the doubted counter; nil when none is doubted.
    var topShareWithoutDoubted: Double? {
        doubted == nil ? nil : census.downloads.shareWithoutGreatest(oneOf: 100)
    }

    /// The share of the doubted counter.
    var doubtedShare: Double { Double(census.downloads.greatest) / Double(census.downloads.sum) }

    private var sum: Int { census.downloads.sum - (doubted == nil ? 0 : census.downloads.greatest) }
    private var models: Int { census.downloads.known - (doubted == nil ? 0 : 1) }

    /// Rank cuts, fewest models first: how many models, and what they hold together. The tenth is not drawn: past the
    /// hundredth there is next to nothing left.
    var cuts: [(models: Int, share: Double)] {
        let tops = doubted == nil ? census.downloads.top : census.downloads.topWithoutGreatest
        return tops.filter { $0.rows <= models / 100 }.map { ($0.rows, Double($0.sum) / Double(sum)) }
    }
}

extension Adoption {
    /// The bars: the few, those next to them, and all others; shares of downloads that add up to one.
    struct Part: Equatable {
        var label: String
        var models: Int
        var share: Double
    }

    var parts: [Part] {
        var parts: [Part] = []
        var before = (models: 0, share: 0.0)
        for cut in cuts {
            let count = cut.models - before.models
            let label = parts.isEmpty ? Format.count(count, "model") : "the next \(Format.int(count))"
            parts.append(Part(label: label, models: count, share: cut.share - before.share))
            before = cut
        }
        let rest = models - before.models
        parts.append(Part(label: "the other \(Format.int(rest))", models: rest, share: max(0, 1 - before.share)))
        return parts
    }

    var title: String {
        guard let few = cuts.first else { return "" }
        let share = Wording.fraction(few.share)
        return "\(Format.count(few.models, "model")) \(few.models == 1 ? "has" : "have") \(share) of all downloads"
    }

    /// The top 1 % with all counters, then without the one that is doubted.
    var sentence: Sentence {
        guard let topShare else { return .empty }
        let few = "top 1\u{202F}% of \(census.nouns)"
        let all: Sentence = "\(number: Format.percent(topShare)) of all downloads of \(census.placeAndDay)"
        guard let doubted, let without = topShareWithoutDoubted else { return "The \(few) hold " + all + "." }
        return "With every counter, the \(few) hold " + all
            + """
            ; without \(Wording.name(doubted.repoID)), whose counter alone says \(number: Format.percent(doubtedShare)), \
            they hold \(number: Format.percent(without)).
            """
    }

    func figure(id: String) -> Figure {
        let parts = parts
        let table = Table(
            id: id,
            columns: [
                (Column("label", "Models by rank", .text), .texts(parts.map(\.label))),
                (Column("models", "Models", .count, unit: "models"), .integers(parts.map(\.models))),
                (Column("share", "Share of downloads", .share), .numbers(parts.map(\.share))),
            ])
        return Figure(
            id: id, role: .story,
            chart: Chart(.adoption, channels: ["label": "label", "value": "models", "share": "share"]), table: table,
            totalRows: parts.count, title: title,
            subtitle: "Models ranked by downloads in 30 days, and the share they hold"
                + (doubted == nil ? "" : "; one doubted counter is left out"),
            provenance: Provenance(
                source: census.source.cited, rows: Format.count(models, census.noun),
                caveat: doubted == nil ? census.source.limits : "One counter that is not believed is left out."),
            notes: [sentence.plain], opens: PageLink(page: "adoption", text: "Who is used?"))
    }
}
