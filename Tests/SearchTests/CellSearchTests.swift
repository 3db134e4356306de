import Foundation
import JSON
import SearchFormat
import TestSupport
import Testing

@testable import Search

/// The fixture is read by JavaScript, too: the same codes give the same vectors, cells and similarities.
@Suite struct CellSearchTests {
    private let queries: [JSONValue]
    private let cells: [CellShard.Cell]
    private let search: CellSearch

    init() throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Tests/Fixtures/vectors.json")))
        let fixture = try JSONValue.parse(Array(bytes))
        let contents = { (json: JSONValue?) in Array(try #require(Data(base64Encoded: json?.string ?? "-"))) }
        let centroids = try CentroidShard(contents: contents(fixture["centroids"]))
        cells = try (fixture["files"]?.array ?? []).enumerated().flatMap { number, file in
            try CellShard(number: number, contents: contents(file)).cells
        }
        queries = fixture["queries"]?.array ?? []
        search = CellSearch(centroids)
        #expect(centroids.cells == cells.count && queries.count == 6)
    }

    @Test func findsWhatTheFixtureSays() throws {
        for query in queries {
            let places = try #require(query["of"]?.array).map { $0.array?.compactMap(\.integer) ?? [] }
            let vectors = places.map { search.vector(ofGroup: $0[1], in: cells[$0[0]]) }
            let vector = vectors.count == 1 ? vectors[0] : search.mean(of: vectors)
            let wanted = try #require(query["vector"]?.array).compactMap(\.number)
            #expect(wanted.count == vector.count && zip(vector, wanted).allSatisfy { abs($0 - $1) < 1e-6 })
            let near = search.cells(nearest: vector, codes: 0)
            #expect(near == query["cells"]?.array?.compactMap(\.integer))
            // A fourth cell where there is room for its codes, and not for one less.
            let all = search.cells(nearest: vector, codes: 1_000_000)
            let room = all.prefix(4).reduce(0) { $0 + cells[$1].groups.count }
            #expect(search.cells(nearest: vector, codes: room) == Array(all.prefix(4)))
            #expect(search.cells(nearest: vector, codes: room - 1) == near)
            let found = near.flatMap { cell in
                zip(cells[cell].groups, search.similarities(of: vector, in: cells[cell])).map { ($0, $1) }
            }.sorted { ($1.1, $0.0[0]) < ($0.1, $1.0[0]) }
            for (hit, wanted) in zip(found, try #require(query["nearest"]?.array)) {
                #expect(hit.0 == wanted["documents"]?.array?.compactMap(\.integer))
                #expect(abs(hit.1 - (wanted["similarity"]?.number ?? 9)) < 1e-9)
            }
        }
    }

    @Test func vectorsHaveLengthOne() {
        for cell in cells {
            for group in cell.groups.indices {
                let vector = search.vector(ofGroup: group, in: cell)
                #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-12)
            }
        }
        #expect(search.mean(of: []) == [Double](repeating: 0, count: 16))
    }
}
