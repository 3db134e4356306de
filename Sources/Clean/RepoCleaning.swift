import Catalog
import Core
import Hub

extension ModelCleaner {
    /// The same rules for a dataset: its `language:`, `license:` and `task_categories:` tags say what a model's card says.
    func row(from record: DatasetRecord, readOn day: Day?, _ diagnostics: inout [Diagnostic]) -> DatasetRow {
        let facts = TagFacts(record.tags)
        var row = DatasetRow(repoID: record.id)
        row.hubID = identity.hubID(record.hubID, at: record.id, &diagnostics)
        row.owner = identity.owner(of: record.id)
        let created = DateRule.past(record.createdAt, readOn: day, at: record.id, &diagnostics)
        (row.createdAt, row.isBeforeRecord) = DateRule.created(created)
        row.lastModified = DateRule.past(record.lastModified, readOn: day, at: record.id, &diagnostics)
        row.tasks = Set(facts.tasks.filter(Word.isSimple)).sorted()
        let license = LicenseRule.read(facts.licenses, at: record.id, &diagnostics)
        (row.license, row.licenseRaw, row.licenseClass) = (license.license, license.raw, license.licenseClass)
        row.languages = LanguageRule.fromCard(facts.languages, at: record.id, &diagnostics)
        row.papers = ReferenceRule.papers(facts.papers, at: record.id, &diagnostics)
        row.gated = record.gated.flatMap { Gate(rawValue: $0.rawValue) }
        (row.downloads, row.downloadsAllTime) = (record.downloads, record.downloadsAllTime)
        (row.likes, row.trendingScore) = (record.likes, record.trendingScore)
        row.usedStorageBytes = record.usedStorageBytes
        row.tags = FreeTagRule.read(facts, at: record.id, &diagnostics) { $0 == row.tasks.first }
        return row
    }

    /// A Space's runtime and links; the models it uses by their ids of today.
    func row(from record: SpaceRecord, readOn day: Day?, _ diagnostics: inout [Diagnostic]) -> SpaceRow {
        var row = SpaceRow(repoID: record.id)
        row.hubID = identity.hubID(record.hubID, at: record.id, &diagnostics)
        row.owner = identity.owner(of: record.id)
        let created = DateRule.past(record.createdAt, readOn: day, at: record.id, &diagnostics)
        (row.createdAt, row.isBeforeRecord) = DateRule.created(created)
        row.lastModified = DateRule.past(record.lastModified, readOn: day, at: record.id, &diagnostics)
        row.sdk = word(record.sdk)
        row.stage = word(record.stage)
        (row.hardware, row.requestedHardware) = (word(record.hardware), word(record.requestedHardware))
        let facts = TagFacts(record.tags)
        let license = LicenseRule.read(facts.licenses, at: record.id, &diagnostics)
        (row.license, row.licenseRaw, row.licenseClass) = (license.license, license.raw, license.licenseClass)
        row.tags = FreeTagRule.read(facts, at: record.id, &diagnostics) { $0 == row.sdk }
        row.models = Set(record.models.filter(RepoID.isValid).map(identity.current)).sorted()
        row.datasets = Set(record.datasets.filter(RepoID.isValid)).sorted()
        (row.likes, row.trendingScore) = (record.likes, record.trendingScore)
        return row
    }

    private func word(_ sent: String?) -> String? { sent.flatMap { Word.isSimple($0) ? $0 : nil } }
}
