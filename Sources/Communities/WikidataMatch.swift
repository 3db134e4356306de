/// Which thing on Wikidata an organization is, and how sure that is.
///
/// What both declare tells: the same website or the same GitHub name. A name alone is shared by bands and rivers, so it
/// counts where the thing is an organization, and little even then.
struct WikidataMatch: Equatable {
    enum Basis: String {
        case table, website, gitHub = "GitHub name", name
    }

    var entity: WikidataEntity
    var basis: Basis

    var confidence: Double {
        switch basis {
        case .table: 0.95
        case .website, .gitHub: 0.9
        case .name: 0.4
        }
    }

    /// - Parameter known: the id that the project's table states.
    static func find(
        _ candidates: [WikidataEntity], known: String? = nil, names: [String], website: String?, gitHub: String?
    ) -> WikidataMatch? {
        // A person is no organization, whatever matches.
        let candidates = candidates.filter { !$0.kinds.contains("Q5") }
        if let entity = candidates.first(where: { $0.id == known }) { return .init(entity: entity, basis: .table) }
        if let website, let entity = candidates.first(where: { $0.websites.contains(website) }) {
            return .init(entity: entity, basis: .website)
        }
        if let gitHub = gitHub?.lowercased(),
            let entity = candidates.first(where: { $0.gitHubNames.contains { $0.lowercased() == gitHub } })
        {
            return .init(entity: entity, basis: .gitHub)
        }
        let keys = Set(names.map(key))
        let named = candidates.filter { entity in
            entity.kinds.contains(where: organizations.contains)
                && ([entity.label].compactMap { $0 } + entity.aliases).contains { keys.contains(key($0)) }
        }
        // Two organizations of one name: no way to tell.
        return named.count == 1 ? .init(entity: named[0], basis: .name) : nil
    }

    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// Organization, business, company, enterprise, public company, technology company, software company, subsidiary,
    /// nonprofit, foundation, research institute, laboratory, university (public, private, research), educational
    /// institution and organization, government agency, national library.
    private static let organizations: Set = [
        "Q43229", "Q4830453", "Q783794", "Q6881511", "Q891723", "Q18388277", "Q1058914", "Q658255", "Q163740",
        "Q157031", "Q31855", "Q483242", "Q3918", "Q875538", "Q902104", "Q15936437", "Q2385804", "Q5341295", "Q327333",
        "Q22806",
    ]
}
