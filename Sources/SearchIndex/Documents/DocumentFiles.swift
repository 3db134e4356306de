import Core
import SearchFormat

/// Writes what results show and filters need: `x`, `d` and `f` files.
struct DocumentFiles: Sendable {
    let corpus: Corpus
    let order: DocumentOrder
    let codes: Codes
    let vectors: VectorPlaces?
    let shape: IndexShape

    /// Fills the manifest's part.
    func write(_ writer: IndexWriter, into manifest: inout Manifest) throws {
        let count = corpus.count
        manifest.documents = BlockLayout(count: count, bands: shape.documentBands)
        manifest.details = BlockLayout(count: count, size: shape.detailBlock)
        manifest.facets = BlockLayout(count: count, size: shape.facetChunk)
        let (documents, details) = (manifest.documents, manifest.details)
        manifest.documentHashes = try concurrentMap(details.blockCount) { number in
            try write(details: number, range: details.range(of: number), documents, writer)
        }.flatMap { $0 }
        let facets = manifest.facets
        manifest.facetHashes = try writer.write(.facets, count: facets.blockCount) { number in
            let range = facets.range(of: number)
            var chunk = FacetChunk(number: number, first: range.lowerBound)
            for document in range { chunk.append(entry(document)) }
            return chunk.written
        }
    }
}

extension DocumentFiles {
    /// One `x` file, and the `d` files of the same documents, which name it by its hash.
    private func write(
        details number: Int, range: Range<Int>, _ documents: BlockLayout, _ writer: IndexWriter
    ) throws -> [ShardHash] {
        let read = try range.map { document in
            var details = try corpus.details.details(of: row(document))
            let languages = corpus.facts[row(document)].languages
            details.entry.rareLanguages = languages < 0 ? [] : codes.rareLanguages[Int(languages)]
            return details
        }
        let block = DetailBlock(number: number, first: range.lowerBound, entries: read.map(\.entry))
        let hash = try writer.write(block.written, as: ShardName(.details, number))
        let blocks = documents.block(of: range.lowerBound)...documents.block(of: range.upperBound - 1)
        return try blocks.map { number in
            let part = documents.range(of: number)
            let entries = part.map { document in
                var entry = entry(document)
                entry.observations = read[document - range.lowerBound].observations
                return entry
            }
            let block = DocumentBlock(
                number: number, first: part.lowerBound, details: hash, hasVectors: vectors != nil, entries: entries)
            return try writer.write(block.written, as: ShardName(.documents, number))
        }
    }

    private func row(_ document: Int) -> Int { Int(order.rows[document]) }

    /// Everything but the observations.
    private func entry(_ document: Int) -> DocumentEntry {
        let row = row(document)
        let facts = corpus.facts[row]
        var entry = DocumentEntry(id: corpus.names.text(row))
        entry.task = facts.task < 0 ? nil : codes.tasks[Int(facts.task)]
        entry.library = facts.library < 0 ? nil : codes.libraries[Int(facts.library)]
        entry.license = facts.license < 0 ? nil : codes.licenses[Int(facts.license)]
        entry.architecture = facts.architecture < 0 ? nil : codes.architectures[Int(facts.architecture)]
        entry.languages = facts.languages < 0 ? [] : codes.languages[Int(facts.languages)]
        entry.formats = facts.formats < 0 ? 0 : codes.formats[Int(facts.formats)]
        entry.downloads = facts.downloads < 0 ? nil : facts.downloads
        entry.likes = facts.likes < 0 ? nil : facts.likes
        entry.countedOn = facts.countedOn == Facts.noDay ? nil : Int(facts.countedOn)
        entry.created = facts.created
        entry.parameters = facts.parameters < 0 ? nil : facts.parameters
        entry.parametersFrom = facts.parametersFrom
        entry.weightBits = facts.weightBits < 0 ? nil : Int(facts.weightBits)
        (entry.gating, entry.kind, entry.marks) = (facts.gating, facts.kind, facts.marks)
        entry.vector = vectors?.places[document]
        entry.copies = max(1, Int(vectors?.copies[document] ?? 1))
        return entry
    }
}
