import Statistics
import Testing

/// Values of printed tables (Fisher and Yates; Abramowitz and Stegun 26) and, to more digits, of SciPy 1.16.
@Suite struct TailsTests {
    private func near(_ a: Double, _ b: Double, _ relative: Double = 1e-10) -> Bool {
        abs(a - b) <= relative * max(abs(a), abs(b))
    }

    @Test(
        arguments: [
            (2, 10, 0.07338803477074037), (50, 3, 1.761715204127197e-05), (0, 7, 1), (-2, 10, 0.07338803477074037),
        ] as [(Double, Double, Double)])
    func studentT(t: Double, df: Double, p: Double) { #expect(near(Tails.studentT(t, df: df), p)) }

    @Test(
        arguments: [
            (1, 12.706), (2, 4.303), (5, 2.571), (10, 2.228), (30, 2.042), (120, 1.980),
        ] as [(Double, Double)])
    func printedTableOfStudentsT(df: Double, t: Double) {
        #expect(abs(Tails.studentTQuantile(0.95, df: df) - t) < 5e-4)
    }

    @Test(
        arguments: [
            (3.84, 1, 0.05004352124870519), (30, 10, 0.000856641210775301), (200, 3, 4.218541107192018e-43),
            (0.1, 5, 0.9998376833880774), (0, 2, 1),
        ] as [(Double, Double, Double)])
    func chiSquare(x: Double, df: Double, p: Double) { #expect(near(Tails.chiSquare(x, df: df), p)) }

    @Test func normalAndF() {
        #expect(near(Tails.normal(1.96), 0.04999579029644087))
        #expect(near(Tails.normal(6), 1.973175290075389e-09))
        #expect(near(Tails.normalQuantile(0.95), 1.959963984540054, 1e-9))
        #expect(near(Tails.f(3.1, 2, 20), 0.06718727751094775))
        #expect(near(Tails.f(0.5, 5, 7), 0.7685843297279158))
        #expect(Tails.f(0, 5, 7) == 1)
        #expect(Tails.studentT(.infinity, df: 4) == 0 && Tails.studentT(.nan, df: 4).isNaN)
    }

    @Test(
        arguments: [
            (0.5, 2, 3, 0.6875), (0.01, 0.5, 100, 0.843224134575559), (0.9, 30, 2, 0.1695646331008649), (0, 1, 1, 0),
            (1, 1, 1, 1),
        ] as [(Double, Double, Double, Double)])
    func incompleteBeta(x: Double, a: Double, b: Double, value: Double) {
        #expect(near(SpecialFunctions.incompleteBeta(x, a, b), value))
    }

    @Test func incompleteGamma() {
        #expect(near(SpecialFunctions.incompleteGamma(1, 2), 0.8646647167633873))
        #expect(near(SpecialFunctions.incompleteGamma(50, 40), 0.07033506665939494))
        #expect(near(SpecialFunctions.incompleteGammaTail(3, 40), 3.572865928700233e-15))
        #expect(SpecialFunctions.incompleteGamma(3, 0) == 0 && SpecialFunctions.incompleteGammaTail(3, -1) == 1)
    }
}
