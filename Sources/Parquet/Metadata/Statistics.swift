/// The least and greatest value of some, as bytes of the format, and how many are null.
struct Statistics: Equatable {
    var nulls = 0
    /// Nil where there is no value, or one too long to be told.
    var range: (min: [UInt8], max: [UInt8])?

    static func == (a: Statistics, b: Statistics) -> Bool {
        a.nulls == b.nulls && a.range?.min == b.range?.min && a.range?.max == b.range?.max
    }

    func write(_ id: Int16, to out: inout CompactWriter) {
        out.structure(id) { out in
            out.long(3, nulls)
            guard let range else { return }
            out.binary(5, range.max)
            out.binary(6, range.min)
            out.flag(7, true)
            out.flag(8, true)
        }
    }
}
