/// One column by which matches are bounded or sorted, of consecutive documents: `n####`. So that a bound on likes loads likes
/// alone: of 760,000 models packed, days of creation are 920 kB, downloads 250, architectures 180, parameters 85, likes 45.
///
///     letter "n", version, number        as every shard begins
///     column                             raw value of `Kind`
///     first                              number of the first document
///     count                              documents, n
///     values                             n, as `Kind` says
///
/// All files of a column follow one another: number = column · (blocks of the manifest's layout) + block.
package struct NumberColumn: Equatable, Sendable {
    package enum Kind: Int, CaseIterable, Sendable {
        /// 0 none, else 1 + code.
        case architecture
        /// Codes of `RoundedNumber`, to three digits.
        case parameters
        /// 0 unknown, else 1 + value.
        case downloads, likes
        /// As in `DocumentBlock`: `DocumentEntry.Creation.code`.
        case created
    }

    package var number: Int
    package var kind: Kind
    package var first: Int
    package var values: [Int]

    package init(number: Int, kind: Kind, first: Int, values: [Int]) {
        (self.number, self.kind, self.first, self.values) = (number, kind, first, values)
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.numbers, number))
        out.append(kind.rawValue)
        out.append(first)
        out.append(values.count)
        for value in values { out.append(value) }
        return out
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.numbers, number))
        let raw = try reader.number()
        guard let kind = Kind(rawValue: raw) else { throw reader.damage("column \(raw) is not known") }
        (self.number, self.kind) = (number, kind)
        first = try reader.number()
        values = try reader.numbers(try reader.count())
        try reader.end()
    }
}
