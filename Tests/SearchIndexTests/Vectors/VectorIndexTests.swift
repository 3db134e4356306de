import Embedding
import LinearAlgebra
import Search
import SearchFormat
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct VectorIndexTests {
    private let vectors = vectorWorld(count: 2000, clusters: 20)

    private var settings: VectorSettings {
        var settings = VectorSettings()
        (settings.documentsPerCell, settings.maxGroupsPerCell, settings.cellsPerFile) = (50, 70, 2)
        return settings
    }

    @Test func everyDocumentIsWhereThePlacementSays() throws {
        let index = VectorIndex(of: vectors, settings: settings)
        let written = try written(index)
        var seen = [Int](repeating: 0, count: vectors.count)
        for (number, cell) in written.cells.enumerated() {
            #expect(cell.groups.count <= 70)
            #expect(cell.groups.count == written.centroids.groups[number])
            for (g, group) in cell.groups.enumerated() {
                for document in group {
                    seen[document] += 1
                    #expect(index.placement.cell(of: document) == number && index.placement.group(of: document) == g)
                    #expect(index.placement.groupSize(of: document) == group.count)
                }
            }
        }
        for document in 0..<vectors.count {
            #expect(seen[document] == (vectors.isZero(document) ? 0 : 1))
            #expect((index.placement.cell(of: document) == nil) == vectors.isZero(document))
        }
    }

    /// A group is the very same or nearly: nobody in it is further from its leader than the settings allow.
    @Test func groupsHoldNearCopiesOnly() throws {
        let written = try written(VectorIndex(of: vectors, settings: settings))
        let groups = written.cells.flatMap(\.groups)
        #expect(groups.contains { $0.count > 1 })
        for group in groups {
            for document in group.dropFirst() {
                #expect(cosine(group[0], document, in: vectors) > settings.nearCopyCosine - 1e-5)
            }
        }
    }

    /// Against comparing all with all: what the codes of the nearest cells say is right, up to what codes cannot tell.
    @Test func findsWhatIsSimilar() throws {
        let index = VectorIndex(of: vectors, settings: settings)
        let (centroids, cells) = try written(index)
        let search = CellSearch(centroids)
        let exact = unitRows(of: vectors)
        var found = 0
        let queries = stride(from: 0, to: 2000, by: 25).filter { !vectors.isZero($0) }
        for document in queries {
            let own = cells[index.placement.cell(of: document)!]
            let query = search.vector(ofGroup: index.placement.group(of: document)!, in: own)
            let near = search.cells(nearest: query, codes: settings.codesPerQuery)
            #expect(near.contains(index.placement.cell(of: document)!))
            let hits = near.flatMap { cell in
                zip(cells[cell].groups, search.similarities(of: query, in: cells[cell])).flatMap { group, similarity in
                    group.map { (document: $0, similarity: similarity) }
                }
            }.sorted { ($1.similarity, $0.document) < ($0.similarity, $1.document) }
            let similarities = exact.rows([document]).times(transposed: exact).values
            let tenth = similarities.sorted(by: >)[9]
            found += hits.prefix(10).filter { similarities[$0.document] >= tenth - 0.05 }.count
        }
        #expect(Double(found) / Double(10 * queries.count) > 0.9)
    }

    @Test func sameVectorsSameBytes() throws {
        let first = try bytes(VectorIndex(of: vectors, settings: settings))
        #expect(try bytes(VectorIndex(of: vectors, settings: settings)) == first)
    }

    @Test(arguments: [0, 1, 2, 60]) func smallCollections(_ count: Int) throws {
        let few = vectorWorld(count: count, clusters: 2)
        let index = VectorIndex(of: few)
        let (centroids, cells) = try written(index)
        #expect(cells.flatMap(\.groups).joined().count == (0..<count).filter { !few.isZero($0) }.count)
        #expect(index.placement.count == count && centroids.cells == cells.count)
    }

    private func written(_ index: VectorIndex) throws -> (centroids: CentroidShard, cells: [CellShard.Cell]) {
        let folder = try bytes(index)
        let contents = { (name: ShardName) in
            try Shard.unpack(folder.files.first { $0.key.hasPrefix("\(name.stem).") }!.value, as: name)
        }
        let centroids = try CentroidShard(contents: contents(ShardName(.centroids)))
        let cells = try (0..<centroids.files).flatMap { file in
            try CellShard(number: file, contents: contents(ShardName(.cell, file))).cells
        }
        return (centroids, cells)
    }

    private func bytes(_ index: VectorIndex) throws -> Folder {
        try withTemporaryFolder { path in
            _ = try index.write(to: try IndexWriter(folder: path))
            return try Folder(reading: path)
        }
    }
}
