package import Catalog
package import Censuses
package import Core

extension SnapshotStage {
    /// Chooses and merges models from several lists; `MergedModels` has the rule.
    ///
    ///     try SnapshotStage.reduce([list], censuses: censuses, rules: [.mostLiked(count: 6000, of: "list", createdAfter: nil)])
    ///
    /// - Parameter lists: oldest first, or in any order; of one day, the later in the array counts as the newer.
    /// - Throws: `SnapshotError` when a rule names a list that is not there; `CatalogError`.
    package static func reduce(
        _ lists: [SnapshotList], censuses: [Census], rules: [SelectionRule],
        log: Log = .silent
    ) throws -> SnapshotContents {
        var selection = Selection(lists)
        for rule in rules {
            try selection.apply(rule)
            let choice = selection.choices.last!
            log.info("Snapshot", "\(rule.text): \(choice.matched) models, \(choice.added) of them new")
        }
        return SnapshotContents(
            models: Array(selection.models.values), sources: lists.map(\.source), censuses: censuses,
            selection: selection.choices, diagnostics: try lists.flatMap(diagnostics)
        ).normalized
    }

    /// Reduces one catalog, as it was collected: all its models, or the most liked, with their bases; and its censuses,
    /// counted anew for what it has.
    ///
    /// - Throws: `SnapshotError.nothing` when the catalog has no models; `CatalogError`.
    package static func reduce(_ catalog: Catalog, top: Int? = nil, log: Log = .silent) throws -> SnapshotContents {
        guard try catalog.modelCount > 0, let source = try newestSource(of: catalog) else {
            throw SnapshotError(.nothing, at: catalog.path)
        }
        let list = SnapshotList(catalog, source, role: .listing)
        let rules: [SelectionRule] =
            [.mostLiked(count: top, of: source.key, createdAfter: nil)] + (top == nil ? [] : [.bases])
        var contents = try reduce([list], censuses: try censuses(of: catalog, source), rules: rules, log: log)
        contents.sources = try catalog.sources()
        contents.diagnostics = try diagnostics(list)
        try contents.addTables(of: catalog)
        return contents.normalized
    }
}

extension SnapshotContents {
    /// Lists that no model was chosen from, which are counted all the same: what they are and what cleaning them met.
    package mutating func add(_ lists: [SnapshotList]) throws {
        sources += lists.map(\.source)
        for list in lists { diagnostics += try SnapshotStage.diagnostics(list) }
        self = normalized
    }
}

extension SnapshotStage {
    fileprivate static func diagnostics(_ list: SnapshotList) throws -> [SnapshotContents.DiagnosticCount] {
        try list.catalog.diagnostics().map {
            .init(
                source: list.source.subject == .models ? $0.source : list.source.key, identifier: $0.identifier,
                count: $0.count)
        }
    }

    /// The newest list, the largest of those of one day.
    private static func newestSource(of catalog: Catalog) throws -> SourceRow? {
        try catalog.sources().filter { $0.subject == .models }.max {
            ($0.day.number, $0.rows) < ($1.day.number, $1.rows)
        }
    }

    /// What the catalog keeps, or what it has counted now.
    private static func censuses(of catalog: Catalog, _ source: SourceRow) throws -> [Census] {
        let kept = try catalog.censuses()
        if !kept.isEmpty { return kept }
        var kinds: [Census.Kind] = [.models]
        if try catalog.datasetCount > 0 { kinds.append(.datasets) }
        if try catalog.spaceCount > 0 { kinds.append(.spaces) }
        return try kinds.map { try Census.compute(from: catalog, kind: $0, source: source) }
    }
}
