import Foundation
import JSON
import Statistics
import TestSupport
import Testing

/// What `assets/js/chart/statistics.js` is held to as well: a page's numbers stay the same when the browser counts them again.
@Suite struct SharedFixtureTests {
    private let fixture: JSONValue

    init() throws {
        let path = Repository.path("Tests/Fixtures/statistics.json")
        fixture = try JSONValue.parse([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }

    private func near(_ a: Double?, _ b: JSONValue?, _ relative: Double = 1e-9) -> Bool {
        guard let a, let b = b?.number else { return false }
        return abs(a - b) <= relative * max(1e-12, abs(a), abs(b))
    }

    private func numbers(_ value: JSONValue?) -> [Double] { (value?.array ?? []).compactMap(\.number) }

    private var pairs: [JSONValue] { fixture["pairs"]?.array ?? [] }

    @Test func tails() throws {
        let tails = try #require(fixture["tails"]?.array)
        #expect(tails.count > 4)
        for row in tails.map({ numbers($0) }) {
            #expect(abs(Tails.studentT(row[0], df: row[1]) - row[2]) <= 1e-9 * row[2])
        }
        for row in (fixture["quantiles"]?.array ?? []).map({ numbers($0) }) {
            #expect(abs(Tails.studentTQuantile(0.95, df: row[0]) - row[1]) <= 1e-9 * row[1])
        }
    }

    @Test func correlations() throws {
        #expect(pairs.count == 4)
        for pair in pairs {
            let (x, y) = (numbers(pair["x"]), numbers(pair["y"]))
            let pearson = try #require(Correlations.pearson(x, y))
            #expect(near(pearson.r, pair["pearson"]?["r"]) && near(pearson.p, pair["pearson"]?["p"], 1e-8))
            #expect(near(pearson.interval?.lowerBound, pair["pearson"]?["low"]))
            #expect(near(pearson.interval?.upperBound, pair["pearson"]?["high"]))
            let spearman = try #require(Correlations.spearman(x, y))
            #expect(near(spearman.r, pair["spearman"]?["r"]) && near(spearman.p, pair["spearman"]?["p"], 1e-8))
        }
    }

    @Test func linesWithTheirBands() throws {
        for pair in pairs {
            let line = try #require(Line(numbers(pair["x"]), numbers(pair["y"])))
            let expected = pair["line"]
            #expect(near(line.slope, expected?["slope"], 1e-8) && near(line.intercept, expected?["intercept"], 1e-8))
            #expect(near(line.fit.p[1], expected?["p"], 1e-7) && near(line.slopeHalf, expected?["half"], 1e-8))
            for at in (expected?["band"]?.array ?? []).map({ numbers($0) }) {
                let band = line.band(at: at[0])
                #expect(abs(band.value - at[1]) < 1e-8 && abs(band.half - at[2]) < 1e-8)
            }
        }
    }

    @Test func smoothCurves() {
        for pair in pairs {
            let span = pair["loess"]?["span"]?.number ?? 0
            let curve = Loess(x: numbers(pair["x"]), y: numbers(pair["y"]), span: span)
            for at in (pair["loess"]?["at"]?.array ?? []).map({ numbers($0) }) {
                let value = curve.value(at: at[0]) ?? .nan
                #expect(abs(value - at[1]) < 1e-6, "at \(at[0]): \(value), not \(at[1])")
            }
        }
    }

    @Test func frontsAndBoxes() throws {
        for pair in pairs {
            let (x, y) = (numbers(pair["x"]), numbers(pair["y"]))
            #expect(ParetoFront.of(cost: x, worth: y) == (pair["front"]?.array ?? []).compactMap(\.integer))
            let box = try #require(BoxSummary(y))
            let expected = pair["box"]
            #expect(
                near(box.q1, expected?["q1"]) && near(box.median, expected?["median"]) && near(box.q3, expected?["q3"]))
            #expect(near(box.low, expected?["low"]) && near(box.high, expected?["high"]))
            #expect(box.outliers == numbers(expected?["outliers"]))
        }
        #expect(BoxSummary([]) == nil && BoxSummary([3])?.high == 3 && ParetoFront.of(cost: [], worth: []).isEmpty)
    }
}
