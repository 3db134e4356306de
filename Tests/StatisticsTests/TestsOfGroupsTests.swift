import Statistics
import Testing

private let a: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
private let b: [Double] = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]

private func near(_ x: Double?, _ y: Double, _ off: Double = 1e-9) -> Bool { x.map { abs($0 - y) <= off } ?? false }

/// Held against SciPy 1.16.
@Suite struct TestsOfGroupsTests {
    @Test func pearson() throws {
        let five = try #require(Correlations.pearson([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]))
        #expect(near(five.r, 0.8) && near(five.p, 0.10408803866182782) && five.n == 5)
        #expect(near(five.interval?.lowerBound, -0.279640041969355))
        #expect(near(five.interval?.upperBound, 0.9861961933012714))
        let ten = try #require(Correlations.pearson(a, b))
        #expect(near(ten.r, 0.10492284287735876) && near(ten.p, 0.7729913615627264))
    }

    @Test func spearmanSharesPlacesOfTies() throws {
        let ten = try #require(Correlations.spearman(a, b))
        #expect(near(ten.r, 0.13471506281091267) && near(ten.p, 0.7106008805223829))
        #expect(Ranks([10, 30, 20, 20]).values == [1, 4, 2.5, 2.5])
        #expect(Ranks([10, 30, 20, 20]).ties == [2])
    }

    @Test func correlationNeedsSpread() {
        #expect(Correlations.pearson([1, 1], [2, 3]) == nil && Correlations.pearson([], []) == nil)
        let line = Correlations.pearson([1, 2, 3, 4], [2, 4, 6, 8])
        #expect(line?.r == 1 && line?.p == 0 && line?.interval == nil)
    }

    @Test func welch() throws {
        let test = try #require(WelchTest([1, 2, 3, 4], [3, 4, 5, 9]))
        #expect(near(test.t, -1.8773044091622955) && near(test.df, 4.366442584716696))
        #expect(near(test.p, 0.1276804127833926))
        #expect(near(test.interval.lowerBound, -6.685982615879911))
        #expect(near(test.interval.upperBound, 1.1859826158799107))
        #expect(WelchTest([1], [2, 3]) == nil && WelchTest([1, 1], [1, 1]) == nil)
    }

    @Test func ranksOfTwoGroups() throws {
        let test = try #require(MannWhitneyTest([1, 2, 3, 4], [3, 5, 6, 7]))
        #expect(test.u == 1.5 && near(test.p, 0.08142910235989108) && near(test.effect, -0.8125))
        let tied = try #require(MannWhitneyTest(a, b))
        #expect(tied.u == 45.5 && near(tied.p, 0.7595466927122063))
        #expect(MannWhitneyTest([1, 1], [1]) == nil && MannWhitneyTest([], [1]) == nil)
    }

    @Test func ranksOfSeveralGroups() throws {
        let test = try #require(KruskalWallisTest([[1, 2, 3], [4, 5, 6], [7, 8, 9]]))
        #expect(near(test.h, 7.2) && near(test.p, 0.02732372244729252) && test.df == 2)
        let tied = try #require(KruskalWallisTest([a, b, [1, 1, 2, 9, 9], []]))
        #expect(near(tied.h, 0.051245551601431044) && near(tied.p, 0.9747027017144937))
        #expect(KruskalWallisTest([[1, 1], [1]]) == nil && KruskalWallisTest([[1, 2]]) == nil)
    }
}

@Suite struct LeastSquaresTests {
    @Test func line() throws {
        let line = try #require(Line([1, 2, 3, 4], [2, 4, 5, 8]))
        #expect(near(line.slope, 1.9) && near(line.intercept, 0, 1e-12))
        #expect(near(line.fit.p[1], 0.018844218960787695) && near(line.fit.errors[1], 0.264575131106459))
        #expect(near(line.fit.errors[0], 0.7245688373094719))
    }

    @Test func planeWithBand() throws {
        let squares = (0..<10).map { Double($0 * $0) }
        let fit = try #require(LeastSquares([[Double](repeating: 1, count: 10), a, squares], b))
        #expect(zip(fit.coefficients, [3.73468115, 0.07721984, 0.02330391]).allSatisfy { near($0, $1, 1e-8) })
        #expect(zip(fit.p, [0.16037704, 0.88326725, 0.61470792]).allSatisfy { near($0, $1, 1e-8) })
        #expect(near(fit.rSquared, 0.04870178260931812))
        let band = fit.value(at: [1, 3, 20])
        #expect(near(band.value, 4.432418897379963) && near(band.half, 2.992826302664012))
    }

    @Test func columnsThatFollowFromOthersAreRefused() {
        #expect(LeastSquares([[1, 1, 1, 1], [2, 2, 2, 2]], [1, 2, 3, 4]) == nil)
        #expect(Line([1, 2], [1, 2]) == nil && Line([], []) == nil)
    }

    /// A step of 3 and a slope of 2 are found through the noise that both groups share.
    @Test func ancovaFindsTheStep() throws {
        let x = (0..<20).map { Double($0) }
        let isSecond = (0..<20).map { $0 % 2 == 1 }
        let noise = [0.1, 0.1, -0.1, -0.1]
        let y = (0..<20).map { 2 * x[$0] + (isSecond[$0] ? 3 : 0) + noise[$0 % 4] }
        let test = try #require(Ancova(values: y, covariate: x, isSecond: isSecond))
        #expect(near(test.slope, 2, 0.01) && near(test.step, 3, 0.05) && test.stepP < 1e-10)
        #expect(try #require(test.slopesDifferP) > 0.5)
    }
}

@Suite struct LoessTests {
    @Test func aLineStaysALine() {
        let x = (0..<30).map { Double($0 * $0) }
        let curve = Loess(x: x, y: x.map { 2 * $0 - 7 }, span: 0.4)
        for place in [-5.0, 0, 3.3, 400, 900] { #expect(near(curve.value(at: place), 2 * place - 7, 1e-7)) }
    }

    @Test func orderAndEmptinessDoNotMatter() {
        let (x, y) = ([3.0, 1, 2, 5, 4], [9.0, 1, 4, 25, 16])
        let sorted = Loess(x: x.sorted(), y: y.sorted(), span: 0.9)
        #expect(Loess(x: x, y: y, span: 0.9).value(at: 2.5) == sorted.value(at: 2.5))
        #expect(Loess(x: [], y: [], span: 0.5).value(at: 1) == nil)
        #expect(Loess(x: [2, 2, 2], y: [1, 2, 3], span: 1).value(at: 2) == 2)
    }
}
