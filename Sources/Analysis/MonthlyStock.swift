import Catalog
import Censuses
import Core

/// How many rows a listing holds by the month they were made in: what is new in each month and what stands at its end.
///
///     let stock = MonthlyStock(census)!
///     stock.added(in: Month("2024-06")!)   → 60_217
///     stock.atEnd(of: Month("2022-06")!)   → 52_727
///     stock.lastWholeMonth                 → 2024-06     for a listing of 11 Jul 2024
///
/// Rows without a month (before the record, or undated) stand from the start. A row that claims a month after the
/// listing's day counts in the listing's month.
struct MonthlyStock {
    /// Without gaps, up to the listing's own month.
    let months: ClosedRange<Month>
    /// Rows that stand before the first month.
    let before: Int
    private let counts: [Month: Int]

    /// The Hub opened in 2016: an earlier month is no month of publication, and its rows stand before the record.
    static let firstPossible = Month(year: 2016, month: 1)

    /// Nil when no row has a month.
    init?(_ census: Census, where isCounted: (Census.Cell) -> Bool = { _ in true }) {
        let end = census.source.day.month
        var counts: [Month: Int] = [:]
        var before = 0
        for cell in census.cells where isCounted(cell) {
            guard let month = cell.month, month >= Self.firstPossible else {
                before += cell.count
                continue
            }
            counts[min(month, end), default: 0] += cell.count
        }
        guard let first = census.firstMonth else { return nil }
        self.months = first...Swift.max(first, census.lastMonth)
        self.before = before
        self.counts = counts
        self.lastWholeMonth = census.lastWholeMonth
    }

    /// The last month that the listing saw to its end; nil when it saw none.
    let lastWholeMonth: Month?

    func added(in month: Month) -> Int { counts[month] ?? 0 }

    func atEnd(of month: Month) -> Int { counts.reduce(before) { $0 + ($1.key <= month ? $1.value : 0) } }

    /// New rows over the months of a range.
    func added(over range: ClosedRange<Month>) -> Int { range.reduce(0) { $0 + added(in: $1) } }
}

extension Census {
    /// The first month that a row was made in.
    var firstMonth: Month? {
        let end = source.day.month
        return cells.compactMap(\.month).filter { $0 >= MonthlyStock.firstPossible }.map { Swift.min($0, end) }.min()
    }

    /// The month that the listing ends with: its own, or the newest that has a row when a busy listing has none for two
    /// months and more. Then it is a copy of an older one, whenever it was read.
    var lastMonth: Month {
        let own = source.day.month
        guard let newest = cells.compactMap(\.month).max(), newest.advanced(by: 2) <= own else { return own }
        let recent = cells.reduce(0) {
            $0 + (($1.month ?? own) > newest.advanced(by: -3) && $1.month != nil ? $1.count : 0)
        }
        return recent >= 90 ? newest : own
    }

    /// The day that the listing ends with: its own, or the last of the month that it ends with.
    var lastDay: Day { lastMonth == source.day.month ? source.day : lastMonth.lastDay }

    /// The listing's own month when it was made on that month's last day, else the month before. A listing that ends before
    /// its day may end anywhere in its newest month.
    var lastWholeMonth: Month? {
        let isWhole = lastMonth == source.day.month && source.day == source.day.month.lastDay
        let month = isWhole ? lastMonth : lastMonth.advanced(by: -1)
        return firstMonth.flatMap { $0 <= month ? month : nil }
    }
}
