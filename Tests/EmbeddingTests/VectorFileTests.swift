import Core
import LinearAlgebra
import TestSupport
import Testing

@testable import Embedding

@Suite struct VectorFileTests {
    private static func world() -> (packed: PackedVectors, rows: Matrix) {
        var rows = Matrix.gaussian(rows: 20_000, columns: 16, seed: 5)
        for i in 0..<16 { rows[100, i] = 0 }
        for i in 0..<16 { rows[7, i] = rows[3, i] }
        rows.normalizeRows()
        var packed = PackedVectors(dimensions: 16)
        packed.append(rows)
        return (packed, rows)
    }

    @Test func findsWhatComparingAllFinds() throws {
        let (packed, rows) = Self.world()
        try withTemporaryFolder { folder in
            try Files.write(Array(VectorFile.pieces(packed).joined()), to: "\(folder)/v")
            let file = try VectorFile("\(folder)/v")
            #expect(file.count == 20_000 && file.dimensions == 16)
            for document in [0, 3, 7, 19_999] {
                let query = Array(rows.row(document))
                let cosines = Matrix(rows: 1, columns: 16, values: query).times(transposed: rows).values
                let wanted = cosines.sorted(by: >).prefix(10)
                let found = file.nearest(to: query, count: 10)
                #expect(zip(found, wanted).allSatisfy { abs($0.cosine - $1) < 0.01 })
                #expect(found.allSatisfy { abs($0.cosine - cosines[$0.document]) < 0.01 })
                #expect(found.map(\.cosine) == found.map(\.cosine).sorted(by: >))
            }
            // Copies: the smaller document first.
            #expect(file.nearest(to: Array(rows.row(7)), count: 2).map(\.document) == [3, 7])
            #expect(file.vector(of: 100) == nil)
            #expect(try #require(file.vector(of: 7)).count == 16)
        }
    }

    /// The filter is asked before ranking: what it leaves out takes no place.
    @Test func filtersBeforeRanking() throws {
        let (packed, rows) = Self.world()
        try withTemporaryFolder { folder in
            try Files.write(Array(VectorFile.pieces(packed).joined()), to: "\(folder)/v")
            let file = try VectorFile("\(folder)/v")
            let query = Array(rows.row(3))
            let some = file.nearest(to: query, count: 5) { $0 % 1000 == 1 }
            #expect(some.count == 5 && some.allSatisfy { $0.document % 1000 == 1 })
            let best = (0..<20).map { 1000 * $0 + 1 }.map { row in
                zip(query, rows.row(row)).reduce(Float(0)) { $0 + $1.0 * $1.1 }
            }.max()!
            #expect(abs(some[0].cosine - best) < 0.01)
            #expect(file.nearest(to: query, count: 5) { $0 == 100 }.isEmpty)
            #expect(file.nearest(to: query, count: 0).isEmpty)
        }
    }

    @Test func refusesWhatIsNoVectorFile() throws {
        let contents = Array(VectorFile.pieces(Self.world().packed).joined())
        try withTemporaryFolder { folder in
            for bytes in [[], Array("no".utf8), Array(contents.prefix(47)), Array(contents.dropLast()), contents + [1]]
            {
                try Files.write(bytes, to: "\(folder)/v")
                #expect(throws: EmbeddingError.self) { try VectorFile("\(folder)/v") }
            }
            #expect(throws: EmbeddingError.self) { try VectorFile("\(folder)/none") }
        }
    }
}
