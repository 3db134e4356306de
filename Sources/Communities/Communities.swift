package import Archive
package import Catalog
package import Core
import Gazetteer
import Hub
package import Sources

/// The organizations behind the models: members, followers, repos, and where they sit.
///
///     try await Communities(assets: "assets").collect(desk)
///     → "312 organizations; overviews: 450 asked, 247 left for the next time; pages: 60 asked, …"
///
/// Which: the owners of the most liked models, then the others of the project's own table. A person, whatever they own, has no
/// place here: only what the Hub knows as an organization is looked up anywhere else.
package struct Communities: Source {
    package let name = "communities"
    private let assets: String
    private let budgets: Budgets

    /// - Parameter assets: the folder of `communities/organizations.json` and `places/`.
    package init(assets: String, budgets: Budgets = Budgets()) {
        self.assets = assets
        self.budgets = budgets
    }

    package func collect(_ desk: Desk) async throws -> String {
        let (table, gazetteer) = try tables()
        let budgets = budgets.atMost(desk.requests)
        var round = try CollectRound(desk, table: table, gazetteer: gazetteer, budgets: budgets)
        return try await round.run()
    }

    package func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        guard let hub = Answers.newestHub(archive) else { return try cleanImported(archive, into: catalog, log: log) }
        let (table, gazetteer) = try tables()
        try CleanRound(archive, hub: hub, table: table, gazetteer: gazetteer).run(into: catalog, log: log)
    }

    /// The table alone, as a file of the archive: how a snapshot comes to places before anything was collected.
    private func cleanImported(_ archive: Archive, into catalog: Catalog, log: Log) throws {
        guard let entry = archive.entries.last(where: { $0.format == Self.tableFormat }) else { return }
        let gazetteer = try Gazetteer(folder: "\(assets)/places")
        let table = try CuratedTable.parse(try archive.page(entry).body, at: entry.url, gazetteer)
        try CleanRound(archive, hub: HubClient.publicEndpoint, table: table, gazetteer: gazetteer)
            .run(into: catalog, log: log)
    }

    /// Of an imported `organizations.json`.
    package static let tableFormat = "communities-table"

    /// Names, in lower case, of the accounts that are known to be organizations: those of the project's table.
    package func knownOrganizations() throws -> Set<String> {
        Set(try tables().0.organizations.map { $0.name.lowercased() })
    }

    private func tables() throws -> (CuratedTable, Gazetteer) {
        let gazetteer = try Gazetteer(folder: "\(assets)/places")
        return (try CuratedTable.read("\(assets)/communities/organizations.json", gazetteer), gazetteer)
    }
}

extension Communities {
    /// How many requests one run makes at most, by whom it asks; what is left is asked the next time.
    package struct Budgets: Equatable, Sendable {
        /// Owners, by likes; the table's organizations come besides.
        package var owners = 300
        /// The Hub answers 500 requests in five minutes without a token.
        package var overviews = 450
        /// Pages are the dearest: 100 in five minutes.
        package var pages = 60
        /// GitHub answers 60 requests an hour without a token.
        package var gitHub = 50
        package var gitHubWithToken = 1000
        /// One a second.
        package var wikidata = 300
        package var wikipedia = 60

        package init() {}

        /// The same, and nobody asked more often than that.
        func atMost(_ requests: Int?) -> Budgets {
            guard let requests else { return self }
            var budgets = self
            for part in [\Budgets.overviews, \.pages, \.gitHub, \.gitHubWithToken, \.wikidata, \.wikipedia] {
                budgets[keyPath: part] = min(budgets[keyPath: part], requests)
            }
            return budgets
        }
    }
}
