import SearchFormat

/// What was read of the documents of one facet chunk: as much as was asked for.
struct Chunk {
    /// Parts that a filter or an order may need.
    enum Part: Hashable {
        /// The columns of `FacetChunk`.
        case counted
        case numbers(NumberColumn.Kind)
    }

    let range: Range<Int>
    /// Empty unless asked for.
    private(set) var counted = FacetChunk(number: 0, first: 0)
    private var columns = [NumberColumn?](repeating: nil, count: NumberColumn.Kind.allCases.count)

    var first: Int { range.lowerBound }

    /// As the file has it: 0 for what is unknown. The column must have been asked for.
    func number(_ kind: NumberColumn.Kind, _ place: Int) -> Int {
        let column = columns[kind.rawValue]!
        return column.values[range.lowerBound + place - column.first]
    }
}

extension IndexReader {
    /// The parts of a facet chunk's documents; nil when one is missing or damaged, which is noted.
    func chunk(_ number: Int, _ parts: Set<Chunk.Part>) -> Chunk? {
        Chunk(number, parts, self)
    }

    /// Documents, ascending, chunk by chunk; those of a chunk that fails are left out. The body may end it with false.
    func eachChunk(
        of documents: [Int], _ parts: Set<Chunk.Part>, _ body: (Chunk, ArraySlice<Int>) -> Void,
        while goesOn: (_ next: Int) -> Bool = { _ in true }
    ) {
        var rest = documents[...]
        while let first = rest.first, goesOn(first) {
            let number = manifest.facets.block(of: first)
            let end = manifest.facets.range(of: number).upperBound
            let some = rest.prefix { $0 < end }
            rest = rest.dropFirst(some.count)
            if let chunk = chunk(number, parts) { body(chunk, some) }
        }
    }
}

extension Chunk {
    fileprivate init?(_ number: Int, _ parts: Set<Part>, _ reader: IndexReader) {
        range = reader.manifest.facets.range(of: number)
        for part in parts {
            switch part {
            case .counted:
                guard let facets = reader.facets(number), facets.first == first, facets.count == range.count else {
                    return nil
                }
                counted = facets
            case .numbers(let kind):
                guard let column = reader.column(kind, of: first) else { return nil }
                columns[kind.rawValue] = column
            }
        }
    }
}
