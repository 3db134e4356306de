package import SearchFormat

/// The shards of an index, each read once and kept. A shard that is missing or damaged is noted, and what it holds is as if
/// it did not exist: the rest still answers.
///
///     let reader = try IndexReader(IndexFolder(".hubatlas/search"))
///     reader.postings(of: "whisper", wholly: false) → 2,511 documents
package final class IndexReader {
    package let folder: IndexFolder
    package let manifest: Manifest
    package let words: WordTable
    private let longTerms: [String: LongTerm]

    private var termShards: [Int: TermShard?] = [:]
    private var longChunks: [Int: Postings?] = [:]
    private var blocks: [Int: DocumentBlock?] = [:]
    private var detailBlocks: [Int: DetailBlock?] = [:]
    private var chunks: [Int: FacetChunk?] = [:]
    private var columns: [Int: NumberColumn?] = [:]
    private var orders: [Int: OrderList?] = [:]
    private var centroidShards: [Int: CentroidShard?] = [:]
    private var cellShards: [Int: CellShard?] = [:]
    private var sizes: [String: Int]

    /// Of the query that is being answered.
    private(set) var notes: [SearchNote] = []
    private(set) var cost = SearchCost()
    private var troubles: [String: SearchNote] = [:]
    private var filesOfQuery: Set<String> = []
    private var isTripCounted = false

    /// Throws `SearchFormatError`: without manifest or words nothing can be answered.
    package init(_ folder: IndexFolder) throws {
        self.folder = folder
        manifest = try folder.manifest()
        words = try folder.words()
        longTerms = Dictionary(uniqueKeysWithValues: manifest.longTerms.map { ($0.text, $0) })
        sizes = Dictionary(folder.list.files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { $1 })
    }

    /// Begins a query: its notes and its cost.
    func begin() {
        notes = []
        cost = SearchCost()
        filesOfQuery = []
    }

    /// What is read from here on depends on what was read before.
    func beginTrip() { isTripCounted = false }

    /// Documents of a term. Of a long list only the head, unless `wholly`.
    func postings(of term: String, wholly: Bool) -> TermPostings {
        if let long = longTerms[term] { return postings(of: long, wholly: wholly) }
        let text = Array(term.utf8)
        guard let number = manifest.termShard(of: text), let shard = termShard(number),
            let postings = shard.postings(of: text)
        else { return TermPostings(df: 0, postings: Postings(), isWhole: true) }
        return TermPostings(df: postings.count, postings: postings, isWhole: true)
    }

    /// How many of its documents only a whole list has.
    func tail(of term: String) -> Int { longTerms[term].map { $0.df - $0.headCount } ?? 0 }

    /// Whether only the head of its list would be read.
    func isLong(_ term: String) -> Bool { longTerms[term].map { $0.headCount < $0.df } ?? false }

    func block(_ number: Int) -> DocumentBlock? {
        let name = ShardName(.documents, number)
        touch(name, manifest.documentHashes[number])
        return kept(number, in: &blocks, name) {
            try DocumentBlock(number: number, contents: folder.contents(name, manifest.documentHashes[number]))
        }
    }

    func facets(_ number: Int) -> FacetChunk? {
        let name = ShardName(.facets, number)
        touch(name, manifest.facetHashes[number])
        return kept(number, in: &chunks, name) {
            try FacetChunk(number: number, contents: folder.contents(name, manifest.facetHashes[number]))
        }
    }

    /// The block of a column that a document is in.
    func column(_ kind: NumberColumn.Kind, of document: Int) -> NumberColumn? {
        let block = manifest.numbers.block(of: document)
        let number = kind.rawValue * manifest.numbers.blockCount + block
        let name = ShardName(.numbers, number)
        touch(name, manifest.numberHashes[number])
        return kept(number, in: &columns, name) {
            let column = try NumberColumn(
                number: number, contents: folder.contents(name, manifest.numberHashes[number]))
            let range = manifest.numbers.range(of: block)
            guard column.kind == kind, column.first == range.lowerBound, column.values.count == range.count else {
                throw SearchFormatError(.damaged("it has another column than the manifest says"), at: name.stem)
            }
            return column
        }
    }

    /// The first of all models in an order.
    func list(_ order: OrderList.Order) -> OrderList? {
        let (name, hash) = (ShardName(.order, order.rawValue), manifest.orderHashes[order.rawValue])
        touch(name, hash)
        return kept(order.rawValue, in: &orders, name) {
            try OrderList(order: order, modelCount: manifest.modelCount, contents: folder.contents(name, hash))
        }
    }

    func centroids(_ hash: ShardHash) -> CentroidShard? {
        let name = ShardName(.centroids)
        touch(name, hash)
        return kept(0, in: &centroidShards, name) { try CentroidShard(contents: folder.contents(name, hash)) }
    }

    /// A file of cells, which must have the dimensions of the centroids.
    func cells(_ number: Int, _ hash: ShardHash, dimensions: Int) -> CellShard? {
        let name = ShardName(.cell, number)
        touch(name, hash)
        return kept(number, in: &cellShards, name) {
            let shard = try CellShard(number: number, contents: folder.contents(name, hash))
            guard shard.dimensions == dimensions else {
                throw SearchFormatError(
                    .damaged("\(shard.dimensions) dimensions instead of \(dimensions)"), at: name.stem)
            }
            return shard
        }
    }

    /// The record of a document; nil when its block is missing or damaged.
    package func entry(_ document: Int) -> DocumentEntry? {
        guard let block = block(manifest.documents.block(of: document)) else { return nil }
        let place = document - block.first
        return block.entries.indices.contains(place) ? block.entries[place] : nil
    }

    /// What its own page has beyond the record.
    package func details(_ document: Int) -> DetailEntry? {
        guard let hash = block(manifest.documents.block(of: document))?.details else { return nil }
        let number = manifest.details.block(of: document)
        let name = ShardName(.details, number)
        touch(name, hash)
        let block = kept(number, in: &detailBlocks, name) {
            try DetailBlock(number: number, contents: folder.contents(name, hash))
        }
        guard let block, block.entries.indices.contains(document - block.first) else { return nil }
        return block.entries[document - block.first]
    }
}

/// Documents of a term as far as they were read.
struct TermPostings {
    /// In all of the index.
    var df: Int
    var postings: Postings
    /// Otherwise those of the tail are missing.
    var isWhole: Bool
}

extension IndexReader {
    private func termShard(_ number: Int) -> TermShard? {
        let name = ShardName(.terms, number)
        touch(name, manifest.termHashes[number])
        return kept(number, in: &termShards, name) {
            try TermShard(number: number, contents: folder.contents(name, manifest.termHashes[number]))
        }
    }

    private func postings(of long: LongTerm, wholly: Bool) -> TermPostings {
        let chunks = wholly ? long.chunks : long.chunks.prefix(1)
        var postings = Postings()
        for number in chunks {
            guard let chunk = longChunk(number) else { continue }
            postings.documents += chunk.documents
            postings.classes += chunk.classes
        }
        return TermPostings(df: long.df, postings: postings, isWhole: wholly || long.headCount == long.df)
    }

    private func longChunk(_ number: Int) -> Postings? {
        let name = ShardName(.longList, number)
        touch(name, manifest.longHashes[number])
        return kept(number, in: &longChunks, name) {
            try LongListChunk(number: number, contents: folder.contents(name, manifest.longHashes[number])).postings
        }
    }

    private func kept<Value>(
        _ number: Int, in cache: inout [Int: Value?], _ name: ShardName, _ read: () throws -> Value
    ) -> Value? {
        if let known = cache[number] {
            if known == nil, let trouble = troubles[name.stem] { note(trouble) }
            return known
        }
        do {
            let value = try read()
            cache[number] = .some(value)
            return value
        } catch {
            // Not forgotten but told: the note goes with every answer that lacks this shard.
            let isMissing = (error as? SearchFormatError)?.reason == .missingFile
            let trouble = SearchNote(isMissing ? .missing : .damaged, "\(error)", about: name.stem)
            troubles[name.stem] = trouble
            cache[number] = .some(nil)
            note(trouble)
            return nil
        }
    }

    func note(_ note: SearchNote) {
        if !notes.contains(note) { notes.append(note) }
    }

    private func touch(_ name: ShardName, _ hash: ShardHash) {
        let file = name.file(hash)
        guard filesOfQuery.insert(file).inserted else { return }
        if !isTripCounted {
            cost.trips += 1
            isTripCounted = true
        }
        cost.files += 1
        let envelope = "HubAtlas.receive(\"\",\"\");\n".utf8.count + name.stem.utf8.count
        cost.bytes += max(0, (sizes[file] ?? 0) - envelope) * 3 / 4
    }
}
