import SearchFormat

/// The cells of an index: which groups of near-copies are near a vector.
struct CellReader {
    /// A group and how similar it is.
    struct Near {
        /// Ascending, so the most popular first.
        var documents: [Int]
        var similarity: Double
    }

    let search: CellSearch
    private let reader: IndexReader
    private let centroids: CentroidShard
    private let codes: Int

    /// nil for an index without vectors, or whose centroids are missing or damaged, which is noted.
    init?(_ reader: IndexReader) {
        guard let summary = VectorSummary(reader.manifest.vectors) else { return nil }
        reader.beginTrip()
        guard let centroids = reader.centroids(summary.centroids) else { return nil }
        self.reader = reader
        self.centroids = centroids
        codes = summary.codes
        search = CellSearch(centroids)
    }

    /// The vector that stands for a document; nil where it has none.
    func vector(of document: Int) -> [Double]? {
        guard let place = reader.entry(document)?.vector, let cell = cell(place.cell),
            cell.groups.indices.contains(place.group)
        else { return nil }
        return search.vector(ofGroup: place.group, in: cell)
    }

    /// The documents of a document's group, itself among them; itself alone where it has no vector.
    func group(of document: Int) -> [Int] {
        guard let place = reader.entry(document)?.vector, let cell = cell(place.cell),
            cell.groups.indices.contains(place.group)
        else { return [document] }
        return cell.groups[place.group]
    }

    /// All groups of the nearest cells, and of those of some documents, which were read for their vectors; the nearest
    /// first, equal ones by their first documents.
    func nearest(_ vector: [Double], beside documents: [Int]) -> [Near] {
        reader.beginTrip()
        var found: [Near] = []
        let own = documents.compactMap { reader.entry($0)?.vector?.cell }
        for number in Set(search.cells(nearest: vector, codes: codes) + own) {
            guard let cell = cell(number) else { continue }
            let similarities = search.similarities(of: vector, in: cell)
            for (group, similarity) in zip(cell.groups, similarities) {
                found.append(Near(documents: group, similarity: similarity))
            }
        }
        found.sort { ($1.similarity, $0.documents[0]) < ($0.similarity, $1.documents[0]) }
        reader.beginTrip()
        return found
    }

    private func cell(_ number: Int) -> CellShard.Cell? {
        guard number < centroids.cells else { return nil }
        let file = centroids.file(ofCell: number)
        guard centroids.hashes.indices.contains(file),
            let shard = reader.cells(file, centroids.hashes[file], dimensions: centroids.dimensions)
        else { return nil }
        let place = number - file * centroids.cellsPerFile
        return shard.cells.indices.contains(place) ? shard.cells[place] : nil
    }
}
