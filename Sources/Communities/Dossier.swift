import Core
import Gazetteer
import Hub

/// What is known of one organization, before anything is decided.
struct Dossier {
    var name: String
    var curated: CuratedOrganization?
    var overview: HubOverview?
    /// From its own page on the Hub.
    var page: OrganizationPage?
    var gitHub: GitHubOrganization?

    init(name: String) { self.name = name }

    var fullName: String? { curated?.fullName ?? overview?.fullName }

    /// What the organization itself declares comes from people who should know: our table, its page.
    var declaredGitHub: String? { curated?.github ?? page?.github }
    var declaredWebsite: String? { curated?.website ?? page?.website }

    /// Whom to ask for on GitHub: who is declared, else an account of the same name, which may be somebody else.
    var gitHubName: String? { declaredGitHub ?? (GitHubName.isValid(name) ? name : nil) }

    var website: String? { declaredWebsite ?? (isGitHubSure ? gitHub?.website : nil) }

    /// Whether the account on GitHub is the organization's: declared, or it links to the declared website.
    var isGitHubSure: Bool {
        guard let gitHub else { return false }
        if let declaredGitHub { return declaredGitHub.lowercased() == gitHub.login.lowercased() }
        return declaredWebsite != nil && gitHub.website == declaredWebsite
    }

    var isSeatless: Bool { curated?.seat == CuratedOrganization.Seat.none }
    var hasCuratedPlace: Bool { if case .place = curated?.seat { true } else { false } }
}

/// Everything the archive has, by organization. A person has no dossier: their name was no organization's, so nothing
/// further was asked.
struct Dossiers {
    let table: CuratedTable
    let answers: Answers
    let addresses: Addresses
    var diagnostics = DiagnosticCounts()

    init(table: CuratedTable, answers: Answers, addresses: Addresses) {
        self.table = table
        self.answers = answers
        self.addresses = addresses
    }

    /// By name. A row of the table that the Hub does not know as an organization is left out, and counted.
    mutating func all() throws -> [Dossier] {
        let curated = Dictionary(
            table.organizations.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        var found: [Dossier] = []
        var seen: Set<String> = []
        for name in overviewNames() + table.organizations.map(\.name) where seen.insert(name.lowercased()).inserted {
            var dossier = Dossier(name: name)
            dossier.curated = curated[name.lowercased()]
            if answers.format(addresses.overview(name)) == AnswerFormat.missing {
                diagnostics.add(
                    Diagnostic("community.missing", at: "\(name)/", "no organization of the Hub has this name"))
                continue
            }
            try fill(&dossier)
            found.append(dossier)
        }
        return found.sorted { ($0.name.lowercased(), $0.name) < ($1.name.lowercased(), $1.name) }
    }

    private func overviewNames() -> [String] {
        let (start, end) = ("\(addresses.hub)/api/organizations/", "/overview")
        return answers.addresses(AnswerFormat.overview).compactMap { url in
            url.hasPrefix(start) && url.hasSuffix(end) ? String(url.dropFirst(start.count).dropLast(end.count)) : nil
        }
    }

    private mutating func fill(_ dossier: inout Dossier) throws {
        var reader = WireReader(subject: "\(dossier.name)/")
        var damage: [Diagnostic] = []
        let name = dossier.name
        if let root = try answers.json(
            addresses.overview(name), AnswerFormat.overview, onDamage: { damage.append($0) })
        {
            dossier.overview = HubOverview(root, &reader)
        }
        if let body = try answers.body(addresses.page(name), AnswerFormat.page, onDamage: { damage.append($0) }) {
            dossier.page = OrganizationPage(body, name: name, fullName: dossier.fullName)
        }
        if let gitHub = dossier.gitHubName,
            let root = try answers.json(
                addresses.gitHub(gitHub), AnswerFormat.gitHub, onDamage: { damage.append($0) })
        {
            dossier.gitHub = GitHubOrganization(root, &reader)
        }
        for diagnostic in reader.diagnostics + damage { diagnostics.add(diagnostic) }
    }
}
