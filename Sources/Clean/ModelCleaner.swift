package import Catalog
package import Core
package import Hub

/// Every rule applied to one record: what a list sent becomes the row that the catalog keeps.
///
///     {"id":"acme/x-7b","tags":["gguf","en","license:mit"],"likes":3}
///     → id acme/x-7b, owner acme, license MIT (permissive), languages [en], parameters 7 B from the name, formats [gguf]
///
/// The rules know nothing of each other; this is the one place that knows their order.
package struct ModelCleaner: Sendable {
    package var identity: IdentityRule

    package init(identity: IdentityRule = IdentityRule()) { self.identity = identity }

    /// Languages come after what a word may mean besides; free tags come last: they are what the other rules left.
    ///
    /// - Parameter day: the day the counts were read; nil for lists that count nothing.
    package func row(from record: ModelRecord, on day: Day?, _ diagnostics: inout [Diagnostic]) -> ModelRow {
        let facts = TagFacts(record.tags)
        let marks = TagMarks(facts.plain)
        var row = ModelRow(repoID: identity.current(record.id))
        row.hubID = identity.hubID(record.hubID, at: record.id, &diagnostics)
        row.owner = identity.owner(of: row.repoID)
        takeDates(of: record, readOn: day, into: &row, &diagnostics)
        takeStatements(of: record, facts, into: &row, &diagnostics)
        takeWeights(of: record, facts, marks, into: &row, &diagnostics)
        row.languages = languages(of: record, facts, besides: row, &diagnostics)
        row.tags = FreeTagRule.read(record, facts, besides: row, &diagnostics)
        takeCounts(of: record, on: day, into: &row)
        return row
    }
}

extension ModelCleaner {
    private func takeDates(
        of record: ModelRecord, readOn day: Day?, into row: inout ModelRow, _ diagnostics: inout [Diagnostic]
    ) {
        let created = DateRule.past(record.createdAt, readOn: day, at: row.repoID, &diagnostics)
        (row.createdAt, row.isBeforeRecord) = DateRule.created(created)
        row.lastModified = DateRule.past(record.lastModified, readOn: day, at: row.repoID, &diagnostics)
        row.removedOn = record.removedAt?.day
    }

    private func takeStatements(
        of record: ModelRecord, _ facts: TagFacts, into row: inout ModelRow, _ diagnostics: inout [Diagnostic]
    ) {
        let id = row.repoID
        let card = record.card
        (row.task, row.modality) = TaskRule.read(record.pipelineTag ?? card.pipelineTag, at: id, &diagnostics)
        row.library = LibraryRule.read(record.libraryName ?? card.libraryName, at: id, &diagnostics)
        let license = LicenseRule.read(
            card.licenses.isEmpty ? facts.licenses : card.licenses, name: card.licenseName, at: id, &diagnostics)
        (row.license, row.licenseRaw, row.licenseClass) = (license.license, license.raw, license.licenseClass)
        row.papers = ReferenceRule.papers(facts.papers, at: id, &diagnostics)
        row.datasets = ReferenceRule.datasets(facts.datasets + card.datasets, at: id, &diagnostics)
        let bases =
            record.baseIDs.map { BaseRule.Statement($0, record.baseRelation) } + facts.bases
            + card.baseModels.map { BaseRule.Statement($0, card.baseModelRelation) }
        if !bases.isEmpty { row.bases = BaseRule.read(bases, of: id, identity: identity, &diagnostics) }
        row.gated = record.gated.flatMap { Gate(rawValue: $0.rawValue) }
    }

    /// A word that is the model's architecture or format is not its language besides: `vit`, `jax`.
    private func languages(
        of record: ModelRecord, _ facts: TagFacts, besides row: ModelRow, _ diagnostics: inout [Diagnostic]
    ) -> [String] {
        guard !record.card.languages.isEmpty else { return LanguageRule.fromTags(facts.plain) }
        let stated = record.card.languages.filter { !TagMarks.isTaken($0, by: row) }
        return LanguageRule.fromCard(stated, at: row.repoID, &diagnostics)
    }

    private func takeWeights(
        of record: ModelRecord, _ facts: TagFacts, _ marks: TagMarks, into row: inout ModelRow,
        _ diagnostics: inout [Diagnostic]
    ) {
        row.architecture = Architectures.read(record, marks: marks)
        row.formats = FormatRule.read(record, marks: marks)
        row.weightBits = WeightBits.read(record, marks: marks)
        row.isMerge = marks.isMerge || row.bases.contains { $0.relation == .merge }
        row.isMixtureOfExperts = MixtureRule.read(record, marks: marks, architecture: row.architecture)
        row.isConversational = ConversationRule.read(record, marks: marks)
        let evidence = ParameterRule.Evidence(
            bits: row.weightBits, isPacked: marks.isPacked,
            isAdapter: marks.isAdapter || record.config?.isAdapter == true || row.library == "peft"
                || row.bases.contains { $0.relation == .adapter },
            isReinforcementLearning: row.modality == .rl || facts.plain.contains("reinforcement-learning"))
        if let found = ParameterRule.read(record, evidence, &diagnostics) {
            (row.parameters, row.parametersFrom) = (found.parameters, found.from)
        }
    }

    private func takeCounts(of record: ModelRecord, on day: Day?, into row: inout ModelRow) {
        row.downloads = record.downloads
        row.downloadsAllTime = record.downloadsAllTime
        row.likes = record.likes
        row.trendingScore = record.trendingScore
        row.usedStorageBytes = record.usedStorageBytes
        row.fileCount = record.fileCount
        if let day, record.downloads != nil || record.likes != nil {
            row.observations = [Observation(day: day, downloads: record.downloads, likes: record.likes)]
        }
    }
}
