import Catalog
import Censuses
import Core
import Report

/// What growth shows, how it is computed, and what its data cannot say.
extension Growth {
    var shows: [Sentence] {
        guard models != nil else { return [] }
        var shows: [Sentence] = [
            """
            Each layer is a modality; click one and it opens into its tasks. The hatched layer states no task: it may be \
            anything.
            """
        ]
        if let datasets { shows.append(datasetsSentence(datasets)) }
        return shows
    }

    private func datasetsSentence(_ census: Census) -> Sentence {
        let day = Format.day(census.source.day)
        guard let models, census.rows > 0, models.rows > 0 else {
            return "The datasets: \(number: Format.int(census.rows)) on \(day)."
        }
        guard models.rows >= census.rows else {
            return "Below, the datasets: \(number: Format.int(census.rows)) on \(day), more than there are models."
        }
        let ratio = Format.decimal(Double(models.rows) / Double(census.rows), digits: 1)
        return """
            Below, the datasets: \(number: Format.int(census.rows)) on \(day), one for every \(number: ratio) models.
            """
    }

    var method: [Sentence] {
        guard let models else { return [] }
        return [
            """
            \(models.capitalNouns) that are still listed, by the month of their creation; what was deleted is not seen, so \
            the past looks smaller than it was.
            """,
            beforeSentence(models), .paragraph(crossChecks(models)),
            """
            A model’s modality follows from the one task it states, by the Hub’s own table of tasks; none is guessed. \
            Downloads are those of the last 30 days before the list was made, counted for the models made in a month, not \
            in that month.
            """,
        ].filter { !$0.isEmpty }
    }

    private func beforeSentence(_ census: Census) -> Sentence {
        guard census.beforeRecord > 0 else { return .empty }
        return """
            \(number: Format.int(census.beforeRecord)) \(Format.noun(census.beforeRecord, "model stands", "models stand")) on \
            the first recorded day, 2\u{A0}March\u{A0}2022, when the Hub began to note dates; they are older, and count as \
            “before the record”.
            """
    }

    /// Earlier whole listings against what the leading one still holds from before their day.
    private func crossChecks(_ census: Census) -> [Sentence] {
        guard census.source.coverage == .whole, let stock = MonthlyStock(census) else { return [] }
        let earlier = censuses.filter {
            $0.kind == census.kind && $0.source.coverage == .whole && $0.source.day < census.source.day
        }
        return earlier.sorted { $0.source.day < $1.source.day }.map { crossCheck($0, stock, census) }
    }

    /// Says nothing unless the earlier list was made within three days of a month's end, where the two can be compared.
    private func crossCheck(_ earlier: Census, _ stock: MonthlyStock, _ census: Census) -> Sentence {
        let day = earlier.source.day
        let month = day.civil.day <= 3 ? day.month.advanced(by: -1) : day.month
        guard abs(day.number - month.lastDay.number) <= 3, stock.months.contains(month) else { return .empty }
        let standing = stock.atEnd(of: month)
        // What three days bring may lie between the list's day and the month's end.
        let between = max(stock.added(in: month), stock.added(in: month.advanced(by: 1))) / 10
        let meaning =
            earlier.rows > standing + between
            ? "the rest was deleted or made private since" : "as many, as far as the two can be compared"
        return """
            A list of \(Format.day(day)) held \(number: Format.int(earlier.rows)) \(Format.noun(earlier.rows, "model")); of \
            those made by the end of \(Format.month(month)), the list of \(Format.day(census.source.day)) has \
            \(number: Format.int(standing)): \(meaning).
            """
    }

    /// Notes under the figure.
    func notes(_ census: Census) -> [String] {
        [incompleteMonth(census), undated(census)].compactMap(\.self)
    }

    private func incompleteMonth(_ census: Census) -> String? {
        guard let last = census.lastWholeMonth, last < census.source.day.month else { return nil }
        guard census.lastMonth == census.source.day.month else {
            return """
                Nothing in the list of \(Format.day(census.source.day)) is newer than \(Format.month(census.lastMonth)), so \
                monthly counts end with \(Format.month(last)).
                """
        }
        return """
            \(Format.month(census.source.day.month)) is not a whole month: the list of \(census.nouns) was made on \
            \(Format.day(census.source.day)), so monthly counts end with \(Format.month(last)).
            """
    }

    private func undated(_ census: Census) -> String? {
        let withoutMonth = census.cells.reduce(0) { $0 + ($1.month == nil ? $1.count : 0) }
        let undated = withoutMonth - census.beforeRecord
        guard undated > 0 else { return nil }
        return
            "\(Format.count(undated, census.noun)) without a date of creation \(undated == 1 ? "stands" : "stand") from the start."
    }
}
