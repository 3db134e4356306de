package import Embedding
package import SearchFormat

/// What the index has of the vectors: cells of near vectors, groups of near-copies, the graph for the map.
///
///     let vectors = model.embedPacked(rows)
///     let index = VectorIndex(of: vectors)
///     index.placement.cell(of: 7)                    for the document blocks
///     manifest.vectors = try index.write(to: writer) writes `v####` and `c0000`
///     index.graph                                    for the map
///
/// The same vectors give the same bytes, on however many cores.
package struct VectorIndex: Sendable {
    package let placement: VectorPlacement
    package let graph: NeighborGraph
    private let shards: VectorShards
    package var cells: Int { shards.cells }

    /// - Parameter vectors: in the order of the documents; of length 1 or zeros, their dimensions a multiple of 8, turned so
    ///   that no dimension stands out.
    package init(of vectors: PackedVectors, settings: VectorSettings = VectorSettings()) {
        let distinct = DistinctVectors(of: vectors)
        let cells = Cells(of: vectors, distinct: distinct, settings: settings)
        let copies = NearCopies(of: vectors, distinct: distinct, cells: cells, cosine: settings.nearCopyCosine)
        let split = CellSplit(cells, copies, of: vectors, most: settings.maxGroupsPerCell)
        placement = VectorPlacement(split.groups, documents: vectors.count)
        graph = NeighborGraph(vectors, split, settings: settings)
        shards = VectorShards(vectors, split, cellsPerFile: settings.cellsPerFile)
    }

    /// Writes the files that the page loads. Throws `SearchFormatError`.
    package func write(to writer: IndexWriter) throws -> ShardHash {
        let hashes = try writer.write(.cell, count: shards.files) { shards.cellShard($0).contents }
        return try writer.write(shards.centroidShard(hashes: hashes).contents, as: ShardName(.centroids))
    }
}
