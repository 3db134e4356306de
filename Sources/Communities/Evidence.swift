import Catalog
import Core
import Gazetteer
import HTTP

/// Everything that is said of an organization's place, in the order of trust.
struct Evidence {
    let table: CuratedTable
    let gazetteer: Gazetteer
    let shelf: WikidataShelf
    let places: WikidataPlace

    init(table: CuratedTable, gazetteer: Gazetteer, shelf: WikidataShelf) {
        self.table = table
        self.gazetteer = gazetteer
        self.shelf = shelf
        places = WikidataPlace(entities: shelf.entities, gazetteer: gazetteer)
    }

    func all(of dossier: Dossier, match: WikidataMatch?) throws -> [CommunityEvidence] {
        [fromTable(dossier), fromWikidata(dossier, match), try fromWikipedia(dossier, match), fromGitHub(dossier)]
            .compactMap { $0 }
    }

    private func fromTable(_ dossier: Dossier) -> CommunityEvidence? {
        guard let curated = dossier.curated else { return nil }
        switch curated.seat {
        case .unknown: return nil
        case .none:
            return evidence(dossier, "table", "no seat: works from many places", nil, 0.9, url: nil, table.noted)
        case .place(let place):
            let claim = [place.town, gazetteer.name(ofCountry: place.country)].compactMap { $0 }.joined(separator: ", ")
            return evidence(dossier, "table", claim, place, place.confidence, url: nil, table.noted)
        }
    }

    private func fromWikidata(_ dossier: Dossier, _ match: WikidataMatch?) -> CommunityEvidence? {
        guard let match, let (place, claim) = places.place(of: match), let day = day(AnswerFormat.entities) else {
            return nil
        }
        return evidence(
            dossier, "wikidata", "\(claim), matched by \(match.basis.rawValue)", place, place.confidence,
            url: "https://www.wikidata.org/wiki/\(match.entity.id)", day)
    }

    private func fromWikipedia(_ dossier: Dossier, _ match: WikidataMatch?) throws -> CommunityEvidence? {
        guard let match, let title = match.entity.article, let claim = try shelf.headquarters(match),
            let day = shelf.answers.day(shelf.addresses.article(title))
        else { return nil }
        let place = gazetteer.find(claim)
        return evidence(
            dossier, "wikipedia", claim, place, match.confidence * 0.9 * (place?.confidence ?? 0),
            url: "https://en.wikipedia.org/wiki/\(QueryString.encode(title))", day)
    }

    /// An account that nobody declared, found by the name alone, says little.
    private func fromGitHub(_ dossier: Dossier) -> CommunityEvidence? {
        guard let gitHub = dossier.gitHub, let claim = gitHub.location, let name = dossier.gitHubName,
            let day = shelf.answers.day(shelf.addresses.gitHub(name))
        else { return nil }
        let place = gazetteer.find(claim)
        let trust = dossier.isGitHubSure ? 0.7 : 0.35
        return evidence(
            dossier, "github", claim, place, trust * (place?.confidence ?? 0),
            url: "https://github.com/\(gitHub.login)", day)
    }

    private func day(_ format: String) -> Day? {
        shelf.answers.addresses(format).compactMap(shelf.answers.day).max()
    }

    private func evidence(
        _ dossier: Dossier, _ source: String, _ claim: String, _ place: Place?, _ confidence: Double, url: String?,
        _ day: Day
    ) -> CommunityEvidence {
        CommunityEvidence(
            community: dossier.name, source: source, claim: String(claim.prefix(200)).visible,
            place: place.map(CommunityPlace.init) ?? CommunityPlace(), confidence: confidence, url: url, day: day)
    }
}
