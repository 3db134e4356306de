import Catalog
import Censuses
import Core
import Numerics
import Testing

@Suite struct CensusCounterTests {
    let counted = census(of: listing)

    @Test func countsRowsOwnersAndDays() {
        #expect(counted.rows == 6)
        #expect(counted.owners == 3)
        #expect(counted.beforeRecord == 1)
        #expect(counted.undated == 1)
        #expect(counted.newOwners.map(\.month) == [nil, Month("2023-07")])
        #expect(counted.newOwners.map(\.count) == [2, 1])
    }

    @Test func cellsHoldEveryRowOnce() {
        #expect(counted.cells.reduce(0) { $0 + $1.count } == 6)
        #expect(counted.cells.reduce(0) { $0 + $1.downloads } == 1900)
        #expect(counted.byMonth.map(\.key) == [nil, Month("2023-07"), Month("2023-08"), Month("2024-02")])
        #expect(counted.byMonth.map(\.count) == [2, 1, 2, 1])
        #expect(counted.byTask.first?.key == nil || counted.byTask.first?.count == 2)
        #expect(counted.byModality.map(\.key) == [.nlp, .cv, .unknown])
        #expect(counted.byModality.map(\.downloads) == [1900, 0, 0])
        #expect(counted.byLibrary.map(\.key) == ["transformers", "timm", nil])
    }

    @Test func countersThatAreMissingCountNowhere() {
        #expect(counted.downloads.known == 4)
        #expect(counted.downloads.unknown == 2)
        #expect(counted.downloads.zero == 2)
        #expect(counted.likes.known == 5)
        #expect(counted.likes.median == 10)
    }

    @Test func ownersByRows() {
        #expect(counted.topOwners.map(\.owner) == ["big", "new", "old"])
        #expect(counted.topOwners.map(\.count) == [3, 2, 1])
        #expect(counted.modelsPerOwner.sum == 6)
        // None of new's rows has the counter.
        #expect(counted.downloadsPerOwner.known == 2)
        #expect(counted.downloadsPerOwner.unknown == 1)
    }

    @Test func aRowCountsUnderEachOfItsTerms() {
        #expect(counted.languages.map(\.term) == [nil, "en", "de"])
        #expect(counted.languages.map(\.count) == [4, 2, 1])
        #expect(counted.licenses.map(\.term) == [nil, "apache-2.0"])
        #expect(counted.formats.map(\.term) == [nil, "pytorch", "safetensors"])
    }

    @Test func sizesByGroupSourceAndQuarter() {
        let all = counted.sizes.filter { $0.group == "all" && $0.from == nil }
        #expect(all.map(\.quarter) == [Month("2023-07")])
        #expect(all[0].count == 3)
        #expect(all[0].quantiles[2] == 7_000_000_000)
        #expect(all[0].classes == [1, 1, 1, 0])
        #expect(counted.sizes.contains { $0.group == "cv" && $0.from == .safetensors && $0.count == 1 })
        #expect(!counted.sizes.contains { $0.group == "audio" })
    }

    @Test func namesTheGreatest() {
        #expect(counted.mostDownloaded.map(\.repoID) == ["big/one-7B", "old/bert"])
        #expect(counted.mostLiked.map(\.value) == [100, 40, 10])
    }

    @Test func doesNotDependOnTheOrderOfRows() {
        #expect(census(of: listing.reversed()) == counted)
        #expect(census(of: listing.shuffled()) == counted)
    }

    @Test func aListingOfBeforeTheRecordHoldsNothingYounger() {
        var early = source
        early.day = Day("2022-02-15")!
        var counter = CensusCounter(kind: .models, source: early)
        counter.add(model("new/undated", nil, likes: 1, downloads: 1, task: nil, library: nil))
        #expect((counter.census().beforeRecord, counter.census().undated) == (1, 0))
    }

    @Test func anEmptyListingHasACensus() {
        let empty = census(of: [])
        #expect(empty.rows == 0)
        #expect(empty.downloads.shareAtZero == nil)
        #expect(empty.downloads.shareOfTopHundredth == nil)
    }

    @Test func foldsWhatIsSeldom() {
        let rows = (0..<30).flatMap { i in
            (0...i).map { model("a/\(i)-\($0)", "2024-01-01", likes: 1, downloads: 1, task: nil, library: "l\(i)") }
        }
        let counted = census(of: rows)
        #expect(counted.byLibrary.count == 25)
        #expect(counted.byLibrary.first { $0.key == "other" }?.count == (1...6).reduce(0, +))
        #expect(counted.byLibrary.reduce(0) { $0 + $1.count } == rows.count)
    }

    @Test func hostileCountersDoNotStopTheCount() {
        let rows = [Int.max, Int.max, -5].enumerated().map {
            model("a/\($0)", nil, likes: $1, downloads: $1, task: nil, library: nil)
        }
        let counted = census(of: rows)
        #expect(counted.downloads.sum == .max)
        #expect(counted.downloads.unknown == 1)
        #expect(counted.topOwners[0].downloads == .max)
    }
}

@Suite struct FieldTallyTests {
    @Test func fieldsByTaskAndByTag() throws {
        var tagged = model("new/tagged", "2024-02-29", likes: 7, downloads: 5, task: nil, library: nil)
        tagged.tags = ["Text-To-Image", "art"]
        let fields = census(of: listing + [tagged]).fields
        #expect(
            fields.map { "\($0.scheme.rawValue) \($0.name) \($0.rows)" } == [
                "hub nlp 3", "hub cv 1", "hub none 3", "study nlp 3", "study cv 1", "study mm 1",
            ])
        let language = try #require(fields.first)
        #expect(language.downloads.spread.values == [0, 900, 1000] && language.owners == 2)
        let (old, big) = (900.0 / 1900, 1000.0 / 1900)
        #expect(abs(try #require(language.herfindahl) - old * old - big * big) < 1e-15)
        #expect(fields[1].herfindahl == nil)
        #expect(fields.last?.likes.sum == 7)
    }

    @Test func ownersByWhatTheyHave() {
        let counted = census(of: listing)
        #expect(counted.mostDownloadedOwners.map(\.owner) == ["big", "old"])
        #expect(counted.mostLikedOwners.map(\.likes) == [110, 40])
        #expect(counted.likesPerOwner.spread.values == [0, 40, 110])
    }
}
