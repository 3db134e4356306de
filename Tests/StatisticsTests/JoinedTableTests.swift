import Foundation
import Statistics
import TestSupport
import Testing

/// A table of 34 leaderboard results that a study published with its own figures: what its rows give.
@Suite struct JoinedTableTests {
    private struct Row {
        var model: String
        var size: Double?
        var average: Double
        var isOpen: Bool
    }

    private func rows() throws -> [Row]? {
        guard let path = Repository.shared("data/joined-34-2025-11.csv", for: "the joined table") else { return nil }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let header = try #require(lines.first).map(String.init)
        let at = try ["model_size", "average", "access type", "model"].map { try #require(header.firstIndex(of: $0)) }
        return try lines.dropFirst().map { cells in
            Row(
                model: String(cells[at[3]]), size: Double(cells[at[0]]), average: try #require(Double(cells[at[1]])),
                isOpen: cells[at[2]] == "open-source")
        }
    }

    @Test func sizeAndScore() throws {
        guard let rows = try rows() else { return }
        #expect(rows.count == 34)
        let sized = rows.filter { $0.size != nil }
        let (sizes, scores) = (sized.map { $0.size! }, sized.map(\.average))
        let linear = try #require(Correlations.pearson(sizes, scores))
        let log = try #require(Correlations.pearson(sizes.map { log10($0) }, scores))
        #expect(linear.n == 33 && abs(linear.r - 0.696) < 5e-4 && abs(log.r - 0.786) < 5e-4)
        // At the same size the step of the gated is far smaller than the difference of the means.
        let ancova = try #require(
            Ancova(values: scores, covariate: sizes.map { log10($0) }, isSecond: sized.map { !$0.isOpen }))
        #expect(abs(ancova.slope - 15.53) < 5e-3 && abs(ancova.step + 2.91) < 5e-3)
    }

    @Test func openAgainstGated() throws {
        guard let rows = try rows() else { return }
        let open = rows.filter(\.isOpen).map(\.average)
        let gated = rows.filter { !$0.isOpen }.map(\.average)
        let test = try #require(WelchTest(open, gated))
        #expect(test.counts == (25, 9) && abs(test.t + 1.233) < 5e-4 && abs(test.df - 14.33) < 5e-3)
        #expect(abs(test.means.0 - 18.96) < 5e-3 && abs(test.means.1 - 25.48) < 5e-3 && test.p > 0.2)
    }

    /// Its text says r = 0.75 and t = −1.76: so it is without the rows that repeat a model and the one with another's score.
    @Test func whereTheTextHasItsFiguresFrom() throws {
        guard let rows = try rows() else { return }
        var seen: Set<String> = []
        let kept = rows.filter { seen.insert($0.model).inserted && !$0.model.hasSuffix("qwen2.5-14b-instruct") }
        #expect(kept.count == 30)
        let sized = kept.filter { $0.size != nil }
        let linear = try #require(Correlations.pearson(sized.map { $0.size! }, sized.map(\.average)))
        let test = try #require(
            WelchTest(kept.filter(\.isOpen).map(\.average), kept.filter { !$0.isOpen }.map(\.average)))
        #expect(abs(linear.r - 0.745) < 5e-4 && abs(test.t + 1.758) < 5e-4 && abs(test.df - 13.28) < 5e-3)
        // Its p of 0.09 is that of 28 degrees of freedom, as if both groups varied alike.
        #expect(abs(Tails.studentT(test.t, df: 28) - 0.09) < 1e-3 && abs(test.p - 0.102) < 5e-4)
    }
}
