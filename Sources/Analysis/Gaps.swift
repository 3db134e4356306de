import Censuses
import Core
import Report

/// Quarters in which a selection has far fewer models than in others: there its dates say more about the lists it was drawn
/// from than about what was published.
struct Gaps: Equatable {
    /// Runs of thin quarters, by their first months, oldest first.
    var runs: [ClosedRange<Month>] = []

    /// A quarter is thin when it has less than a quarter of what some quarter before it has, and of what some quarter after
    /// it has: a slow beginning and an end cut short are no gaps.
    init(_ census: Census) {
        var counts: [Month: Int] = [:]
        for cell in census.cells {
            guard let month = cell.month, month >= MonthlyStock.firstPossible else { continue }
            counts[month.quarter, default: 0] += cell.count
        }
        guard let first = counts.keys.min(), let last = counts.keys.max(), first < last else { return }
        let quarters = stride(from: first.number, through: last.number, by: 3).map { Month(number: $0) }
        for (i, quarter) in quarters.enumerated() {
            let before = quarters[..<i].map { counts[$0] ?? 0 }.max() ?? 0
            let after = quarters[(i + 1)...].map { counts[$0] ?? 0 }.max() ?? 0
            guard (counts[quarter] ?? 0) * 4 < min(before, after) else { continue }
            if let run = runs.last, run.upperBound.advanced(by: 3) == quarter {
                runs[runs.count - 1] = run.lowerBound...quarter
            } else {
                runs.append(quarter...quarter)
            }
        }
    }

    /// "from April 2025 to March 2026"; empty without a gap.
    var words: String {
        Format.list(
            runs.map {
                "from \(Format.month($0.lowerBound)) to \(Format.month($0.upperBound.advanced(by: 2)))"
            })
    }

    /// Empty without a gap.
    var sentence: Sentence {
        guard !runs.isEmpty else { return .empty }
        return """
            \(Format.capitalized(words)) the selection has few models: the lists that it is drawn from leave \
            \(runs.count == 1 ? "a gap" : "gaps") there, and a low count means nothing.
            """
    }
}

extension Month {
    /// The first month of its quarter.
    var quarter: Month { Month(year: year, month: (ofYear - 1) / 3 * 3 + 1) }
}
