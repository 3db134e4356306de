import Activity
import Archive
import Catalog
import Core
import Leaderboard
import Sources

/// Every source besides the list of models, in the order in which they are collected and cleaned.
enum SourceList {
    static let all: [any Source] = [
        Activity(.commits),
        Activity(.discussions),
        Leaderboard(),
    ]

    static func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        for source in all { try source.clean(archive, into: catalog, log: log) }
    }
}
