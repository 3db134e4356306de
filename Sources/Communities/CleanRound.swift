import Archive
import Catalog
import Core
import Gazetteer
import Sources

/// Makes rows of everything that the archive has of one Hub's organizations.
struct CleanRound {
    let answers: Answers
    let addresses: Addresses
    let table: CuratedTable
    let gazetteer: Gazetteer

    init(_ archive: Archive, hub: String, table: CuratedTable, gazetteer: Gazetteer) throws {
        answers = Answers(archive, hub: hub)
        addresses = try Addresses(hub: hub)
        self.table = table
        self.gazetteer = gazetteer
    }

    func run(into catalog: Catalog, log: Log) throws {
        var dossiers = Dossiers(table: table, answers: answers, addresses: addresses)
        let all = try dossiers.all()
        var diagnostics = dossiers.diagnostics
        let shelf = try WikidataShelf(answers, addresses)
        let evidence = Evidence(table: table, gazetteer: gazetteer, shelf: shelf)
        var claims: [String: Int] = [:]
        var statuses: [CommunityRow.Status: Int] = [:]
        try catalog.transaction {
            for dossier in all {
                let match = try shelf.match(dossier)
                let said = try evidence.all(of: dossier, match: match)
                let row = row(dossier, match, said, &diagnostics)
                try catalog.upsert(row, evidence: said)
                for claim in said { claims[claim.source, default: 0] += 1 }
                statuses[row.status, default: 0] += 1
            }
        }
        try note(claims, statuses, asked: all.count { $0.overview != nil }, in: catalog)
        try catalog.setDiagnostics(diagnostics, of: "communities")
        log.info("Clean", "\(all.count) organizations: \(Self.words(statuses))")
    }

    private func row(
        _ dossier: Dossier, _ match: WikidataMatch?, _ said: [CommunityEvidence], _ diagnostics: inout DiagnosticCounts
    ) -> CommunityRow {
        let outcome = Decision.make(seat: dossier.curated?.seat, evidence: said)
        for conflict in outcome.conflicts {
            diagnostics.add(Diagnostic("community.conflict", at: "\(dossier.name)/", conflict))
        }
        for claim in said where claim.place.isEmpty && claim.source != "table" {
            diagnostics.add(
                Diagnostic("community.placeUnread", at: "\(dossier.name)/", "\(claim.source): \(claim.claim)"))
        }
        var row = CommunityRow(name: dossier.name)
        row.fullName = dossier.fullName?.visible
        row.kind = dossier.curated?.kind
        if let overview = dossier.overview {
            (row.members, row.followers, row.isVerified) = (overview.members, overview.followers, overview.isVerified)
            (row.models, row.datasets, row.spaces) = (overview.models, overview.datasets, overview.spaces)
        }
        row.website = dossier.website
        row.github = dossier.declaredGitHub ?? (dossier.isGitHubSure ? dossier.gitHub?.login : nil)
        // A match by the name alone is too weak to be passed on as a fact.
        row.wikidata = dossier.curated?.wikidata ?? match.flatMap { $0.basis == .name ? nil : $0.entity.id }
        (row.place, row.placeSource, row.confidence) = (outcome.place, outcome.source, outcome.confidence)
        row.checked = answers.day(addresses.overview(dossier.name))
        row.status = outcome.status
        return row
    }

    private static func words(_ statuses: [CommunityRow.Status: Int]) -> String {
        statuses.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
            .joined(separator: ", ")
    }
}

// MARK: - What the data page says

extension CleanRound {
    /// A row for each source whose terms are its own.
    private func note(
        _ claims: [String: Int], _ statuses: [CommunityRow.Status: Int], asked: Int, in catalog: Catalog
    ) throws {
        let day = answers.entries.values.map(\.fetchedAt.day).max() ?? table.noted
        func add(_ key: String, _ title: String, _ url: String, _ license: String, _ rows: Int, _ note: String) throws {
            guard rows > 0 else { return }
            try catalog.add(
                SourceRow(
                    key: key, title: title, day: day, url: url, license: license,
                    coverage: .selection, about: .communities, rows: rows, note: note))
        }
        try add(
            "communities", "Organizations of the Hub", "\(addresses.hub)/api/organizations", "counts, plain facts",
            asked,
            "Those of the project's table and owners of the most liked models; no persons. Places: \(Self.words(statuses))."
        )
        try add(
            "communities-table", "The project's table of organizations", "assets/communities/organizations.json", "MIT",
            claims["table"] ?? 0, "Written by hand; unverified until another source agrees within 50 km.")
        try add(
            "communities-wikidata", "Wikidata: headquarters", addresses.endpoints.wikidata, "CC0 1.0",
            claims["wikidata"] ?? 0,
            "Matched by website or GitHub name; by the name alone with low confidence.")
        try add(
            "communities-wikipedia", "Wikipedia: infoboxes", addresses.endpoints.wikipedia,
            "CC BY-SA 4.0; places only, no text",
            claims["wikipedia"] ?? 0, "Where Wikidata names no headquarters.")
        try add(
            "communities-github", "GitHub: location of organizations", addresses.endpoints.github,
            "GitHub's terms; plain facts",
            claims["github"] ?? 0, "Accounts of organizations only.")
        try add(
            "communities-geonames", "GeoNames: coordinates of towns", "https://www.geonames.org/", "CC BY 4.0",
            claims.values.reduce(0, +), "Reduced to towns of 15,000 people and more, rounded.")
    }
}
