import Censuses
import Core
import Report

/// Quarters in which a selection has far fewer models than in others: there its dates say more about the lists it was drawn
/// from than about what was published.
struct Gaps: Equatable {
    /// Runs of thin quarters, by their first months, oldest first.
    var runs: [ClosedRange<Month>] = []

    /// A quarter is thin with less than a quarter of the middle quarter's models; the first and last are never judged,
    /// being cut by the record or by the list.
    init(_ census: Census) {
        var counts: [Month: Int] = [:]
        for cell in census.cells {
            guard let month = cell.month, month >= MonthlyStock.firstPossible else { continue }
            counts[month.quarter, default: 0] += cell.count
        }
        guard let first = counts.keys.min(), let last = counts.keys.max(), last.number - first.number >= 12 else {
            return
        }
        let judged = stride(from: first.number + 3, to: last.number, by: 3).map { Month(number: $0) }
        let middle = judged.map { counts[$0] ?? 0 }.sorted()[judged.count / 2]
        for quarter in judged where (counts[quarter] ?? 0) * 4 < middle {
            if let run = runs.last, run.upperBound.advanced(by: 3) == quarter {
                runs[runs.count - 1] = run.lowerBound...quarter
            } else {
                runs.append(quarter...quarter)
            }
        }
    }

    /// Empty without a gap.
    var sentence: Sentence {
        guard !runs.isEmpty else { return .empty }
        let spans = runs.map { "\(Format.month($0.lowerBound)) to \(Format.month($0.upperBound.advanced(by: 2)))" }
        return """
            From \(Format.list(spans)) the selection has few models: the lists that it is drawn from leave \
            \(runs.count == 1 ? "a gap" : "gaps") there, and a low count means nothing.
            """
    }
}

extension Month {
    /// The first month of its quarter.
    var quarter: Month { Month(year: year, month: (ofYear - 1) / 3 * 3 + 1) }
}
