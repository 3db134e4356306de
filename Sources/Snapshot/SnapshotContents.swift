package import Catalog
package import Censuses
import Core

/// What a snapshot holds: censuses of whole listings, and a selection of models as plain facts.
///
/// Sentences about the Hub speak from the censuses; the models only feed marks and search.
package struct SnapshotContents: Equatable, Sendable {
    /// By id; `normalized` puts them so.
    package var models: [ModelRow]
    /// The lists that models and censuses were read from, oldest first.
    package var sources: [SourceRow]
    package var censuses: [Census]
    /// How the models were chosen, in the order of choosing.
    package var selection: [Choice]
    /// What cleaning the lists met, counted.
    package var diagnostics: [DiagnosticCount]
    /// What other sources gave, by table, in the order of `CarriedTable.all`; without those that have no rows.
    package var tables: [CarriedRows] = []

    /// One rule of the selection, with what came of it.
    package struct Choice: Equatable, Sendable {
        /// "the 6,000 most liked of hub-models-2024-07-11".
        package var rule: String
        /// Models that the rule names and the lists know.
        package var matched: Int
        /// Those of them that no rule before had named.
        package var added: Int

        package init(rule: String, matched: Int, added: Int) {
            self.rule = rule
            self.matched = matched
            self.added = added
        }
    }

    /// How often one kind of diagnostic came in one source.
    package struct DiagnosticCount: Equatable, Sendable {
        package var source: String
        package var identifier: String
        package var count: Int

        package init(source: String, identifier: String, count: Int) {
            self.source = source
            self.identifier = identifier
            self.count = count
        }
    }

    package init(
        models: [ModelRow] = [], sources: [SourceRow] = [], censuses: [Census] = [], selection: [Choice] = [],
        diagnostics: [DiagnosticCount] = []
    ) {
        self.models = models
        self.sources = sources
        self.censuses = censuses
        self.selection = selection
        self.diagnostics = diagnostics
    }
}

extension SnapshotContents {
    /// The same as the files can hold it, so that writing and reading gives back just this: models by the bytes of their
    /// ids, each once, without what is not written (`ModelField` says what).
    package var normalized: SnapshotContents {
        var contents = self
        contents.models = models.map(\.asWritten).sorted { $0.repoID.utf8.lexicographicallyPrecedes($1.repoID.utf8) }
        contents.models = contents.models.enumerated().filter { i, row in
            i == 0 || !contents.models[i - 1].repoID.utf8.elementsEqual(row.repoID.utf8)
        }.map(\.element)
        contents.sources.sort { ($0.day.number, $0.key) < ($1.day.number, $1.key) }
        contents.censuses.sort { ($0.source.day.number, $0.id) < ($1.source.day.number, $1.id) }
        contents.diagnostics.sort { ($0.source, $0.identifier) < ($1.source, $1.identifier) }
        contents.tables = CarriedTable.all.compactMap { table in
            let rows = tables.filter { $0.table == table.name }.flatMap(\.rows)
            return rows.isEmpty ? nil : CarriedRows(table: table.name, rows: rows)
        }
        return contents
    }

    /// Takes what a catalog has of other sources.
    ///
    /// - Parameter key: what their rows' source is called from now on; nil keeps its name.
    package mutating func addTables(of catalog: Catalog, source key: String? = nil) throws {
        var highest: [String: Int] = [:]
        for table in CarriedTable.all {
            guard let numbers = table.numbers, numbers.of == table.name else { continue }
            let column = table.columns.firstIndex(of: numbers.column)!
            let known = tables.filter { $0.table == table.name }.flatMap(\.rows)
            highest[table.name] = known.compactMap { $0[column].flatMap(Int.init) }.max() ?? 0
        }
        for table in CarriedTable.all {
            let shift = table.numbers.flatMap { highest[$0.of] } ?? 0
            tables.append(.init(table: table.name, rows: try table.rows(of: catalog, source: key, shift: shift)))
        }
        self = normalized
    }
}

extension ModelRow {
    /// The row without what a snapshot leaves out; a counter below zero is no counter.
    fileprivate var asWritten: ModelRow {
        var row = self
        row.hubID = nil
        row.licenseRaw = nil
        row.trendingScore = nil
        row.observations = observations.map {
            Observation(day: $0.day, downloads: counter($0.downloads), likes: counter($0.likes))
        }
        row.observations.sort { $0.day < $1.day }
        row.downloads = row.observations.last { $0.downloads != nil }?.downloads
        row.likes = row.observations.last { $0.likes != nil }?.likes
        row.parameters = counter(parameters)
        row.weightBits = counter(weightBits)
        row.downloadsAllTime = counter(downloadsAllTime)
        row.usedStorageBytes = counter(usedStorageBytes)
        row.derive()
        return row
    }

    private func counter(_ value: Int?) -> Int? { value.flatMap { $0 >= 0 ? $0 : nil } }
}
