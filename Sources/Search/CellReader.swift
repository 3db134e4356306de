import SearchFormat

/// The cells of an index: which documents are near a vector.
struct CellReader {
    let search: CellSearch
    private let reader: IndexReader
    private let centroids: CentroidShard
    private let probes: Int

    /// nil for an index without vectors, or whose centroids are missing or damaged, which is noted.
    init?(_ reader: IndexReader) {
        guard let summary = VectorSummary(reader.manifest.vectors) else { return nil }
        reader.beginTrip()
        guard let centroids = reader.centroids(summary.centroids) else { return nil }
        self.reader = reader
        self.centroids = centroids
        probes = summary.probes
        search = CellSearch(centroids)
    }

    /// The vector that stands for a document; nil where it has none.
    func vector(of document: Int) -> [Double]? {
        guard let place = reader.entry(document)?.vector, let cell = cell(place.cell),
            cell.groups.indices.contains(place.group)
        else { return nil }
        return search.vector(ofGroup: place.group, in: cell)
    }

    /// The nearest documents that are allowed, of the cells probed; equal ones by number.
    func nearest(_ vector: [Double], count: Int, where isAllowed: (Int) -> Bool) -> [(
        document: Int, similarity: Double
    )] {
        reader.beginTrip()
        var found: [(document: Int, similarity: Double)] = []
        for number in search.cells(nearest: vector, count: probes) {
            guard let cell = cell(number) else { continue }
            let similarities = search.similarities(of: vector, in: cell)
            for (group, similarity) in zip(cell.groups, similarities) {
                for document in group { found.append((document, similarity)) }
            }
        }
        found.sort { ($1.similarity, $0.document) < ($0.similarity, $1.document) }
        reader.beginTrip()
        return Array(found.filter { isAllowed($0.document) }.prefix(count))
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
