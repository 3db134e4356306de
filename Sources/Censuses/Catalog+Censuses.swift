package import Catalog
import Core
import JSON
import Lineage

extension Census {
    /// Counts everything of one kind that a catalog has, as one listing.
    ///
    ///     try Census.compute(from: catalog, kind: .models, source: source).rows  → 760000
    ///
    /// A Space counts under its SDK, in the place of a library; a dataset, which has none, under the first of its task categories.
    /// Throws `CatalogError`.
    package static func compute(from catalog: Catalog, kind: Kind, source: SourceRow) throws -> Census {
        var counter = CensusCounter(kind: kind, source: source)
        switch kind {
        case .models: try catalog.scanModels(withTags: true) { counter.add($0) }
        case .datasets: try catalog.forEachDataset { counter.add(ModelRow(counting: $0)) }
        case .spaces: try catalog.forEachSpace(withLinks: false) { counter.add(ModelRow(counting: $0)) }
        }
        var census = counter.census()
        if kind == .models { census.lineage = try LineageSummary(reading: catalog) }
        return census
    }

    /// "models hub-models-2024-07-11": what the catalog keeps it under.
    package var id: String { "\(kind.rawValue) \(source.key)" }
}

extension Catalog {
    /// Keeps a census as a document, in place of an earlier one of the same kind and source.
    package func add(_ census: Census) throws { try setCensusDocument(id: census.id, json: census.json.bytes) }

    /// The censuses that are kept, oldest listing first.
    ///
    /// - Throws: `CatalogError`, or `CensusError` when a document is damaged or of another version.
    package func censuses() throws -> [Census] {
        try censusDocuments().map { id, json in try Census(json: try parsed(json, id), at: "census of \(id)") }
            .sorted { ($0.source.day.number, $0.id) < ($1.source.day.number, $1.id) }
    }

    private func parsed(_ json: [UInt8], _ id: String) throws -> JSONValue {
        do { return try JSONValue.parse(json) } catch let error as JSONError {
            throw CensusError(.mismatch(error.description), at: "census of \(id)")
        }
    }
}

extension ModelRow {
    fileprivate init(counting dataset: DatasetRow) {
        self.init(repoID: dataset.repoID)
        owner = dataset.owner
        createdAt = dataset.createdAt
        isBeforeRecord = dataset.isBeforeRecord
        task = dataset.tasks.first
        modality = Modality(task: task)
        license = dataset.license
        languages = dataset.languages
        downloads = dataset.downloads
        likes = dataset.likes
    }

    fileprivate init(counting space: SpaceRow) {
        self.init(repoID: space.repoID)
        owner = space.owner
        createdAt = space.createdAt
        isBeforeRecord = space.isBeforeRecord
        library = space.sdk
        license = space.license
        likes = space.likes
    }
}
