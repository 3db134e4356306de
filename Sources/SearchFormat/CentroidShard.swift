/// Where the cells of the vectors lie, coarsely: `c0000`. Loaded once, when something similar is first asked for.
///
///     letter "c", version, number        as every shard begins
///     dimensions                         D, a multiple of 8
///     cells                              C; cell c is in file c / cellsPerFile, rounded down, at place c mod cellsPerFile
///     cellsPerFile
///     levels                             two floats, a < b: a two-bit code stands for −b, −a, a, b
///     meanScale                          float
///     mean                               D bytes, signed: the mean m of the centroids is meanScale · byte
///     greatestScale                      float
///     scales                             C bytes: the scale s of a cell is greatestScale · byte / 255
///     groups                             C numbers: how many groups the cell has, and so how many codes its file brings
///     hashes                             four bytes for each file, v0000 first
///     signs                              C · D/8 bytes: bit i (1 << i) of byte j is set where dimension 8j + i of
///                                        centroid − m is not negative
///
/// A float has four bytes, lowest first. The similarity of a vector q to a centroid is about q·m + s · Σᵢ ±qᵢ, with a plus
/// where the sign's bit is set. Vectors were turned by a random rotation, so that a sign of each dimension says enough.
package struct CentroidShard: Equatable, Sendable {
    package var dimensions: Int
    package var cellsPerFile: Int
    package var levels: [Float]
    package var meanScale: Float
    package var mean: [Int8]
    package var greatestScale: Float
    package var scales: [UInt8]
    package var groups: [Int]
    package var hashes: [ShardHash]
    package var signs: [UInt8]

    package init(
        dimensions: Int, cellsPerFile: Int, levels: [Float], meanScale: Float, mean: [Int8], greatestScale: Float,
        scales: [UInt8], groups: [Int], hashes: [ShardHash], signs: [UInt8]
    ) {
        self.dimensions = dimensions
        self.cellsPerFile = cellsPerFile
        self.levels = levels
        self.meanScale = meanScale
        self.mean = mean
        self.greatestScale = greatestScale
        self.scales = scales
        self.groups = groups
        self.hashes = hashes
        self.signs = signs
    }

    package var cells: Int { scales.count }
    package var files: Int { (cells + cellsPerFile - 1) / cellsPerFile }

    package func file(ofCell cell: Int) -> Int { cell / cellsPerFile }

    package var contents: [UInt8] {
        var out = ByteWriter(ShardName(.centroids))
        out.append(dimensions)
        out.append(cells)
        out.append(cellsPerFile)
        for level in levels { out.append(float: level) }
        out.append(float: meanScale)
        out.append(raw: mean.map { UInt8(bitPattern: $0) })
        out.append(float: greatestScale)
        out.append(raw: scales)
        for count in groups { out.append(count) }
        for hash in hashes { out.append(raw: hash.bytes) }
        out.append(raw: signs)
        return out.bytes
    }

    /// Throws `SearchFormatError`.
    package init(contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.centroids))
        dimensions = try reader.dimensions()
        let cells = try reader.count()
        cellsPerFile = try reader.number()
        guard cellsPerFile > 0 else { throw reader.damage("no cells in a file") }
        levels = [try reader.float(), try reader.float()]
        meanScale = try reader.float()
        mean = try reader.raw(dimensions).map { Int8(bitPattern: $0) }
        greatestScale = try reader.float()
        scales = Array(try reader.raw(cells))
        groups = try reader.numbers(cells)
        let files = (cells + cellsPerFile - 1) / cellsPerFile
        hashes = try reader.repeated(files) { (reader) throws(SearchFormatError) in
            ShardHash(bytes: try reader.raw(4))
        }
        signs = Array(try reader.raw(cells * dimensions / 8))
        try reader.end()
    }
}

extension ByteReader {
    /// A number of dimensions that can be true.
    mutating func dimensions() throws(SearchFormatError) -> Int {
        let value = try number(below: 1 << 14, "dimensions")
        guard value % 8 == 0 else { throw damage("\(value) dimensions, which is no multiple of 8") }
        return value
    }
}
