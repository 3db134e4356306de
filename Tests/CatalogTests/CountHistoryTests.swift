import Core
import Testing

@testable import Catalog

@Suite struct CountHistoryTests {
    private func back(_ bytes: [UInt8]) -> [Observation]? {
        bytes.withUnsafeBufferPointer { CountHistory.observations($0) }
    }

    private func days(_ downloads: [Int?]) -> [Observation] {
        downloads.enumerated().map { Observation(day: Day(number: 20_000 + $0), downloads: $1, likes: 7) }
    }

    @Test func whatGoesInComesOut() {
        var seed: UInt64 = 7
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        for length in 0..<60 {
            var day = random(30_000)
            let history = (0..<length).map { _ -> Observation in
                day += 1 + random(400)
                return Observation(
                    day: Day(number: day), downloads: random(4) == 0 ? nil : random(1 << 30) * random(1000),
                    likes: random(5) == 0 ? nil : random(20_000))
            }
            #expect(back(CountHistory.bytes(history)) == history)
        }
    }

    @Test func anUnchangedDayIsThreeBytes() {
        let one = CountHistory.bytes(days([51_255_465])).count
        #expect(CountHistory.bytes(days([51_255_465, 51_255_465])).count == one + 3)
        let extremes = [Observation(day: Day(number: 0), downloads: .max, likes: .min)]
        #expect(back(CountHistory.bytes(extremes)) == extremes)
    }

    @Test(
        arguments: [[0x83], [0x05], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [4, 0, 0]]
            as [[UInt8]])
    func otherBytesAreNoHistory(bytes: [UInt8]) { #expect(back(bytes) == nil) }

    @Test(
        arguments: [
            ([51_000_000, 0, 0, 50_000_000], [1, 2]),
            ([51_000_000, 0], []),
            ([51_000_000, 0, 0, 4_000], []),
            ([0, 0, 500], []),
            ([90, 0, 90], []),
            ([1_000, nil, 9, 990, 0, 1_000], [2, 4]),
            ([1_000, 11, 1_000], []),
            ([], []),
        ] as [([Int?], [Int])])
    func zeroBetweenTwoHighsIsMarked(downloads: [Int?], marked: [Int]) {
        #expect(CountHistory.glitches(in: days(downloads)) == marked.map { Day(number: 20_000 + $0) })
    }

    @Test func marksAreKeptInTheCatalogAndGoWithTheModel() throws {
        let catalog = try Catalog(path: ":memory:")
        var row = ModelRow(repoID: "a/b")
        row.hubID = "b1"
        row.observations = days([51_000_000, 0, 50_000_000])
        try catalog.upsert(row)
        try catalog.upsert(ModelRow(repoID: "c/d"))
        #expect(try catalog.markGlitches().byIdentifier["downloads.glitch"]?.examples.map(\.subject) == ["a/b"])
        #expect(try catalog.glitches(of: "a/b") == [Day(number: 20_001)])
        // A renamed model keeps its history.
        var renamed = ModelRow(repoID: "new/name")
        renamed.hubID = "b1"
        renamed.observations = [Observation(day: Day(number: 20_009), downloads: 49_000_000, likes: 8)]
        try catalog.upsert(renamed)
        #expect(try catalog.model("new/name")?.observations.count == 4)
        #expect(try catalog.model("a/b") == nil)
        _ = try catalog.markGlitches()
        #expect(try catalog.glitches(of: "new/name") == [Day(number: 20_001)])
    }
}
