import Catalog
import Core
import Hub

extension ModelCleaner {
    /// The same rules for a dataset: its `language:`, `license:` and `task_categories:` tags say what a model's card says.
    func row(from record: DatasetRecord, _ diagnostics: inout [Diagnostic]) -> DatasetRow {
        let facts = TagFacts(record.tags)
        var row = DatasetRow(repoID: record.id)
        row.hubID = identity.hubID(record.hubID, at: record.id, &diagnostics)
        row.owner = identity.owner(of: record.id)
        (row.createdAt, row.isBeforeRecord) = DateRule.created(record.createdAt)
        row.lastModified = record.lastModified
        row.tasks = Set(facts.tasks.filter(Word.isSimple)).sorted()
        let license = LicenseRule.read(facts.licenses, at: record.id, &diagnostics)
        (row.license, row.licenseRaw, row.licenseClass) = (license.license, license.raw, license.licenseClass)
        row.languages = LanguageRule.fromCard(facts.languages, at: record.id, &diagnostics)
        row.papers = ReferenceRule.papers(facts.papers, at: record.id, &diagnostics)
        row.gated = record.gated.flatMap { Gate(rawValue: $0.rawValue) }
        (row.downloads, row.downloadsAllTime) = (record.downloads, record.downloadsAllTime)
        (row.likes, row.trendingScore) = (record.likes, record.trendingScore)
        return row
    }

    func row(from record: SpaceRecord, _ diagnostics: inout [Diagnostic]) -> SpaceRow {
        var row = SpaceRow(repoID: record.id)
        row.hubID = identity.hubID(record.hubID, at: record.id, &diagnostics)
        row.owner = identity.owner(of: record.id)
        (row.createdAt, row.isBeforeRecord) = DateRule.created(record.createdAt)
        row.lastModified = record.lastModified
        row.sdk = record.sdk.flatMap { Word.isSimple($0) ? $0 : nil }
        row.models = Set(record.models.filter(RepoID.isValid).map(identity.current)).sorted()
        row.datasets = Set(record.datasets.filter(RepoID.isValid)).sorted()
        (row.likes, row.trendingScore) = (record.likes, record.trendingScore)
        return row
    }
}
