import Core
import Foundation
import JSON
import SearchFormat
import TestSupport
import Testing

/// The map's bytes against `Tests/Fixtures/map.json`, which was written by hand from their description and is read by the page's
/// readers, too.
@Suite struct MapFormatTests {
    private let fixture: JSONValue

    init() throws { fixture = try JSONValue.parse(try Files.read(Repository.path("Tests/Fixtures/map.json"))) }

    @Test func rootIsAsDescribed() throws {
        let bytes = try hex("root")
        #expect(try MapRoot(contents: bytes) == Samples.mapRoot)
        #expect(Samples.mapRoot.contents == bytes)
        #expect(try numbers("root", "xs") == Samples.mapRoot.places.xs.map { Int($0) })
        #expect(try numbers("root", "grid") == Samples.mapRoot.grid.map { Int($0) })
        #expect(fixture["root"]?["labels"]?.array?.map { $0["text"]?.string } == Samples.mapRoot.labels.map(\.text))
    }

    @Test func tileAndChunkAreAsDescribed() throws {
        #expect(try MapTile(number: 1, contents: hex("tile")) == Samples.mapTile)
        let tile = try hex("tile")
        #expect(Samples.mapTile.contents == tile)
        #expect(try PlaceChunk(number: 0, contents: hex("chunk")) == Samples.placeChunk)
        let chunk = try hex("chunk")
        #expect(Samples.placeChunk.contents == chunk)
    }

    @Test func gridCountsAreAsDescribed() throws {
        for row in try #require(fixture["gridCounts"]?.array) {
            let pair = row.array?.compactMap(\.integer) ?? []
            try #require(pair.count == 2)
            #expect(Int(GridCount.code(pair[0])) == pair[1], "\(pair[0])")
        }
        var before: UInt8 = 0
        for count in 0...100_000 {
            let code = GridCount.code(count)
            #expect(code >= before)
            before = code
        }
    }

    @Test func chunkKeepsNearlyThePlaceAndNeverLosesIt() {
        let places = PlaceColumns(xs: [1, 0, 17, 65_535], ys: [0, 0, 31, 15])
        let kept = PlaceChunk(number: 0, first: 0, places: places).places
        #expect(kept.xs == [16, 0, 16, 65_520])
        #expect(kept.ys == [0, 0, 16, 0])
    }

    private func hex(_ part: String) throws -> [UInt8] {
        let text = try #require(fixture[part]?["hex"]?.string)
        return try stride(from: 0, to: text.utf8.count, by: 2).map { at in
            let start = text.utf8.index(text.startIndex, offsetBy: at)
            let byte = UInt8(text[start..<text.utf8.index(start, offsetBy: 2)], radix: 16)
            return try #require(byte)
        }
    }

    private func numbers(_ part: String, _ name: String) throws -> [Int] {
        let values = fixture[part]?[name]?.array?.compactMap(\.integer)
        return try #require(values)
    }
}

extension Samples {
    static let mapRoot: MapRoot = {
        var grid = [UInt8](repeating: 0, count: 32)
        (grid[0], grid[3], grid[13], grid[30]) = (1, 54, 9, 255)
        return MapRoot(
            models: 300, placed: 298, places: PlaceColumns(xs: [1000, 0, 65_535], ys: [2000, 0, 1]),
            modalities: [0, 7, 3], totals: [3, 0, 0, 2, 0, 0, 0, 1], side: 2, grid: grid,
            labels: [
                .init(level: 0, x: 1200, y: 2100, models: 300, modality: 0, text: "text generation"),
                .init(level: 1, x: 65_000, y: 4, models: 7, modality: 3, text: "<b>音</b> · whisper"),
            ],
            tiles: [
                .init(depth: 1, column: 1, row: 0, count: 2, hash: ShardHash(bytes: [1, 2, 3, 4])),
                .init(depth: 2, column: 0, row: 3, count: 1, hash: ShardHash(bytes: [0xA0, 0xB0, 0xC0, 0xD0])),
            ], chunkSize: 200,
            chunks: [ShardHash(bytes: [0xDE, 0xAD, 0xBE, 0xEF]), ShardHash(bytes: [0, 0, 0, 1])])
    }()

    static let mapTile = MapTile(
        number: 1, depth: 1, column: 1, row: 0, documents: [3, 250],
        places: PlaceColumns(xs: [40_000, 33_000], ys: [500, 32_767]), modalities: [0, 3])

    static let placeChunk = PlaceChunk(
        number: 0, first: 3, places: PlaceColumns(xs: [16, 0, 65_520], ys: [0, 0, 4144]))
}
