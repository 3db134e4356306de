import Core
import SQLite

extension RepoStatements {
    static let datasets = RepoStatements(
        kind: .datasets,
        columns: [
            "tasks", "license", "license_raw", "license_class", "languages", "papers", "gated", "tags", "downloads",
            "downloads_all_time", "likes", "trending_score", "used_storage_bytes",
        ])
    static let spaces = RepoStatements(
        kind: .spaces,
        columns: [
            "sdk", "stage", "hardware", "requested_hardware", "license", "license_raw", "license_class", "tags",
            "likes", "trending_score",
        ])
}

extension Statement {
    func bind(_ row: DatasetRow) throws {
        try bind(identity: row)
        try bind(7, words: row.tasks)
        try bind(8, row.license)
        try bind(9, row.licenseRaw)
        try bind(10, row.licenseClass.rawValue)
        try bind(11, words: row.languages)
        try bind(12, words: row.papers)
        try bind(13, row.gated?.rawValue)
        try bind(14, texts: row.tags)
        try bind(15, row.downloads)
        try bind(16, row.downloadsAllTime)
        try bind(17, row.likes)
        try bind(18, row.trendingScore)
        try bind(19, row.usedStorageBytes)
    }

    func bind(_ row: SpaceRow) throws {
        try bind(identity: row)
        try bind(7, row.sdk)
        try bind(8, row.stage)
        try bind(9, row.hardware)
        try bind(10, row.requestedHardware)
        try bind(11, row.license)
        try bind(12, row.licenseRaw)
        try bind(13, row.licenseClass.rawValue)
        try bind(14, texts: row.tags)
        try bind(15, row.likes)
        try bind(16, row.trendingScore)
    }
}

extension Catalog {
    func dataset(from s: Statement) throws -> DatasetRow {
        var row: DatasetRow = try s.identity()
        row.tasks = s.words(6)
        row.license = s.string(7)
        row.licenseRaw = s.string(8)
        row.licenseClass = try known(try s.neededString(9))
        row.languages = s.words(10)
        row.papers = s.words(11)
        row.gated = try s.string(12).map(known)
        row.tags = s.texts(13)
        row.downloads = s.int(14)
        row.downloadsAllTime = s.int(15)
        row.likes = s.int(16)
        row.trendingScore = s.double(17)
        row.usedStorageBytes = s.int(18)
        return row
    }

    /// The row a statement stands on, without its links.
    func space(from s: Statement) throws -> SpaceRow {
        var row: SpaceRow = try s.identity()
        row.sdk = s.string(6)
        row.stage = s.string(7)
        row.hardware = s.string(8)
        row.requestedHardware = s.string(9)
        row.license = s.string(10)
        row.licenseRaw = s.string(11)
        row.licenseClass = try known(try s.neededString(12))
        row.tags = s.texts(13)
        row.likes = s.int(14)
        row.trendingScore = s.double(15)
        return row
    }
}
