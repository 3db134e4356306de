import Catalog
import Core
import Report

/// Which models made their mark, and when? The most liked models by the day they were published.
///
///     Evolution(greatest: rows, total: 20_123, selection: sentence).page
struct Evolution {
    /// Models with likes, most liked first: at most 20,000.
    var greatest: [ModelRow]
    /// All models that there are.
    var total: Int
    /// Where the rows come from.
    var provenance: Provenance
    /// What the models are of, where they are not the whole Hub: "this selection".
    var place: String?
    /// What the dates of the rows leave out; empty when nothing.
    var gaps: Sentence = .empty

    static let inline = 500
    static let live = 20_000

    var page: Page {
        Page(
            id: "evolution", name: "Evolution", plate: 1, question: "Which models made their mark, and when?",
            lede: lede, figures: greatest.isEmpty ? [] : [figure], shows: shows, method: method,
            next: PageLink(page: "growth", text: "How did the Hub grow?"),
            nextText: "These are the few that everyone knows. How many are there?", findings: findings)
    }
}

extension Evolution {
    var lede: Sentence {
        guard !greatest.isEmpty else { return "No model of this atlas has a like yet, so none made its mark." }
        // The first sentence says of what all of them speak.
        var rest = self
        rest.place = years.isEmpty ? place : nil
        return .paragraph([years.isEmpty ? countSentence : yearsSentence, rest.lastSentence])
    }

    /// The modality with most of the 20 most liked models of a year, where it has at least half of them.
    struct YearOfTwenty: Equatable {
        var year: Int
        var modality: Modality
        var count: Int
    }

    /// Years with at least 20 dated models, oldest first.
    var years: [YearOfTwenty] {
        var ofYear: [Int: [ModelRow]] = [:]
        for model in greatest {
            guard let year = model.createdAt?.day.civil.year, (ofYear[year]?.count ?? 0) < 20 else { continue }
            ofYear[year, default: []].append(model)
        }
        return ofYear.sorted { $0.key < $1.key }.compactMap { year, models in
            guard models.count == 20 else { return nil }
            let counts = Dictionary(grouping: models, by: \.modality).mapValues(\.count)
            guard let (modality, count) = counts.max(by: { ($0.value, $1.key.rank) < ($1.value, $0.key.rank) }),
                count >= 10, modality != .unknown
            else { return nil }
            return YearOfTwenty(year: year, modality: modality, count: count)
        }
    }

    private var yearsSentence: Sentence {
        guard let first = years.first, let last = years.last else { return .empty }
        let subject = within(first.modality.models(first.count))
        let opening: Sentence =
            "\(subject) are \(number: "\(first.count) of the 20") most liked of \(String(first.year))"
        guard last != first else { return opening + "." }
        // A year that another modality led tells more than the newest year that the same one led.
        let other = years.last { $0.modality != first.modality } ?? last
        if other.modality == first.modality {
            return opening + " and still \(number: "\(last.count) of the 20") of \(String(last.year))."
        }
        return opening
            + ", \(other.modality.models(other.count)) \(number: "\(other.count) of the 20") of \(String(other.year))."
    }

    private var countSentence: Sentence {
        greatest.count == 1
            ? "One model here was liked." : "\(number: Format.int(greatest.count)) models here were liked."
    }

    /// The most liked of all: when it was published, how fast it rose.
    var recordSentence: Sentence {
        guard let record = greatest.first, let likes = record.likes else { return .empty }
        let name = Wording.name(record.repoID)
        let gained: Sentence = "\(number: Format.count(likes, "like") + within(record))."
        if greatest.count == 1 { return "It is \(name), with " + gained }
        if greatest[1].likes == record.likes { return "No model has more than " + gained }
        guard let created = record.createdAt?.day else {
            return "\(within("the most liked model is")) \(name), older than the record of dates: " + gained
        }
        return "\(within("the most liked model is")) \(name), of \(Format.month(created.month)): " + gained
    }

    /// The same as the end of a story, where the record is younger than the years before it in the lede.
    private var lastSentence: Sentence {
        guard greatest.count > 1, let record = greatest.first, let likes = record.likes, greatest[1].likes != likes,
            let created = record.createdAt?.day, let last = years.last, created.civil.year >= last.year,
            greatest.dropFirst().prefix(20).allSatisfy({ ($0.createdAt?.day ?? created) <= created })
        else { return recordSentence }
        let name = Wording.name(record.repoID)
        return """
            Then, in \(Format.month(created.month)), \(name) passed them all: \
            \(number: Format.count(likes, "like") + within(record)).
            """
    }

    /// The beginning of a sentence, which says of what it speaks.
    private func within(_ words: String) -> String {
        place.map { "In \($0), \(words)" } ?? Format.capitalized(words)
    }

    /// " in 50 days" when the likes were counted within about a year of publication, else " by 22 Aug 2026".
    private func within(_ model: ModelRow) -> String {
        guard let counted = model.likesOn else { return "" }
        guard let created = model.createdAt?.day, counted >= created else { return " by \(Format.day(counted))" }
        let days = counted.number - created.number
        return days <= 400 ? " in \(Format.count(max(1, days), "day"))" : " by \(Format.day(counted))"
    }

    private var findings: [Finding] {
        greatest.isEmpty
            ? []
            : [Finding(id: "evolution.record", sentence: recordSentence, page: "evolution", provenance: provenance)]
    }
}

extension ModelRow {
    /// The day that `likes` was counted on.
    var likesOn: Day? { observations.last { $0.likes != nil }?.day }
}
