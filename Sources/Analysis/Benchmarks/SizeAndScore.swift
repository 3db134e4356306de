import Foundation
import Numerics
import Statistics

/// How scores go with sizes, in one set of results.
///
///     let both = try #require(SizeAndScore([(7e9, 23.1), …]))
///     both.logarithmic.r → 0.633, both.linear.r → 0.433, both.line.slope → 13.8 points for ten times the size
struct SizeAndScore: Equatable {
    /// Points against parameters.
    var linear: CorrelationResult
    /// Points against log10 of parameters.
    var logarithmic: CorrelationResult
    var spearman: CorrelationResult
    /// On log10 of parameters.
    var line: Line

    /// nil with fewer than three pairs, or where all sizes or all scores are equal.
    init?(_ pairs: [(parameters: Double, score: Double)]) {
        let sizes = pairs.map(\.parameters)
        let logs = sizes.map { log10($0) }
        let scores = pairs.map(\.score)
        guard let linear = Correlations.pearson(sizes, scores), let logarithmic = Correlations.pearson(logs, scores),
            let spearman = Correlations.spearman(sizes, scores), let line = Line(logs, scores)
        else { return nil }
        (self.linear, self.logarithmic, self.spearman, self.line) = (linear, logarithmic, spearman, line)
    }

    var n: Int { logarithmic.n }
    var isSure: Bool { (logarithmic.p ?? 1) < 0.05 }
    /// The share of the scores' variance that the line tells.
    var explained: Double { logarithmic.r * logarithmic.r }
}

extension [MeasuredModel] {
    /// Sizes with the average, or with the score of one benchmark.
    func pairs(_ benchmark: Int? = nil) -> [(parameters: Double, score: Double)] {
        compactMap { model in
            guard let parameters = model.parameters, let score = benchmark.map({ model.scores[$0] }) ?? model.average
            else { return nil }
            return (Double(parameters), score)
        }
    }
}

/// The sums from which a script draws the line that belongs to all rows while it has only some of them.
///
/// `assets/js/chart/statistics.js` calls them moments.
struct Moments {
    var values: [String: Double]

    init(_ x: [Double], _ y: [Double], rho: Double) {
        let n = Double(x.count)
        let (mx, my) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            xx += (a - mx) * (a - mx)
            yy += (b - my) * (b - my)
            xy += (a - mx) * (b - my)
        }
        values = ["n": n, "x": mx, "y": my, "xx": xx, "yy": yy, "xy": xy, "rho": rho]
    }
}
