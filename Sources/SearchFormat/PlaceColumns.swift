/// Places of documents on the map, 0 … 65535 from the left and from the top; (0, 0) is none.
///
/// As bytes, n each: x ÷ 256, x mod 256, y ÷ 256, y mod 256. Apart they pack better: neighbors by name lie near one another.
package struct PlaceColumns: Equatable, Sendable {
    package var xs: [UInt16]
    package var ys: [UInt16]

    package init(xs: [UInt16], ys: [UInt16]) {
        precondition(xs.count == ys.count, "a place has x and y")
        (self.xs, self.ys) = (xs, ys)
    }

    package var count: Int { xs.count }

    package subscript(range: Range<Int>) -> PlaceColumns {
        PlaceColumns(xs: Array(xs[range]), ys: Array(ys[range]))
    }

    /// Whether a document lies on the map.
    package func isPlaced(_ index: Int) -> Bool { xs[index] != 0 || ys[index] != 0 }
}

extension ByteWriter {
    mutating func append(_ places: PlaceColumns) {
        for column in [places.xs, places.ys] {
            append(raw: column.map { UInt8($0 >> 8) })
            append(raw: column.map { UInt8($0 & 255) })
        }
    }
}

extension ByteReader {
    mutating func places(_ count: Int) throws(SearchFormatError) -> PlaceColumns {
        PlaceColumns(xs: try column(count), ys: try column(count))
    }

    private mutating func column(_ count: Int) throws(SearchFormatError) -> [UInt16] {
        let high = try raw(count)
        let low = try raw(count)
        return zip(high, low).map { UInt16($0) << 8 | UInt16($1) }
    }
}
