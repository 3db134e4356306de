import Core
import SQLite

extension RepoStatements {
    static let models = RepoStatements(
        kind: .models,
        columns: [
            "task", "modality", "library", "license", "license_raw", "license_class", "languages", "papers",
            "datasets", "parameters", "parameters_from", "formats", "weight_bits", "architecture", "gated",
            "is_conversational", "is_merge", "is_mixture_of_experts", "downloads", "downloads_all_time", "likes",
            "trending_score", "used_storage_bytes", "removed_on", "tags", "file_count", "tree_size_bytes",
        ])
}

extension Statement {
    func bind(_ row: ModelRow) throws {
        try bind(identity: row)
        try bind(7, row.task)
        try bind(8, row.modality.rawValue)
        try bind(9, row.library)
        try bind(10, row.license)
        try bind(11, row.licenseRaw)
        try bind(12, row.licenseClass.rawValue)
        try bind(13, words: row.languages)
        try bind(14, words: row.papers)
        try bind(15, words: row.datasets)
        try bind(16, row.parameters)
        try bind(17, row.parametersFrom?.rawValue)
        try bind(18, words: row.formats)
        try bind(19, row.weightBits)
        try bind(20, row.architecture)
        try bind(21, row.gated?.rawValue)
        try bind(22, row.isConversational)
        try bind(23, row.isMerge)
        try bind(24, row.isMixtureOfExperts)
        try bind(25, row.downloads)
        try bind(26, row.downloadsAllTime)
        try bind(27, row.likes)
        try bind(28, row.trendingScore)
        try bind(29, row.usedStorageBytes)
        try bind(30, row.removedOn?.number)
        try bind(31, texts: row.tags)
        try bind(32, row.fileCount)
        try bind(33, row.treeSizeBytes)
    }
}

extension Catalog {
    /// The row a statement stands on, without its bases and observations.
    func row(from s: Statement) throws -> ModelRow {
        var row: ModelRow = try s.identity()
        row.task = s.string(6)
        row.modality = try known(s.string(7)!)
        row.library = s.string(8)
        row.license = s.string(9)
        row.licenseRaw = s.string(10)
        row.licenseClass = try known(s.string(11)!)
        row.languages = s.words(12)
        row.papers = s.words(13)
        row.datasets = s.words(14)
        row.parameters = s.int(15)
        row.parametersFrom = try s.string(16).map(known)
        row.formats = s.words(17)
        row.weightBits = s.int(18)
        row.architecture = s.string(19)
        row.gated = try s.string(20).map(known)
        row.isConversational = s.bool(21)
        row.isMerge = s.bool(22)
        row.isMixtureOfExperts = s.bool(23)
        row.downloads = s.int(24)
        row.downloadsAllTime = s.int(25)
        row.likes = s.int(26)
        row.trendingScore = s.double(27)
        row.usedStorageBytes = s.int(28)
        row.removedOn = s.int(29).map { Day(number: $0) }
        row.tags = s.texts(30)
        row.fileCount = s.int(31)
        row.treeSizeBytes = s.int(32)
        return row
    }
}
