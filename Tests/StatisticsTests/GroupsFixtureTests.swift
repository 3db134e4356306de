import Foundation
import JSON
import Statistics
import Testing

/// Figures of `Fixtures/groups.py`: statsmodels 0.15 and SciPy 1.17.
@Suite struct GroupsFixtureTests {
    private struct Case {
        var json: JSONValue
        var values: [Double]
        var covariate: [Double]
        var isSecond: [Bool]

        func number(_ group: String, _ key: String) -> Double { json[group]?[key]?.number ?? .nan }
        var first: [Double] { zip(values, isSecond).filter { !$1 }.map(\.0) }
        var second: [Double] { zip(values, isSecond).filter { $1 }.map(\.0) }
    }

    private let cases: [Case]

    init() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        let all = try JSONValue.parse([UInt8](Data(contentsOf: folder.appendingPathComponent("groups.json")))).array
        cases = try #require(all).map { json in
            Case(
                json: json, values: (json["values"]?.array ?? []).compactMap(\.number),
                covariate: (json["covariate"]?.array ?? []).compactMap(\.number),
                isSecond: (json["second"]?.array ?? []).compactMap(\.bool))
        }
        #expect(cases.count == 3)
    }

    private func near(_ ours: Double?, _ theirs: Double, _ relative: Double = 1e-8) -> Bool {
        guard let ours else { return false }
        return abs(ours - theirs) <= relative * max(1e-9, abs(theirs))
    }

    @Test func ancova() throws {
        for one in cases {
            let test = try #require(Ancova(values: one.values, covariate: one.covariate, isSecond: one.isSecond))
            let figures = [
                ("slope", test.slope), ("slopeP", test.slopeP), ("step", test.step), ("stepError", test.stepError),
                ("stepP", test.stepP), ("rSquared", test.rSquared), ("slopesDifferP", test.slopesDifferP),
            ]
            for (name, value) in figures {
                #expect(near(value, one.number("ancova", name), 1e-7), "\(name): \(value ?? .nan)")
            }
        }
    }

    @Test func welchAndHedges() throws {
        for one in cases {
            let test = try #require(WelchTest(one.first, one.second))
            #expect(near(test.t, one.number("welch", "t")) && near(test.df, one.number("welch", "df")))
            #expect(near(test.p, one.number("welch", "p")) && near(test.effect, one.number("welch", "g")))
            #expect(near(test.interval.lowerBound, one.number("welch", "low")))
            #expect(near(test.interval.upperBound, one.number("welch", "high")))
        }
    }

    @Test func ranks() throws {
        for one in cases {
            let two = try #require(MannWhitneyTest(one.first, one.second))
            #expect(near(two.u, one.number("mann", "u")) && near(two.p, one.number("mann", "p")))
            #expect(near(two.effect, one.number("mann", "r")))
            let groups = (one.json["kruskal"]?["groups"]?.array ?? []).map { ($0.array ?? []).compactMap(\.number) }
            let several = try #require(KruskalWallisTest(groups))
            #expect(groups.count == 3 && near(several.h, one.number("kruskal", "h")))
            #expect(near(several.p, one.number("kruskal", "p")) && near(several.effect, one.number("kruskal", "eta")))
        }
    }
}
