/// Where consecutive documents beyond the root's lie: `p####`, for showing single hits. To a sixteenth of a root's step: tiles
/// have the whole place.
///
///     letter "p", version, number
///     first              number of the first document
///     count              documents, n
///     x                  n bytes: x ÷ 256
///     y                  n bytes: y ÷ 256
///     rest               n bytes: 16 · (x ÷ 16 mod 16) + y ÷ 16 mod 16
///
/// A document without a place has three zeros.
package struct PlaceChunk: Equatable, Sendable {
    package var number: Int
    package var first: Int
    /// Multiples of 16.
    package var places: PlaceColumns

    /// Drops what the chunk does not keep. A document in the very corner is moved off it, since 0, 0 is no place.
    package init(number: Int, first: Int, places: PlaceColumns) {
        self.number = number
        self.first = first
        var kept = PlaceColumns(xs: places.xs.map { $0 & 0xFFF0 }, ys: places.ys.map { $0 & 0xFFF0 })
        for i in 0..<places.count where places.isPlaced(i) && !kept.isPlaced(i) { kept.xs[i] = 16 }
        self.places = kept
    }

    package var contents: [UInt8] {
        var out = ByteWriter(ShardName(.places, number))
        out.append(first)
        out.append(places.count)
        out.append(raw: places.xs.map { UInt8($0 >> 8) })
        out.append(raw: places.ys.map { UInt8($0 >> 8) })
        out.append(raw: zip(places.xs, places.ys).map { UInt8($0 & 0xF0) | UInt8($1 >> 4 & 0xF) })
        return out.bytes
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.places, number))
        self.number = number
        first = try reader.number()
        let count = try reader.count()
        let xs = Array(try reader.raw(count))
        let ys = Array(try reader.raw(count))
        let rest = Array(try reader.raw(count))
        places = PlaceColumns(
            xs: zip(xs, rest).map { UInt16($0) << 8 | UInt16($1 & 0xF0) },
            ys: zip(ys, rest).map { UInt16($0) << 8 | UInt16($1 & 0xF) << 4 })
        try reader.end()
    }
}
