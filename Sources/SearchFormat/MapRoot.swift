/// The first file of the map, `m0000`: enough for the first picture, and the directory of the rest.
///
///     letter "m", version, number 0
///     models             documents of the index
///     placed             how many of them have a place; the others say too little to lie anywhere
///     head               n: this file has a dot for each of the documents 0 ..< n
///     places             of these, `PlaceColumns`
///     modalities         of these, one byte each: position in `modalityOrder`
///     totals             8 numbers: placed documents of each modality
///     side               s of the grid: a power of two, 1 … 1024
///     grid               for each modality s·s bytes, row by row from the top left: how many placed documents lie in the
///                        square, the head's among them, as `GridCount`
///     labels             count, then by column:
///                        levels (descend never), x, y (in `MapUnit`), models (placed, in the region), modalities (one byte:
///                        the most frequent of the region), texts (length + UTF-8)
///     tiles              count, then depths, columns, rows, counts, then 4 bytes of hash each: `m0001` …
///     place chunks       documents a chunk, count, then 4 bytes of hash each: `p0000` … of the documents from `head` on
package struct MapRoot: Equatable, Sendable {
    /// A region's name at a level of zoom. Level 0 is for the whole map, each further for twice the scale.
    package struct Label: Equatable, Sendable {
        package var level: Int
        package var x: UInt16
        package var y: UInt16
        package var models: Int
        package var modality: UInt8
        package var text: String

        package init(level: Int, x: UInt16, y: UInt16, models: Int, modality: UInt8, text: String) {
            (self.level, self.x, self.y) = (level, x, y)
            (self.models, self.modality, self.text) = (models, modality, text)
        }
    }

    /// Where a deeper tile lies: column and row of the 2^depth by 2^depth squares of the map.
    package struct Tile: Equatable, Sendable {
        package var depth: Int
        package var column: Int
        package var row: Int
        package var count: Int
        package var hash: ShardHash

        package init(depth: Int, column: Int, row: Int, count: Int, hash: ShardHash) {
            (self.depth, self.column, self.row) = (depth, column, row)
            (self.count, self.hash) = (count, hash)
        }
    }

    /// What the bytes of a modality mean; `Modality.allCases` of the catalog in their order.
    package static let modalityOrder = ["nlp", "cv", "mm", "audio", "tab", "rl", "other", "none"]
    package static let maxDepth = 12

    package var models: Int
    package var placed: Int
    package var places: PlaceColumns
    package var modalities: [UInt8]
    package var totals: [Int]
    package var side: Int
    /// Modality by modality, s·s each.
    package var grid: [UInt8]
    package var labels: [Label]
    package var tiles: [Tile]
    package var chunkSize: Int
    package var chunks: [ShardHash]

    package init(
        models: Int, placed: Int, places: PlaceColumns, modalities: [UInt8], totals: [Int], side: Int, grid: [UInt8],
        labels: [Label], tiles: [Tile], chunkSize: Int, chunks: [ShardHash]
    ) {
        (self.models, self.placed, self.places, self.modalities) = (models, placed, places, modalities)
        (self.totals, self.side, self.grid) = (totals, side, grid)
        (self.labels, self.tiles, self.chunkSize, self.chunks) = (labels, tiles, chunkSize, chunks)
    }

    package static let name = ShardName(.map, 0)

    package var contents: [UInt8] {
        var out = ByteWriter(Self.name)
        out.append(models)
        out.append(placed)
        out.append(places.count)
        out.append(places)
        out.append(raw: modalities)
        for total in totals { out.append(total) }
        out.append(side)
        out.append(raw: grid)
        out.append(labels)
        out.append(tiles)
        out.append(chunkSize)
        out.append(chunks.count)
        for hash in chunks { out.append(raw: hash.bytes) }
        return out.bytes
    }

    /// Throws `SearchFormatError`.
    package init(contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: Self.name)
        models = try reader.number()
        placed = try reader.number()
        let head = try reader.count()
        places = try reader.places(head)
        modalities = try reader.modalities(head)
        totals = try reader.numbers(Self.modalityOrder.count)
        side = try reader.number(below: 1025, "side")
        guard side > 0, side & (side - 1) == 0 else { throw reader.damage("a grid of side \(side)") }
        grid = Array(try reader.raw(Self.modalityOrder.count * side * side))
        labels = try reader.labels()
        tiles = try reader.tiles()
        chunkSize = try reader.number()
        let count = try reader.count()
        guard chunkSize > 0, count == (max(0, models - head) + chunkSize - 1) / chunkSize else {
            throw reader.damage("\(count) chunks of \(chunkSize) places")
        }
        chunks = try reader.repeated(count) { (reader) throws(SearchFormatError) in try reader.hash() }
        try reader.end()
    }
}

/// Counts as bytes: greater ones roughly, to a twelfth of their size.
///
///     GridCount.code(0) → 0      GridCount.code(1) → 1      GridCount.code(100) → 54
///     GridCount.value(54) ≈ 98.7
///
/// code = 1 + ⌊8 · log2(count)⌋, at most 255; value = 2^((code − 1) / 8 + 1/16), the middle of those with this code.
package enum GridCount {
    package static func code(_ count: Int) -> UInt8 {
        guard count > 0 else { return 0 }
        // Whole numbers only: 2^(e/8) is passed when count^8 is, so no rounding of logarithms differs between machines.
        var code = 8 * (Int.bitWidth - 1 - count.leadingZeroBitCount)
        let scaled = Double(count) / Double(1 << (code / 8))
        var power = scaled * scaled
        power *= power
        power *= power
        while power >= 2 {
            power /= 2
            code += 1
        }
        return UInt8(min(255, code + 1))
    }
}

extension ByteWriter {
    fileprivate mutating func append(_ labels: [MapRoot.Label]) {
        append(labels.count)
        for label in labels { append(label.level) }
        for label in labels { append(Int(label.x)) }
        for label in labels { append(Int(label.y)) }
        for label in labels { append(label.models) }
        append(raw: labels.map(\.modality))
        for label in labels { append(label.text) }
    }

    fileprivate mutating func append(_ tiles: [MapRoot.Tile]) {
        append(tiles.count)
        for tile in tiles { append(tile.depth) }
        for tile in tiles { append(tile.column) }
        for tile in tiles { append(tile.row) }
        for tile in tiles { append(tile.count) }
        for tile in tiles { append(raw: tile.hash.bytes) }
    }
}

extension ByteReader {
    package mutating func modalities(_ count: Int) throws(SearchFormatError) -> [UInt8] {
        let codes = Array(try raw(count))
        guard codes.allSatisfy({ $0 < MapRoot.modalityOrder.count }) else {
            throw damage("a modality beyond the eighth")
        }
        return codes
    }

    fileprivate mutating func labels() throws(SearchFormatError) -> [MapRoot.Label] {
        let count = try count()
        let levels = try numbers(count)
        let xs = try coordinates(count)
        let ys = try coordinates(count)
        let models = try numbers(count)
        let modalities = try modalities(count)
        guard zip(levels, levels.dropFirst()).allSatisfy(<=) else { throw damage("levels out of order") }
        var labels: [MapRoot.Label] = []
        for i in 0..<count {
            labels.append(
                .init(
                    level: levels[i], x: xs[i], y: ys[i], models: models[i], modality: modalities[i], text: try text()))
        }
        return labels
    }

    private mutating func coordinates(_ count: Int) throws(SearchFormatError) -> [UInt16] {
        try repeated(count) { (reader) throws(SearchFormatError) in
            UInt16(try reader.number(below: 1 << 16, "coordinate"))
        }
    }

    fileprivate mutating func tiles() throws(SearchFormatError) -> [MapRoot.Tile] {
        let count = try count()
        let depths = try repeated(count) { (reader) throws(SearchFormatError) in
            try reader.number(below: MapRoot.maxDepth + 1, "depth")
        }
        let columns = try numbers(count)
        let rows = try numbers(count)
        let counts = try numbers(count)
        var tiles: [MapRoot.Tile] = []
        for i in 0..<count {
            guard columns[i] < 1 << depths[i], rows[i] < 1 << depths[i] else { throw damage("a tile beside the map") }
            tiles.append(
                .init(depth: depths[i], column: columns[i], row: rows[i], count: counts[i], hash: try hash()))
        }
        return tiles
    }

    fileprivate mutating func hash() throws(SearchFormatError) -> ShardHash { ShardHash(bytes: try raw(4)) }
}
