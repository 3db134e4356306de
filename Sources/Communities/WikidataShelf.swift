import Gazetteer
import JSON

/// What Wikidata and Wikipedia have answered.
struct WikidataShelf {
    let answers: Answers
    let addresses: Addresses
    let entities: [String: WikidataEntity]

    init(_ answers: Answers, _ addresses: Addresses) throws {
        self.answers = answers
        self.addresses = addresses
        var entities: [String: WikidataEntity] = [:]
        for url in answers.addresses(AnswerFormat.entities) {
            guard let root = try answers.json(url, AnswerFormat.entities) else { continue }
            for entity in WikidataEntity.all(in: root) { entities[entity.id] = entity }
        }
        self.entities = entities
    }

    /// What is to be searched for an organization; nil where the table knows its id, or it has no name.
    static func question(_ dossier: Dossier) -> String? {
        dossier.curated?.wikidata == nil ? dossier.fullName ?? dossier.name : nil
    }

    /// Ids of things that may be the organization.
    func candidates(_ dossier: Dossier) throws -> [String] {
        if let known = dossier.curated?.wikidata { return [known] }
        guard let question = Self.question(dossier),
            let root = try answers.json(addresses.wikidataSearch(question), AnswerFormat.search)
        else { return [] }
        return (root["search"]?.elements).map {
            $0.prefix(10).compactMap { $0["id"]?.string }.filter(WikidataID.isValid)
        } ?? []
    }

    func match(_ dossier: Dossier) throws -> WikidataMatch? {
        WikidataMatch.find(
            try candidates(dossier).compactMap { entities[$0] }, known: dossier.curated?.wikidata,
            names: [dossier.name, dossier.overview?.fullName, dossier.curated?.fullName].compactMap { $0 },
            website: dossier.website, gitHub: dossier.declaredGitHub)
    }

    /// What the article of a matched thing says in its infobox.
    func headquarters(_ match: WikidataMatch) throws -> String? {
        guard let title = match.entity.article,
            let root = try answers.json(addresses.article(title), AnswerFormat.article)
        else { return nil }
        return WikipediaInfobox(answer: root)?.headquarters
    }
}
