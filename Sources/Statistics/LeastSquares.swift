#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// A plane through points: y ≈ Σ coefficient · column.
///
///     let fit = try #require(LeastSquares([[1, 1, 1, 1], [1, 2, 3, 4]], [2, 4, 5, 8]))
///     fit.coefficients → [0, 1.9], fit.rSquared → 0.9627, fit.p[1] → 0.0188
///
/// For a handful of columns: normal equations of centered columns would be as good, Householder's reflections are safe without
/// thinking about it (Golub and Van Loan, 5.2).
package struct LeastSquares: Equatable, Sendable {
    package let coefficients: [Double]
    /// Standard error of each coefficient.
    package let errors: [Double]
    /// Two-sided, that a coefficient is zero.
    package let p: [Double]
    package let residualSquares: Double
    package let totalSquares: Double
    package let degreesOfFreedom: Int
    /// (XᵀX)⁻¹, by rows: what the width of the band comes from.
    let inverse: [[Double]]

    package var rSquared: Double { totalSquares > 0 ? 1 - residualSquares / totalSquares : 0 }
    /// Standard deviation of what the plane leaves over.
    package var residualError: Double { (residualSquares / Double(degreesOfFreedom)).squareRoot() }

    /// - Parameter columns: each with a value a point; a column of ones for the intercept.
    /// - Returns: nil with fewer points than columns and one more, or where one column follows from the others.
    package init?(_ columns: [[Double]], _ y: [Double]) {
        let (n, k) = (y.count, columns.count)
        precondition(columns.allSatisfy { $0.count == n }, "every column has a value for every point")
        guard n > k, k > 0, let (r, rotated) = Self.reflected(columns, y) else { return nil }
        let inverseR = Self.inverted(r)
        coefficients = inverseR.map { row in zip(row, rotated).reduce(0) { $0 + $1.0 * $1.1 } }
        residualSquares = rotated[k...].reduce(0) { $0 + $1 * $1 }
        degreesOfFreedom = n - k
        let m = mean(y)
        totalSquares = y.reduce(0) { $0 + ($1 - m) * ($1 - m) }
        inverse = (0..<k).map { i in
            (0..<k).map { j in zip(inverseR[i], inverseR[j]).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        let variance = residualSquares / Double(n - k)
        errors = (0..<k).map { [inverse] in (inverse[$0][$0] * variance).squareRoot() }
        p = zip(coefficients, errors).map { Tails.studentT($0 / $1, df: Double(n - k)) }
    }

    /// The plane at a point, and half the width of the 95 % band of its mean there.
    package func value(at point: [Double]) -> (value: Double, half: Double) {
        let value = zip(coefficients, point).reduce(0) { $0 + $1.0 * $1.1 }
        var spread = 0.0
        for (i, a) in point.enumerated() { for (j, b) in point.enumerated() { spread += a * b * inverse[i][j] } }
        let t = Tails.studentTQuantile(0.95, df: Double(degreesOfFreedom))
        return (value, t * residualError * spread.squareRoot())
    }

    /// How likely it is that the columns which a smaller fit leaves out say nothing (partial F-test).
    package func compared(with smaller: LeastSquares) -> (f: Double, p: Double) {
        let extra = smaller.degreesOfFreedom - degreesOfFreedom
        precondition(extra > 0, "the smaller fit has fewer columns")
        let f =
            (smaller.residualSquares - residualSquares) / Double(extra)
            / (residualSquares / Double(degreesOfFreedom))
        return (f, Tails.f(f, Double(extra), Double(degreesOfFreedom)))
    }
}

extension LeastSquares {
    /// R of X = QR by rows, and Qᵀy; nil where a column follows from those before it.
    private static func reflected(_ columns: [[Double]], _ y: [Double]) -> (r: [[Double]], rotated: [Double])? {
        var (columns, y) = (columns, y)
        let (n, k) = (y.count, columns.count)
        for j in 0..<k {
            let whole = columns[j].reduce(0) { $0 + $1 * $1 }.squareRoot()
            let norm = columns[j][j...].reduce(0) { $0 + $1 * $1 }.squareRoot()
            guard norm > 1e-10 * whole, norm > 0 else { return nil }
            var v = Array(columns[j][j...])
            let head = v[0] > 0 ? -norm : norm
            v[0] -= head
            let square = v.reduce(0) { $0 + $1 * $1 }
            func reflect(_ column: inout [Double]) {
                var dot = 0.0
                for i in j..<n { dot += v[i - j] * column[i] }
                for i in j..<n { column[i] -= 2 * dot / square * v[i - j] }
            }
            for c in j..<k { reflect(&columns[c]) }
            reflect(&y)
        }
        return ((0..<k).map { row in (0..<k).map { row <= $0 ? columns[$0][row] : 0 } }, y)
    }

    /// The inverse of an upper triangle.
    private static func inverted(_ r: [[Double]]) -> [[Double]] {
        let k = r.count
        var inverse = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
        for j in 0..<k {
            inverse[j][j] = 1 / r[j][j]
            for i in stride(from: j - 1, through: 0, by: -1) {
                let sum = (i + 1...j).reduce(0) { $0 + r[i][$1] * inverse[$1][j] }
                inverse[i][j] = -sum / r[i][i]
            }
        }
        return inverse
    }
}

/// A line through points with the band of its mean.
///
///     let line = try #require(Line([1, 2, 3, 4], [2, 4, 5, 8]))
///     line.slope → 1.9, line.intercept → 0, line.band(at: 2.5) → 4.75 ± 1.8
package struct Line: Equatable, Sendable {
    package let fit: LeastSquares
    package var intercept: Double { fit.coefficients[0] }
    package var slope: Double { fit.coefficients[1] }

    package init?(_ x: [Double], _ y: [Double]) {
        guard let fit = LeastSquares([[Double](repeating: 1, count: x.count), x], y) else { return nil }
        self.fit = fit
    }

    /// Half the width of the slope's 95 % interval.
    package var slopeHalf: Double { Tails.studentTQuantile(0.95, df: Double(fit.degreesOfFreedom)) * fit.errors[1] }

    /// 95 % of the mean at x.
    package func band(at x: Double) -> (value: Double, half: Double) { fit.value(at: [1, x]) }
}
