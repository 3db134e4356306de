import Catalog
import Core
import JSON
import Layout
import SearchFormat
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct MapTests {
    /// Three families of 60 groups in rings; every group two copies, the second far down; the last documents say nothing.
    private static let world: MapInput = {
        let families = [
            ("whisper", "automatic-speech-recognition"), ("llama", "text-generation"), ("vit", "image-classification"),
        ]
        let ring = 60
        let groups = families.count * ring
        var terms = MapTerms()
        var vertices: [Int32] = []
        var modalities: [UInt8] = []
        for copy in 0..<2 {
            for group in 0..<groups {
                let (name, task) = families[group / ring]
                var row = ModelRow(repoID: "someone/\(name)-large-\(group)-\(copy)")
                row.task = task
                terms.append(row)
                vertices.append(Int32(group))
                modalities.append([3, 0, 1][group / ring])
            }
        }
        for i in 0..<10 {
            terms.append(ModelRow(repoID: "nobody/x\(i)"))
            vertices.append(-1)
            modalities.append(7)
        }
        let neighbors = (0..<groups).flatMap { group -> [Int32] in
            let start = group / ring * ring
            return (1...4).map { Int32(start + (group - start + $0) % ring) }
        }
        let lists = NeighborLists(neighbors: neighbors, similarities: neighbors.map { _ in 0.9 }, each: 4)
        return MapInput(
            vertices: vertices, modalities: modalities, neighbors: lists, terms: terms,
            positions: (0..<Int32(vertices.count)).map { $0 })
    }()

    private func write(_ input: MapInput, to folder: String, head: Int = 50) throws -> MapRoot {
        let writer = try IndexWriter(folder: folder)
        var maker = MapMaker()
        (maker.head, maker.chunkSize) = (head, 100)
        let json = try maker.write(input, with: writer)
        let hash = try #require(json["root"]?.string)
        return try MapRoot(contents: read("m0000", hash, folder))
    }

    private func read(_ stem: String, _ hash: String, _ folder: String) throws -> [UInt8] {
        let name =
            stem.hasPrefix("m") ? ShardName(.map, Int(stem.dropFirst())!) : ShardName(.places, Int(stem.dropFirst())!)
        return try Shard.unpack(try Files.read("\(folder)/\(stem).\(hash).js"), as: name)
    }

    @Test func everyPlacedDocumentHasOneDotAndOneNearPlace() throws {
        try withTemporaryFolder { folder in
            let input = Self.world
            let root = try write(input, to: folder)
            #expect(root.models == 370)
            #expect(root.placed == 360)
            #expect(root.totals == [120, 120, 0, 120, 0, 0, 0, 0])
            var dots: [Int: (x: UInt16, y: UInt16)] = [:]
            for document in 0..<50 { dots[document] = (root.places.xs[document], root.places.ys[document]) }
            for (i, entry) in root.tiles.enumerated() {
                let stem = ShardName(.map, i + 1).stem
                let tile = try MapTile(number: i + 1, contents: read(stem, entry.hash.hex, folder))
                #expect(tile.documents.count == entry.count)
                for (document, place) in zip(tile.documents, zip(tile.places.xs, tile.places.ys)) {
                    #expect(dots.updateValue((place.0, place.1), forKey: document) == nil)
                    #expect(Int(place.0) >> (16 - tile.depth) == tile.column)
                    #expect(Int(place.1) >> (16 - tile.depth) == tile.row)
                }
            }
            #expect(dots.keys.sorted() == Array(0..<360))
            for (number, hash) in root.chunks.enumerated() {
                let chunk = try PlaceChunk(
                    number: number, contents: read(ShardName(.places, number).stem, hash.hex, folder))
                for i in 0..<chunk.places.count {
                    let document = chunk.first + i
                    guard document < 360 else {
                        #expect(!chunk.places.isPlaced(i))
                        continue
                    }
                    let dot = try #require(dots[document])
                    #expect(abs(Int(dot.x) - Int(chunk.places.xs[i])) < 16)
                    #expect(abs(Int(dot.y) - Int(chunk.places.ys[i])) < 16)
                }
            }
        }
    }

    @Test func copiesLieTogetherAndFamiliesApart() throws {
        let places = MapPlaces.places(of: Self.world.vertices, on: GraphLayout().places(of: Self.world.neighbors))
        for group in 0..<180 {
            let dx = Int(places.xs[group]) - Int(places.xs[group + 180])
            let dy = Int(places.ys[group]) - Int(places.ys[group + 180])
            #expect(dx * dx + dy * dy <= 25)
            #expect(dx != 0 || dy != 0)
        }
        #expect((360..<370).allSatisfy { !places.isPlaced($0) })
        let span = (places.xs[..<180].min()!, places.xs[..<180].max()!)
        #expect(span.1 - span.0 > 30_000)
    }

    @Test func regionsAreNamedByWhatIsTheirs() throws {
        try withTemporaryFolder { folder in
            let root = try write(Self.world, to: folder)
            let texts = Set(root.labels.filter { $0.level == 0 }.flatMap { $0.text.components(" · ") })
            #expect(texts.contains("automatic speech recognition") || texts.contains("whisper"))
            #expect(texts.contains("text generation") || texts.contains("llama"))
            #expect(!texts.contains("large"))
            #expect(root.labels.allSatisfy { $0.models > 0 })
        }
    }

    @Test func aSummitLiesWhereTheDotsAre() {
        var places: [(x: UInt16, y: UInt16)] = []
        for i in 0..<UInt16(300) { places.append((50_000 + i % 17 * 40, 9000 + i % 13 * 40)) }
        let regions = MapRegions(places, radius: 6)
        let summit = MapRegions.summit(regions.region(50_300, 9200))
        #expect(abs(Int(summit.x) - 50_320) < 400)
        #expect(abs(Int(summit.y) - 9240) < 400)
    }

    @Test func theSameInputIsTheSameBytes() throws {
        try withTemporaryFolder { folder in
            let first = try write(Self.world, to: "\(folder)/a")
            #expect(try write(Self.world, to: "\(folder)/b") == first)
        }
    }

    @Test func nothingToPlaceIsAMapWithoutDots() throws {
        try withTemporaryFolder { folder in
            let empty = MapInput(
                vertices: [], modalities: [], neighbors: NeighborLists(offsets: [0], neighbors: [], similarities: []),
                terms: MapTerms(), positions: [])
            #expect(try write(empty, to: "\(folder)/a").placed == 0)
            var terms = MapTerms()
            terms.append(ModelRow(repoID: "x"))
            let one = MapInput(
                vertices: [0], modalities: [7],
                neighbors: NeighborLists(offsets: [0, 0], neighbors: [], similarities: []),
                terms: terms, positions: [0])
            let root = try write(one, to: "\(folder)/b")
            #expect(root.places.isPlaced(0))
        }
    }

    @Test func tilesStayWithinTheirNumber() {
        let xs = (0..<20_000).map { UInt16(truncatingIfNeeded: $0 * 40_503) }
        let ys = (0..<20_000).map { UInt16(truncatingIfNeeded: $0 * 12_289 + 77) }
        let tiling = MapTiling(PlaceColumns(xs: xs, ys: ys), head: 100, most: 30, room: 64)
        #expect(tiling.squares.count <= 30)
        #expect(tiling.documents.flatMap { $0 }.sorted() == Array(100..<20_000).filter { xs[$0] != 0 || ys[$0] != 0 })
        // All on one place: no square is cut for ever.
        let copies = PlaceColumns(xs: .init(repeating: 9, count: 5000), ys: .init(repeating: 9, count: 5000))
        #expect(MapTiling(copies, head: 0, most: 200, room: 16).documents.map(\.count).reduce(0, +) == 5000)
    }

    @Test func wordsAreFoldedAndHostileOnesStayText() {
        var row = ModelRow(repoID: "a/Stable_Diffusion-XL-70b-v1.0-<script>")
        row.task = "text-to-image"
        row.tags = ["stable-diffusion", "Stable Diffusion", "v2", "4bit", "日本語", String(repeating: "x", count: 99)]
        var terms = MapTerms()
        terms.append(row)
        #expect(terms.words(of: 0) == ["text to image", "stable diffusion", "日本語", "stable", "diffusion"])
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}
