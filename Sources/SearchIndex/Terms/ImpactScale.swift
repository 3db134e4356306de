import SearchFormat
import SearchText

/// BM25F without idf: how much a term says about a model, from the fields it stands in.
///
///     f = Σ over fields of weight · count / (1 − b + b · length / usual length)
///     impact = f / (k1 + f)                              0 … 1
///
/// "Usual" is a number of ours, not this collection's mean: so the impact of one model does not change when another comes
/// or goes, and models can be read in one pass.
/// Source: Robertson, Zaragoza, Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004.
struct ImpactScale: Sendable {
    /// Steps of a fine impact: 0 … 255 for 0 … 1.
    static let fineSteps = 256

    private let k1: Double
    private let b: Double
    /// By raw value of `TextField`.
    private let weights: [Double]

    /// Terms of a field in a model that has the field, as 760,000 models of 2024 have them in the mean.
    private static let usualLengths: [Double] = TextField.allCases.map { field in
        switch field {
        case .name: 4
        case .namePart: 2
        case .owner: 3
        case .tag: 8
        case .base: 6
        }
    }

    init(_ weights: Weights) {
        (k1, b) = (weights.k1, weights.b)
        self.weights = TextField.allCases.map { field in
            switch field {
            case .name: weights.name
            case .namePart: weights.namePart
            case .owner: weights.owner
            case .tag: weights.tag
            case .base: weights.base
            }
        }
    }

    /// What one occurrence in each field counts, when the fields are so long.
    func parts(lengths: [Int]) -> [Double] {
        lengths.indices.map { i in
            weights[i] / (1 - b + b * Double(lengths[i]) / Self.usualLengths[i])
        }
    }

    /// The impact of a sum of parts in 256 steps. A term that is there is never quite nothing.
    func fine(_ sum: Double) -> UInt8 {
        let impact = sum / (k1 + sum)
        return UInt8(max(1, min(255, (impact * 255).rounded())))
    }
}
