import Catalog

/// Rows, and what their counters add up to; a counter that is not known adds nothing.
struct Sums: Equatable {
    var count = 0
    var downloads = 0
    var likes = 0

    mutating func add(_ row: ModelRow) {
        count += 1
        downloads = saturating(downloads, row.downloads)
        likes = saturating(likes, row.likes)
    }

    mutating func add(_ other: Sums) {
        count += other.count
        downloads = saturating(downloads, other.downloads)
        likes = saturating(likes, other.likes)
    }
}

/// A hostile counter stops at the greatest number instead of stopping the work; one below zero is none.
func saturating(_ sum: Int, _ value: Int?) -> Int {
    guard let value, value > 0 else { return sum }
    let (total, overflow) = sum.addingReportingOverflow(value)
    return overflow ? .max : total
}
