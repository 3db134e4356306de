/// The columns by whose values matches are counted and filtered, of consecutive documents: `f####`. What bounds and sorts is in
/// files of its own (`NumberColumn`), which counting does not need.
///
///     letter "f", version, number        as every shard begins
///     first                              number of the first document
///     count                              documents, n
///
/// then column by column, n values each:
///
///     task, library, license                   0 none, else 1 + code
///     languageCount
///     languages                                codes of all, end to end
///     formats                                  bits
///     gating, kind, marks                      one byte each; raw values of `DocumentEntry.swift`
///     weightBits                               0 unknown, else 1 + value
package struct FacetChunk: Equatable, Sendable {
    package var number: Int
    package var first: Int
    /// −1 for none, in all three.
    package var tasks: [Int32] = []
    package var libraries: [Int32] = []
    package var licenses: [Int32] = []
    /// Where the codes of each document end in `languages`.
    package var languageEnds: [Int32] = []
    package var languages: [Int32] = []
    package var formats: [Int] = []
    package var gatings: [Gating] = []
    package var kinds: [ModelKind] = []
    package var marks: [ModelMarks] = []
    /// −1 for unknown.
    package var weightBits: [Int32] = []

    package init(number: Int, first: Int) {
        self.number = number
        self.first = first
    }

    package var count: Int { tasks.count }

    package mutating func append(_ entry: DocumentEntry) {
        tasks.append(Int32(entry.task ?? -1))
        libraries.append(Int32(entry.library ?? -1))
        licenses.append(Int32(entry.license ?? -1))
        languages += entry.languages.map(Int32.init)
        languageEnds.append(Int32(languages.count))
        formats.append(entry.formats)
        gatings.append(entry.gating)
        kinds.append(entry.kind)
        marks.append(entry.marks)
        weightBits.append(Int32(entry.weightBits ?? -1))
    }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.facets, number))
        out.append(first)
        out.append(count)
        for column in [tasks, libraries, licenses] { for code in column { out.append(Int(code) + 1) } }
        var before: Int32 = 0
        for end in languageEnds {
            out.append(Int(end - before))
            before = end
        }
        for code in languages { out.append(Int(code)) }
        out.cut()
        for bits in formats { out.append(bits) }
        out.append(raw: gatings.map(\.rawValue))
        out.append(raw: kinds.map(\.rawValue))
        out.append(raw: marks.map(\.rawValue))
        for bits in weightBits { out.append(Int(bits) + 1) }
        return out
    }

    /// Throws `SearchFormatError`.
    package init(number: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.facets, number))
        self.init(number: number, first: try reader.number())
        let count = try reader.count()
        tasks = try reader.codes(count)
        libraries = try reader.codes(count)
        licenses = try reader.codes(count)
        try reader.languages(count, into: &self)
        formats = try reader.numbers(count)
        gatings = try reader.repeated(count) { (reader) throws(SearchFormatError) in try reader.choice() }
        kinds = try reader.repeated(count) { (reader) throws(SearchFormatError) in try reader.choice() }
        marks = try reader.raw(count).map(ModelMarks.init)
        weightBits = try reader.codes(count)
        try reader.end()
    }
}

extension ByteReader {
    /// No code is as large as this: a damaged one must not overflow.
    private static let maxCode = 1 << 24

    /// 0 for none, else 1 + code → −1 for none, else the code.
    fileprivate mutating func codes(_ count: Int) throws(SearchFormatError) -> [Int32] {
        try repeated(count) { (reader) throws(SearchFormatError) in
            Int32(try reader.number(below: Self.maxCode, "code")) - 1
        }
    }

    fileprivate mutating func languages(_ count: Int, into chunk: inout FacetChunk) throws(SearchFormatError) {
        var end: Int32 = 0
        chunk.languageEnds = try repeated(count) { (reader) throws(SearchFormatError) in
            end += Int32(try reader.number(below: Self.maxCode, "languages"))
            guard end <= reader.remaining else { throw reader.damage("more languages than bytes") }
            return end
        }
        chunk.languages = try repeated(Int(end)) { (reader) throws(SearchFormatError) in
            Int32(try reader.number(below: Self.maxCode, "language"))
        }
    }
}
