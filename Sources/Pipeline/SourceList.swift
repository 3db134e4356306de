import Activity
import Archive
import Catalog
import Communities
import Core
import Leaderboard
import Mentions
import Sources

/// Every source besides the list of models, in the order in which they are collected and cleaned.
enum SourceList {
    static let all: [any Source] = [
        Activity(.commits),
        Activity(.discussions),
        Leaderboard(),
        Mentions(families: families),
        Pageviews(families: families),
        XCounts(families: families),
        Communities(assets: assets),
    ]

    /// Of the checkout; where there is none the path leads nowhere, which a source says that needs it.
    private static let assets = "\((try? Checkout.find(named: nil)) ?? ".")/assets"

    static let families = "\(assets)/mentions/families.json"

    /// Accounts that are organizations for certain, in lower case.
    static func organizations() throws -> Set<String> { try Communities(assets: assets).knownOrganizations() }

    /// Of the tables that rows are made with.
    static func fingerprint() throws -> String {
        try Fingerprint.contents(of: ["mentions", "communities", "places"].map { "\(assets)/\($0)" })
    }

    static func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        for source in all { try source.clean(archive, into: catalog, log: log) }
    }
}
