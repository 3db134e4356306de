import Numerics
import Testing

@Suite struct SeededRandomTests {
    /// The first numbers of the generator's own reference program for seed 1234567.
    @Test func isSplitMix64() {
        var random = SeededRandom(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in random.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func samplesAreDifferentAscendingAndEvenlySpread() {
        var random = SeededRandom(seed: 3)
        var hits = [Int](repeating: 0, count: 10)
        for _ in 0..<3000 {
            let chosen = random.sample(3, of: 10)
            #expect(chosen.count == 3 && chosen == chosen.sorted() && Set(chosen).count == 3)
            for i in chosen { hits[i] += 1 }
        }
        #expect(hits.allSatisfy { abs($0 - 900) < 120 })
        #expect(random.sample(5, of: 3) == [0, 1, 2])
    }

    @Test func normalNumbersHaveMeanZeroAndVarianceOne() {
        var random = SeededRandom(seed: 5)
        let values = (0..<20_000).map { _ in random.normal() }
        #expect(abs(values.reduce(0, +) / 20_000) < 0.03)
        #expect(abs(values.reduce(0) { $0 + $1 * $1 } / 20_000 - 1) < 0.05)
    }
}
