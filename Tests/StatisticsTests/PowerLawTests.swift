import Foundation
import JSON
import Numerics
import Testing

@testable import Statistics

@Suite struct HurwitzZetaTests {
    @Test func closedForms() {
        let square = Double.pi * Double.pi
        for (s, a, value) in [
            (2, 1, square / 6), (4, 1, square * square / 90), (2, 3, square / 6 - 1.25), (2, 0.5, square / 2),
            (3, 1, 1.2020569031595942), (1.5, 1, 2.612375348685488),
        ] {
            #expect(abs(HurwitzZeta.value(s, a) - value) < 4e-15 * value)
        }
    }

    /// Of mpmath 1.4, to 17 digits.
    @Test(
        arguments: [
            (1.1, 5, 8.6016415084114456), (2.3, 1000, 9.6903386691846876e-05), (29, 3, 1.4574282091975154e-14),
            (60, 1, 1), (1.0001, 40, 9996.3243483107415),
        ] as [(Double, Double, Double)])
    func tabled(s: Double, a: Double, value: Double) {
        #expect(abs(HurwitzZeta.value(s, a) / value - 1) < 2e-13)
    }

    /// Each derivative is the slope of the one before it.
    @Test func derivatives() {
        for (s, a) in [(1.4, 1.0), (2.2, 7), (3, 90), (20, 2)] {
            let (here, low, high) = (
                HurwitzZeta.derivatives(s, a), HurwitzZeta.derivatives(s - 1e-5, a),
                HurwitzZeta.derivatives(s + 1e-5, a)
            )
            #expect(abs(here.value / HurwitzZeta.value(s, a) - 1) < 1e-13)
            #expect(abs((high.value - low.value) / 2e-5 / here.first - 1) < 1e-6)
            #expect(abs((high.first - low.first) / 2e-5 / here.second - 1) < 1e-6)
        }
    }
}

/// Samples and figures of `Fixtures/power-law.py`: SciPy 1.17 and powerlaw 2.0.
@Suite struct PowerLawTests {
    struct Sample: CustomTestStringConvertible {
        var json: JSONValue
        var spread: ValueCounts
        var testDescription: String { json["name"]?.string ?? "" }
        func number(_ key: String) -> Double { json[key]?.number ?? .nan }
    }

    static let samples: [Sample] = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        let data = FileManager.default.contents(atPath: folder.appendingPathComponent("power-law.json").path) ?? Data()
        // A damaged fixture would leave nothing to test: that must not pass.
        guard let all = try? JSONValue.parse([UInt8](data)).array, !all.isEmpty else {
            preconditionFailure("power-law.json cannot be read")
        }
        return all.compactMap { json in
            let (values, counts) = (
                json["values"]?.array?.compactMap(\.integer), json["counts"]?.array?.compactMap(\.integer)
            )
            return ValueCounts(values: values ?? [], counts: counts ?? []).map { Sample(json: json, spread: $0) }
        }
    }()

    @Test func samplesAreThere() { #expect(Self.samples.count == 3) }

    @Test(arguments: samples) func fit(_ sample: Sample) throws {
        let law = try #require(PowerLaw(sample.spread))
        #expect(Double(law.xmin) == sample.number("xmin") && Double(law.tail) == sample.number("tail"))
        #expect(abs(law.alpha - sample.number("alpha")) < 1e-6)
        #expect(abs(law.distance - sample.number("distance")) < 1e-7)
        let peer = try #require(sample.json["powerlaw"])
        #expect(peer["xmin"]?.integer == law.xmin)
        #expect(abs(law.alpha - (peer["alpha"]?.number ?? 0)) < 1e-4)
        #expect(law.reaching(Double(law.xmin)) == 1)
    }

    @Test(arguments: samples) func logNormal(_ sample: Sample) throws {
        let law = try #require(PowerLaw(sample.spread))
        let curve = try #require(LogNormalTail(sample.spread, xmin: law.xmin))
        // The valley is flat along its floor, so the place is less sharp than the height.
        #expect(abs(curve.sigma / sample.number("sigma") - 1) < 1e-3)
        #expect(abs(curve.mu - sample.number("mu")) < 3e-3 * abs(sample.number("mu")))
        let test = try #require(VuongTest(sample.spread, law, curve))
        #expect(abs(test.ratio - sample.number("ratio")) < 1e-4 && abs(test.p - sample.number("p")) < 1e-4)
        #expect(test.verdict == .undecided && test.n == law.tail)
        #expect(abs(curve.reaching(Double(law.xmin)) - 1) < 1e-12)
    }

    /// Both curves end at nothing and never rise.
    @Test func tailsFall() throws {
        let law = PowerLaw(alpha: 2.1, xmin: 5, tail: 100, distance: 0)
        let curve = LogNormalTail(mu: 2, sigma: 1.5, xmin: 5)
        var (a, b) = (1.0, 1.0)
        for x in [6, 10, 100, 1000, 1e5, 1e7, 1e12] {
            #expect(law.reaching(x) < a && curve.reaching(x) < b)
            (a, b) = (law.reaching(x), curve.reaching(x))
        }
        #expect(a < 1e-12 && b < 1e-30)
    }

    /// What the probabilities of all whole numbers add up to.
    @Test func massIsOne() {
        let law = PowerLaw(alpha: 3.5, xmin: 2, tail: 100, distance: 0)
        let curve = LogNormalTail(mu: 1, sigma: 1.2, xmin: 2)
        let sums = (2...200_000).reduce((0.0, 0.0)) {
            ($0.0 + exp(law.logProbability(Double($1))), $0.1 + exp(curve.logProbability(Double($1))))
        }
        #expect(abs(sums.0 - 1) < 1e-9 && abs(sums.1 - 1) < 1e-9)
    }

    @Test func alphaOfInventedValues() throws {
        for (alpha, xmin) in [(1.8, 1), (2.5, 10)] {
            let truth = PowerLaw(alpha: alpha, xmin: xmin, tail: 20_000, distance: 0)
            let values = truth.invented(20_000, seed: 5)
            let law = try #require(PowerLaw(ValueCounts(of: values), xmin: xmin))
            #expect(abs(law.alpha - alpha) < 3 * law.error)
        }
    }

    @Test func plausibility() throws {
        let truth = PowerLaw(alpha: 2.3, xmin: 3, tail: 3000, distance: 0)
        let good = ValueCounts(of: truth.invented(3000, seed: 9) + [Int](repeating: 1, count: 800))
        let law = try #require(PowerLaw(good))
        let stands = law.plausibility(of: good, worlds: 100)
        #expect(stands.p > 0.1 && stands.worlds == 100)
        #expect(stands == law.plausibility(of: good, worlds: 100))
        // As many of each number up to a hundred is no power law.
        let even = ValueCounts(of: (0..<4000).map { $0 % 100 + 1 })
        let wrong = try #require(PowerLaw(even, xmin: 1))
        #expect(wrong.plausibility(of: even, worlds: 100).p == 0)
    }

    @Test func tooLittle() {
        #expect(PowerLaw(ValueCounts(of: [])) == nil)
        #expect(PowerLaw(ValueCounts(of: [0, 0, 7])) == nil)
        #expect(PowerLaw(ValueCounts(of: [Int](repeating: 4, count: 500))) == nil)
        #expect(PowerLaw(ValueCounts(of: [1, 2, 3]), xmin: 3) == nil)
        #expect(LogNormalTail(ValueCounts(of: [4, 4, 4]), xmin: 1) == nil)
        #expect(LogNormalTail(ValueCounts(of: [0, 1, 2]), xmin: 0) == nil)
    }

    @Test func greatestNumberThereIs() throws {
        let spread = ValueCounts(of: (1...200).map { $0 * $0 } + [.max])
        let law = try #require(PowerLaw(spread))
        #expect(law.alpha.isFinite && law.distance.isFinite)
        let curve = try #require(LogNormalTail(spread, xmin: law.xmin))
        #expect(VuongTest(spread, law, curve)?.p.isFinite != false)
    }
}

extension PowerLaw {
    /// By the inverse of the distribution, one number after another: slow, and not how the bootstrap draws.
    fileprivate func invented(_ count: Int, seed: UInt64) -> [Int] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in
            let share = 1 - random.uniform()
            var (low, high) = (xmin, xmin * 2)
            while reaching(Double(high)) >= share, high < 1 << 50 { high *= 2 }
            while high - low > 1 {
                let middle = low + (high - low) / 2
                if reaching(Double(middle)) >= share { low = middle } else { high = middle }
            }
            return low
        }
    }
}
