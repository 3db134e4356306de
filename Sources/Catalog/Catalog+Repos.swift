import Core
import SQLite

extension Catalog {
    /// Puts a dataset in, in place of a row with its name or its `hubID`.
    package func upsert(_ row: DatasetRow) throws {
        try inCatalogWords {
            let insert = try statement("INSERT OR REPLACE INTO datasets VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
            try insert.bind(1, row.repoID)
            try insert.bind(2, row.hubID)
            try insert.bind(3, row.owner)
            try insert.bind(4, row.createdAt?.seconds)
            try insert.bind(5, row.isBeforeRecord)
            try insert.bind(6, row.lastModified?.seconds)
            try insert.bind(7, words: row.tasks)
            try insert.bind(8, row.license)
            try insert.bind(9, row.licenseRaw)
            try insert.bind(10, row.licenseClass.rawValue)
            try insert.bind(11, words: row.languages)
            try insert.bind(12, words: row.papers)
            try insert.bind(13, row.gated?.rawValue)
            try insert.bind(14, row.downloads)
            try insert.bind(15, row.downloadsAllTime)
            try insert.bind(16, row.likes)
            try insert.bind(17, row.trendingScore)
            while try insert.step() {}
        }
    }

    /// Puts a Space in, in place of a row with its name or its `hubID`.
    package func upsert(_ row: SpaceRow) throws {
        try inCatalogWords {
            let insert = try statement("INSERT OR REPLACE INTO spaces VALUES (?,?,?,?,?,?,?,?,?,?,?)")
            try insert.bind(1, row.repoID)
            try insert.bind(2, row.hubID)
            try insert.bind(3, row.owner)
            try insert.bind(4, row.createdAt?.seconds)
            try insert.bind(5, row.isBeforeRecord)
            try insert.bind(6, row.lastModified?.seconds)
            try insert.bind(7, row.sdk)
            try insert.bind(8, words: row.models)
            try insert.bind(9, words: row.datasets)
            try insert.bind(10, row.likes)
            try insert.bind(11, row.trendingScore)
            while try insert.step() {}
        }
    }

    /// Every dataset, by id.
    package func forEachDataset(_ body: (DatasetRow) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare("SELECT * FROM datasets ORDER BY repo_id")
            while try read.step() { try body(try dataset(from: read)) }
        }
    }

    /// Every Space, by id.
    package func forEachSpace(_ body: (SpaceRow) throws -> Void) throws {
        try inCatalogWords {
            let read = try database.prepare("SELECT * FROM spaces ORDER BY repo_id")
            while try read.step() { try body(space(from: read)) }
        }
    }

    private func dataset(from s: Statement) throws -> DatasetRow {
        var row = DatasetRow(repoID: s.string(0)!)
        row.hubID = s.string(1)
        row.owner = s.string(2)
        row.createdAt = s.int(3).map { Instant(seconds: $0) }
        row.isBeforeRecord = s.bool(4)
        row.lastModified = s.int(5).map { Instant(seconds: $0) }
        row.tasks = s.words(6)
        row.license = s.string(7)
        row.licenseRaw = s.string(8)
        row.licenseClass = try known(s.string(9)!)
        row.languages = s.words(10)
        row.papers = s.words(11)
        row.gated = try s.string(12).map(known)
        row.downloads = s.int(13)
        row.downloadsAllTime = s.int(14)
        row.likes = s.int(15)
        row.trendingScore = s.double(16)
        return row
    }

    private func space(from s: Statement) -> SpaceRow {
        var row = SpaceRow(repoID: s.string(0)!)
        row.hubID = s.string(1)
        row.owner = s.string(2)
        row.createdAt = s.int(3).map { Instant(seconds: $0) }
        row.isBeforeRecord = s.bool(4)
        row.lastModified = s.int(5).map { Instant(seconds: $0) }
        row.sdk = s.string(6)
        row.models = s.words(7)
        row.datasets = s.words(8)
        row.likes = s.int(9)
        row.trendingScore = s.double(10)
        return row
    }
}
