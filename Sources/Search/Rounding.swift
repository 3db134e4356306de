private import Foundation

/// The functions whose last digits differ from one system's library to another's, rounded to four places: after them all is
/// sums and products in a stated order, so that Swift and JavaScript come to the same bits.
///
///     Rounded.idf(df: 35, of: 760_000)       → 9.9715
///     Rounded.popularity(downloads: 9_970, likes: 1) → 4
///     Rounded.power(0.6667, 2)               → 0.4445
package enum Rounded {
    package static func fourPlaces(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }

    /// ln(1 + (N − df + ½) / (df + ½)): BM25's weight of a term, never below 0.
    package static func idf(df: Int, of count: Int) -> Double {
        fourPlaces(log(1 + (Double(max(0, count - df)) + 0.5) / (Double(df) + 0.5)))
    }

    /// p = log₁₀(1 + downloads + 30 · likes).
    package static func popularity(use: Int) -> Double { fourPlaces(log10(1 + Double(use))) }

    package static func power(_ base: Double, _ exponent: Double) -> Double { fourPlaces(pow(base, exponent)) }
}
