/// Whether two groups differ once a third thing is accounted for: one slope for both, a step between them.
///
///     let test = try #require(Ancova(values: scores, covariate: logSizes, isSecond: isGated))
///     test.step → −2.91 points at the same size, test.slope → 15.53 points a decade
///
/// Source: Fisher (1932); the step's p is that of its coefficient, the slopes' p that of adding a slope of its own for
/// the second group: where it is small, one slope for both is the wrong picture.
package struct Ancova: Equatable, Sendable {
    package let slope: Double
    package let slopeP: Double
    /// The second group less the first at the same covariate.
    package let step: Double
    package let stepError: Double
    package let stepP: Double
    package let slopesDifferP: Double?
    package let rSquared: Double
    package let n: Int

    package init?(values: [Double], covariate: [Double], isSecond: [Bool]) {
        let ones = [Double](repeating: 1, count: values.count)
        let group = isSecond.map { $0 ? 1.0 : 0 }
        guard let fit = LeastSquares([ones, covariate, group], values) else { return nil }
        (slope, slopeP) = (fit.coefficients[1], fit.p[1])
        (step, stepError, stepP) = (fit.coefficients[2], fit.errors[2], fit.p[2])
        let product = zip(covariate, group).map { $0 * $1 }
        slopesDifferP = LeastSquares([ones, covariate, group, product], values).map { $0.compared(with: fit).p }
        (rSquared, n) = (fit.rSquared, values.count)
    }
}
