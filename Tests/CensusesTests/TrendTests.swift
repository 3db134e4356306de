import Catalog
import Censuses
import Core
import Testing

@Suite struct TrendTests {
    @Test func countsEachMonthsRowsUnderEachOfTheirTerms() {
        let languages = census(of: listing).trend(.language)
        #expect(
            languages.map(\.month) == [
                nil, nil, Month("2023-07"), Month("2023-07"), Month("2023-08"), Month("2024-02"),
            ])
        #expect(languages.map(\.term) == [nil, "en", "de", "en", nil, nil])
        #expect(languages.map(\.count) == [1, 1, 1, 1, 2, 1])
        #expect(languages.map(\.downloads) == [0, 900, 1000, 1000, 0, 0])
    }

    @Test func leavesOutWhatNobodyStates() {
        let counted = census(of: listing)
        #expect(counted.trend(.making).isEmpty)
        #expect(counted.trend(.sizeClass).compactMap(\.term) == ["1-10b", "10-100b", "under-100m"])
    }

    @Test func foldsWhatIsSeldomIntoOther() {
        let rows = (0..<30).flatMap { i in
            (0...i).map {
                model("a/\(i)-\($0)", "2024-01-01", likes: 1, downloads: 1, task: nil, library: nil) {
                    $0.languages = ["l\(i)"]
                }
            }
        }
        let languages = census(of: rows).trend(.language)
        #expect(languages.count == 25)
        #expect(languages.first { $0.term == "other" }?.count == (1...6).reduce(0, +))
        #expect(languages.reduce(0) { $0 + $1.count } == rows.count)
    }

    @Test(
        arguments: [
            ("peft", [], nil, [], Making.adapter), ("peft", [], 4, [], .adapter), (nil, ["gguf"], nil, [], .quantized),
            (nil, ["safetensors"], 8, [], .quantized), (nil, ["safetensors"], 16, [], nil),
            (nil, ["gguf"], nil, [BaseModel(repoID: "a/b", relation: .unknown)], .quantized),
            (nil, [], nil, [BaseModel(repoID: "a/b", relation: .unknown)], .derived),
            (
                "peft", ["gguf"], nil,
                [BaseModel(repoID: "a/b", relation: .unknown), BaseModel(repoID: "a/c", relation: .finetune)],
                .finetune
            ),
        ] as [(String?, [String], Int?, [BaseModel], Making?)])
    func tellsHowAModelWasMade(library: String?, formats: [String], bits: Int?, bases: [BaseModel], making: Making?) {
        let row = model("x/y", nil, likes: nil, downloads: nil, task: nil, library: library) {
            $0.formats = formats
            $0.weightBits = bits
            $0.bases = bases
        }
        #expect(Making(of: row) == making)
    }

    @Test func aMergeIsAMergeWhateverElseItStates() {
        let row = model("x/y", nil, likes: nil, downloads: nil, task: nil, library: "peft") {
            $0.isMerge = true
            $0.bases = [BaseModel(repoID: "a/b", relation: .finetune)]
        }
        #expect(Making(of: row) == .merge)
    }

    @Test(
        arguments: [
            (0, nil), (1, .under100M), (99_999_999, .under100M), (100_000_000, .under1B), (1_000_000_000, .under10B),
            (10_000_000_000, .under100B), (100_000_000_000, .more),
        ] as [(Int, SizeClass?)])
    func classesOfSize(parameters: Int, size: SizeClass?) {
        #expect(SizeClass(parameters) == size)
    }
}
