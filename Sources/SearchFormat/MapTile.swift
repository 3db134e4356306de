/// The dots of a square of the map that no tile above it has: `m####` from 1 on. Each tile holds the most popular of what is left
/// in its square, so a view asks for the tiles it touches, from the top down to where they end.
///
///     letter "m", version, number
///     depth, column, row     the square, as `MapRoot.Tile`
///     count                  dots, n
///     documents              n numbers: the first, then each less the one before less 1
///     x, y                   within the square: x − column · 2^(16 − depth), as `PlaceColumns`
///     modalities             n bytes, as in the root
package struct MapTile: Equatable, Sendable {
    package var number: Int
    package var depth: Int
    package var column: Int
    package var row: Int
    /// Ascending.
    package var documents: [Int]
    /// On the whole map.
    package var places: PlaceColumns
    package var modalities: [UInt8]

    package init(
        number: Int, depth: Int, column: Int, row: Int, documents: [Int], places: PlaceColumns, modalities: [UInt8]
    ) {
        (self.number, self.depth, self.column, self.row) = (number, depth, column, row)
        (self.documents, self.places, self.modalities) = (documents, places, modalities)
    }

    package var contents: [UInt8] {
        var out = ByteWriter(ShardName(.map, number))
        for value in [depth, column, row, documents.count] { out.append(value) }
        var before = -1
        for document in documents {
            out.append(document - before - 1)
            before = document
        }
        let (left, top) = Self.corner(depth, column, row)
        out.append(PlaceColumns(xs: places.xs.map { $0 - left }, ys: places.ys.map { $0 - top }))
        out.append(raw: modalities)
        return out.bytes
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.map, number))
        self.number = number
        depth = try reader.number(below: MapRoot.maxDepth + 1, "depth")
        column = try reader.number(below: 1 << depth, "column")
        row = try reader.number(below: 1 << depth, "row")
        let count = try reader.count()
        var before = -1
        documents = try reader.repeated(count) { (reader) throws(SearchFormatError) in
            before += 1 + (try reader.number(below: 1 << 40, "document"))
            guard before < 1 << 40 else { throw reader.damage("document \(before)") }
            return before
        }
        let within = try reader.places(count)
        let (left, top) = Self.corner(depth, column, row)
        let side = 1 << (16 - depth)
        guard within.xs.allSatisfy({ $0 < side }), within.ys.allSatisfy({ $0 < side }) else {
            throw reader.damage("a dot beside its tile")
        }
        places = PlaceColumns(xs: within.xs.map { $0 + left }, ys: within.ys.map { $0 + top })
        modalities = try reader.modalities(count)
        try reader.end()
    }

    private static func corner(_ depth: Int, _ column: Int, _ row: Int) -> (left: UInt16, top: UInt16) {
        (UInt16(column << (16 - depth)), UInt16(row << (16 - depth)))
    }
}
