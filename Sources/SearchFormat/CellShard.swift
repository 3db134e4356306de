/// Cells of vectors that lie near one another: `v####`, of which `c0000` says how many there are.
///
///     letter "v", version, number        as every shard begins
///     dimensions                         D, a multiple of 8
///     cells                              cells in this file
///
/// then cell by cell:
///
///     groups                             G: near-copies share one group, and one code
///     copies                             G numbers: documents of the group − 1
///     documents                          for each group its documents, ascending. The first: distance from the first of
///                                        the group before (the first group: from 0); the others: distance − 1 from the one before
///     centroidScale                      float
///     centroid                           D bytes, signed: the centroid is centroidScale · byte
///     greatestScale                      float
///     scales                             G bytes: the scale s of a group is greatestScale · byte / 255
///     codes                              G · D/4 bytes: two bits a dimension, dimension 4j + i in bits 2i and 2i + 1 of byte j;
///                                        0, 1, 2, 3 stand for the levels −b, −a, a, b of `c0000`
///
/// The vector of a group is about centroid + s · levels. Groups come in the order of their first documents, which are
/// their most popular ones. A float has four bytes, lowest first.
package struct CellShard: Equatable, Sendable {
    package struct Cell: Equatable, Sendable {
        /// Of each group the documents, ascending.
        package var groups: [[Int]]
        package var centroidScale: Float
        package var centroid: [Int8]
        package var greatestScale: Float
        package var scales: [UInt8]
        package var codes: [UInt8]

        package init(
            groups: [[Int]], centroidScale: Float, centroid: [Int8], greatestScale: Float, scales: [UInt8],
            codes: [UInt8]
        ) {
            self.groups = groups
            self.centroidScale = centroidScale
            self.centroid = centroid
            self.greatestScale = greatestScale
            self.scales = scales
            self.codes = codes
        }
    }

    package var number: Int
    package var dimensions: Int
    package var cells: [Cell]

    package init(number: Int, dimensions: Int, cells: [Cell]) {
        self.number = number
        self.dimensions = dimensions
        self.cells = cells
    }

    package var contents: [UInt8] {
        var out = ByteWriter(ShardName(.cell, number))
        out.append(dimensions)
        out.append(cells.count)
        for cell in cells { out.append(cell) }
        return out.bytes
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.cell, number))
        self.number = number
        let dimensions = try reader.dimensions()
        self.dimensions = dimensions
        cells = try reader.repeated(try reader.count()) { (reader) throws(SearchFormatError) in
            try reader.cell(dimensions: dimensions)
        }
        try reader.end()
    }
}

extension ByteWriter {
    fileprivate mutating func append(_ cell: CellShard.Cell) {
        append(cell.groups.count)
        for group in cell.groups { append(group.count - 1) }
        var first = 0
        for group in cell.groups {
            append(group[0] - first)
            first = group[0]
            for (before, document) in zip(group, group.dropFirst()) { append(document - before - 1) }
        }
        append(float: cell.centroidScale)
        append(raw: cell.centroid.map { UInt8(bitPattern: $0) })
        append(float: cell.greatestScale)
        append(raw: cell.scales)
        append(raw: cell.codes)
    }
}

extension ByteReader {
    fileprivate mutating func cell(dimensions: Int) throws(SearchFormatError) -> CellShard.Cell {
        let count = try self.count()
        let copies = try numbers(count)
        var first = 0
        var groups: [[Int]] = []
        for more in copies {
            first += try number()
            groups.append(try group(first: first, more: more))
        }
        return CellShard.Cell(
            groups: groups, centroidScale: try float(), centroid: try raw(dimensions).map { Int8(bitPattern: $0) },
            greatestScale: try float(), scales: Array(try raw(count)), codes: Array(try raw(count * dimensions / 4)))
    }

    private mutating func group(first: Int, more: Int) throws(SearchFormatError) -> [Int] {
        var documents = [first]
        for gap in try numbers(more) { documents.append(documents[documents.count - 1] + gap + 1) }
        guard documents[documents.count - 1] < 1 << 31 else { throw damage("document \(documents.last!)") }
        return documents
    }
}
