import Catalog
import Censuses
import Core
import Report

/// What happened to open AI models? The front page: the numbers, the skyline, the story in six charts, what changed.
struct Home {
    var growth: Growth
    var sizes: Sizes
    var evolution: Evolution
    var changes = Changes()
    /// What other questions show here of themselves: of benchmarks, mentions, places.
    var others: [Figure] = []

    var listing: Census? { growth.models }
    var datasets: Census? { growth.datasets }
    var adoption: Adoption? { Adoption(listing) }

    var page: Page {
        Page(
            id: "index", name: "Home", plate: 0, question: "What happened to open AI models?", lede: lede,
            figures: [skyline].compactMap(\.self) + headlines + stories, tables: changes.tables, findings: findings)
    }
}

extension Home {
    var lede: Sentence {
        guard let listing else {
            if evolution.total == 0 { return "Nothing is collected yet: this atlas holds no models." }
            return growth.censuses.contains { $0.kind == .models && $0.source.coverage != .selection && $0.rows > 0 }
                ? "This atlas holds \(number: Format.count(evolution.total, "model")); no list says when one was made."
                : "This atlas holds a selection of \(number: Format.count(evolution.total, "model")), and no whole listing."
        }
        guard listing.rows > 0 else { return "The list of \(Format.day(listing.source.day)) holds no models." }
        return .paragraph([stockSentence(listing), spreadSentence(listing)])
    }

    private func stockSentence(_ census: Census) -> Sentence {
        let place = Format.capitalized(census.place)
        guard let stock = MonthlyStock(census), let last = census.lastWholeMonth, stock.months.lowerBound < last else {
            let models = Format.count(census.rows, census.noun)
            return "\(place) holds \(number: models) on \(Format.day(census.source.day))."
        }
        let start = max(stock.months.lowerBound, last.advanced(by: -24))
        let from = stock.atEnd(of: start)
        let opening =
            switch Double(census.rows) / Double(max(1, from)) {
            case 2...: "They multiplied. "
            case 1.1..<2: "They grew in number. "
            default: ""
            }
        return """
            \(opening)At the end of \(Format.month(start)) \(census.place) held \(number: Wording.rounded(from)) of those that still \
            exist, and \(number: Format.int(census.rows)) on \(Format.day(census.lastDay)).
            """
    }

    /// How few have most of the downloads, and how many have none.
    private func spreadSentence(_ census: Census) -> Sentence {
        guard let zero = census.downloads.shareAtZero else { return .empty }
        guard let adoption, let top = adoption.topShareWithoutDoubted ?? adoption.topShare else {
            if zero == 0 { return "Every one of them was downloaded in 30 days." }
            if zero == 1 { return "Not one of them was downloaded in 30 days." }
            return "Of all, \(number: Format.percent(zero)) had not one download in 30 days."
        }
        let doubt = adoption.doubted == nil ? "" : ", one doubted counter left out"
        return """
            One in a hundred of them has \(number: Format.percent(top)) of the downloads\(doubt); \
            \(number: Format.percent(zero)) had not one in 30 days.
            """
    }

    private var findings: [Finding] {
        var findings: [Finding] = []
        if let adoption {
            findings.append(
                Finding(
                    id: "adoption.top", sentence: adoption.sentence, page: "index", figure: "home-adoption",
                    provenance: adoption.census.provenance))
        }
        if let listing, let zero = listing.downloads.shareAtZero {
            let sentence: Sentence = """
                \(number: Format.int(listing.downloads.zero)) of \(number: Format.int(listing.downloads.known)) models, \
                \(number: Format.percent(zero)), had not one download in 30 days.
                """
            findings.append(
                Finding(
                    id: "adoption.zero", sentence: sentence, page: "index", figure: "home-zero",
                    provenance: listing.provenance))
        }
        return findings
    }
}

// MARK: - The skyline

extension Home {
    static let needles = 5_000

    /// One needle for each of the most liked models with a day of publication.
    var skyline: Figure? {
        let dated = evolution.greatest.filter { $0.createdAt != nil && ($0.likes ?? 0) > 0 }
        guard !dated.isEmpty else { return nil }
        let live = Self.skylineTable(Array(dated.prefix(Self.needles)))
        let inline = live.prefix(Evolution.inline)
        let needles =
            live.rowCount == 1
            ? "One needle for the one liked model"
            : "One needle for each of the \(Format.int(live.rowCount)) most liked models"
        return Figure(
            id: "skyline", role: .skyline,
            chart: Chart(
                .skyline, channels: ["x": "createdOn", "y": "likes", "series": "modality", "key": "id"],
                options: ["noun": .text("models")]),
            table: inline, liveTable: live.rowCount > inline.rowCount ? live : nil, totalRows: dated.count,
            title:
                "The skyline: \(Wording.name(dated[0].repoID)) stands highest, with \(Format.count(dated[0].likes ?? 0, "like"))",
            subtitle: "\(needles), on the day it was published. Height is likes\(counted(dated)).",
            provenance: provenance(live.rowCount),
            opens: PageLink(page: "evolution", text: "Which models made their mark, and when?"))
    }

    private func provenance(_ needles: Int) -> Provenance {
        var provenance = evolution.provenance
        provenance.rows =
            "the \(Format.int(needles)) most liked with a date, of \(Format.count(evolution.total, "model"))"
        return provenance
    }

    private func counted(_ models: [ModelRow]) -> String {
        let days = Set(models.prefix(Self.needles).compactMap(\.likesOn))
        guard let last = days.max() else { return "" }
        return days.count == 1 ? " on \(Format.day(last))" : " as last counted, until \(Format.day(last))"
    }

    static func skylineTable(_ models: [ModelRow]) -> Table {
        Table(
            id: "skyline",
            columns: [
                (Column("id", "Model", .modelID), .texts(models.map(\.repoID))),
                (Column("createdOn", "Published", .day), .texts(models.map { $0.createdAt?.day.description })),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(models.map(\.likes))),
                (Column("modality", "Modality", .category), .texts(models.map(\.modality.rawValue))),
            ])
    }
}
