import Censuses
import Core
import Report
import Testing

@testable import Analysis

@Suite struct GapsTests {
    @Test func aSlowBeginningAndACutEndAreNoGaps() {
        #expect(gaps([1, 2, 50, 60, 70, 3]).runs.isEmpty)
        #expect(gaps([]).runs.isEmpty)
        #expect(gaps([5]).sentence.isEmpty)
    }

    @Test func aHoleBetweenFullQuartersIsOne() {
        let gaps = gaps([40, 50, 0, 9, 60, 2])
        #expect(gaps.words.unspaced == "from July 2022 to December 2022")
        #expect(gaps.sentence.plain.unspaced.hasPrefix("From July 2022 to December 2022 the selection has few models"))
        #expect(gaps.sentence.plain.contains("leave a gap there"))
    }

    @Test func twoHolesAreTwo() {
        #expect(
            gaps([40, 0, 50, 1, 60]).words.unspaced
                == "from April 2022 to June 2022 and from October 2022 to December 2022")
    }

    /// A census with so many models in each quarter from January 2022 on.
    private func gaps(_ counts: [Int]) -> Gaps {
        let months = counts.enumerated().map {
            (Month("2022-01")!.advanced(by: $0 * 3).description as String?, String?.none, $1)
        }
        return Gaps(census("2026-08-22", months.filter { $0.2 > 0 }))
    }
}
