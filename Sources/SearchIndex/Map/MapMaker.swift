package import JSON
package import Layout
package import SearchFormat

/// What the map is made of, by document number.
package struct MapInput: Sendable {
    /// The vertex of each document in `neighbors`: its group of near-copies; −1 when it says too little to lie anywhere.
    package var vertices: [Int32]
    /// Positions in `MapRoot.modalityOrder`.
    package var modalities: [UInt8]
    package var neighbors: NeighborLists
    package var terms: MapTerms
    /// The number in `terms` of each document.
    package var positions: [Int32]

    package init(
        vertices: [Int32], modalities: [UInt8], neighbors: NeighborLists, terms: MapTerms, positions: [Int32]
    ) {
        precondition(vertices.count == modalities.count && vertices.count == positions.count, "one of each a document")
        (self.vertices, self.modalities, self.neighbors) = (vertices, modalities, neighbors)
        (self.terms, self.positions) = (terms, positions)
    }
}

/// Lays out all models by meaning and writes the map's files.
///
///     try MapMaker().write(input, with: writer) → {"root": "1a2b3c4d", "models": 760000, "placed": 747840, …}
///
/// The root (`m0000`) holds dots of the `head` most popular documents, a grid of all, names of regions, and where the rest is; deeper
/// tiles hold the other dots. See `MapRoot`.
package struct MapMaker: Sendable {
    /// Dots of the first picture.
    package var head = 40_960
    package var mostTiles = 200
    /// Documents of a chunk of places.
    package var chunkSize = 4096
    package var layout = GraphLayout()

    package init() {}

    /// - Returns: the manifest's member "map".
    package func write(_ input: MapInput, with writer: IndexWriter) throws -> JSONValue {
        let count = input.vertices.count
        let places = MapPlaces.places(of: input.vertices, on: layout.places(of: input.neighbors))
        let head = min(head, count)
        let chunks = try writer.write(.places, count: (count - head + chunkSize - 1) / chunkSize) { number in
            let first = head + number * chunkSize
            return PlaceChunk(number: number, first: first, places: places[first..<min(count, first + chunkSize)])
                .contents
        }
        let tiles = try write(MapTiling(places, head: head, most: mostTiles), of: input, places, writer)
        let root = MapRoot(
            models: count, placed: input.vertices.count { $0 >= 0 }, places: places[0..<head],
            modalities: Array(input.modalities[..<head]), totals: totals(input), side: MapGrid.side,
            grid: MapGrid.codes(places, input.modalities), labels: labels(input, places), tiles: tiles,
            chunkSize: chunkSize, chunks: chunks)
        let hash = try writer.write(root.contents, as: MapRoot.name)
        return ["root": .string(hash.hex), "models": .integer(count), "placed": .integer(root.placed)]
    }
}

extension MapMaker {
    private func write(
        _ tiling: MapTiling, of input: MapInput, _ places: PlaceColumns, _ writer: IndexWriter
    ) throws -> [MapRoot.Tile] {
        try tiling.squares.indices.map { i in
            let (square, documents) = (tiling.squares[i], tiling.documents[i])
            let tile = MapTile(
                number: i + 1, depth: square.depth, column: square.column, row: square.row, documents: documents,
                places: PlaceColumns(xs: documents.map { places.xs[$0] }, ys: documents.map { places.ys[$0] }),
                modalities: documents.map { input.modalities[$0] })
            let hash = try writer.write(tile.contents, as: ShardName(.map, i + 1))
            return .init(
                depth: square.depth, column: square.column, row: square.row, count: documents.count, hash: hash)
        }
    }

    private func totals(_ input: MapInput) -> [Int] {
        var totals = [Int](repeating: 0, count: MapRoot.modalityOrder.count)
        for (vertex, modality) in zip(input.vertices, input.modalities) where vertex >= 0 { totals[Int(modality)] += 1 }
        return totals
    }

    /// The first, so the most popular, document of each group speaks for it.
    private func labels(_ input: MapInput, _ places: PlaceColumns) -> [MapRoot.Label] {
        var first = [Int](repeating: -1, count: input.neighbors.count)
        var sizes = [Int](repeating: 0, count: input.neighbors.count)
        for (document, vertex) in input.vertices.enumerated() where vertex >= 0 {
            if first[Int(vertex)] < 0 { first[Int(vertex)] = document }
            sizes[Int(vertex)] += 1
        }
        let groups = first.indices.filter { first[$0] >= 0 }
        return MapLabels(
            places: groups.map { (places.xs[first[$0]], places.ys[first[$0]]) },
            modalities: groups.map { input.modalities[first[$0]] }, sizes: groups.map { sizes[$0] },
            positions: groups.map { Int(input.positions[first[$0]]) }, terms: input.terms
        ).labels()
    }
}
