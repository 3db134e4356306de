import Gazetteer
import JSON
import TestSupport
import Testing

@testable import Communities

@Suite struct WikidataTests {
    static let gazetteer = Result { try Gazetteer(folder: Repository.path("assets/places")) }

    private func entity(_ id: String, _ claims: String = "{}", label: String = "Acme", more: String = "") throws
        -> WikidataEntity
    {
        try #require(
            WikidataEntity(
                try JSONDocument.parse(
                    #"{"id":"\#(id)","labels":{"en":{"value":"\#(label)"}},"claims":\#(claims)\#(more)}"#
                ).root))
    }

    private func item(_ id: String, rank: String = "normal", qualifiers: String = "{}") -> String {
        #"{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":"\#(id)"}}},"rank":"\#(rank)","qualifiers":\#(qualifiers)}"#
    }

    private func text(_ value: String) -> String {
        #"{"mainsnak":{"snaktype":"value","datavalue":{"value":"\#(value)"}},"rank":"normal"}"#
    }

    private func at(_ latitude: Double, _ longitude: Double, globe: String = "Q2") -> String {
        #"{"snaktype":"value","datavalue":{"value":{"latitude":\#(latitude),"longitude":\#(longitude),"globe":"http://www.wikidata.org/entity/\#(globe)"}}}"#
    }

    @Test func preferredStatementsCountBeforeOthers() throws {
        let all = "\(item("Q1")),\(item("Q2", rank: "preferred")),\(item("Q3", rank: "deprecated"))"
        #expect(try entity("Q9", #"{"P159":[\#(all)]}"#).headquarters.map(\.place) == ["Q2"])
        #expect(
            try entity("Q9", #"{"P159":[\#(item("Q1")),\#(item("Q3", rank: "deprecated"))]}"#).headquarters.count == 1)
        #expect(try entity("Q9", #"{"P159":[\#(item("Q3", rank: "deprecated"))]}"#).headquarters.isEmpty)
    }

    @Test func whatHasEndedIsNoSeat() throws {
        let ended = item("Q1", qualifiers: #"{"P582":[{"snaktype":"value"}]}"#)
        #expect(try entity("Q9", #"{"P159":[\#(ended),\#(item("Q2"))]}"#).headquarters.map(\.place) == ["Q2"])
    }

    @Test func someValueAndNoValueAreNone() throws {
        let claims =
            #"{"P159":[{"mainsnak":{"snaktype":"somevalue"},"rank":"normal"},{"mainsnak":{"snaktype":"novalue"},"rank":"preferred"}],"P17":[{"mainsnak":{"snaktype":"novalue"}}]}"#
        let found = try entity("Q9", claims)
        #expect(found.headquarters.isEmpty && found.countries.isEmpty)
    }

    @Test func coordinatesAreOnEarthAndPossible() throws {
        #expect(try entity("Q9", #"{"P625":[{"mainsnak":\#(at(48.8, 2.3))}]}"#).coordinates.count == 1)
        #expect(try entity("Q9", #"{"P625":[{"mainsnak":\#(at(48.8, 2.3, globe: "Q111"))}]}"#).coordinates.isEmpty)
        #expect(try entity("Q9", #"{"P625":[{"mainsnak":\#(at(148.8, 2.3))}]}"#).coordinates.isEmpty)
    }

    @Test(arguments: [
        #"{"id":"Q1","missing":""}"#, #"{"id":"P1"}"#, #"{"id":7}"#, "{}", "[]", #"{"id":"Q1<script>"}"#,
    ])
    func whatIsNoEntityIsNone(text: String) throws {
        #expect(WikidataEntity(try JSONDocument.parse(text).root) == nil)
    }

    // MARK: Matching

    @Test func websiteComesBeforeGitHubBeforeName() throws {
        let named = try entity("Q1", #"{"P31":[\#(item("Q4830453"))]}"#)
        let hub = try entity("Q2", #"{"P2037":[\#(text("ACME"))]}"#, label: "Other")
        let site = try entity("Q3", #"{"P856":[\#(text("https://www.acme.example/"))]}"#, label: "Third")
        func match(_ all: [WikidataEntity], known: String? = nil) -> WikidataMatch? {
            WikidataMatch.find(all, known: known, names: ["Acme"], website: "acme.example", gitHub: "acme")
        }
        #expect(match([named, hub, site])?.entity.id == "Q3")
        #expect(match([named, hub])?.basis == .gitHub)
        #expect(match([named])?.basis == .name)
        #expect(match([named, hub, site], known: "Q1")?.basis == .table)
        #expect(try #require(match([named])).confidence < 0.5)
    }

    @Test func aNameAloneNeedsAnOrganizationAndOnlyOne() throws {
        let river = try entity("Q1", #"{"P31":[\#(item("Q4022"))]}"#)
        let company = try entity("Q2", #"{"P31":[\#(item("Q783794"))]}"#)
        let other = try entity("Q3", #"{"P31":[\#(item("Q3918"))]}"#)
        func match(_ all: [WikidataEntity]) -> WikidataMatch? {
            WikidataMatch.find(all, names: ["acme"], website: nil, gitHub: nil)
        }
        #expect(match([river]) == nil)
        #expect(match([river, company])?.entity.id == "Q2")
        #expect(match([company, other]) == nil)
    }

    @Test func aPersonNeverMatches() throws {
        let person = try entity("Q1", #"{"P31":[\#(item("Q5"))],"P856":[\#(text("https://acme.example"))]}"#)
        #expect(WikidataMatch.find([person], known: "Q1", names: ["Acme"], website: "acme.example", gitHub: nil) == nil)
    }

    // MARK: Places

    private func place(_ claims: String) throws -> Place? {
        let paris = try entity(
            "Q90", #"{"P17":[\#(item("Q142"))],"P625":[{"mainsnak":\#(at(48.85, 2.35))}]}"#, label: "Paris")
        let france = try entity("Q142", #"{"P297":[\#(text("FR"))]}"#, label: "France")
        let odd = try entity("Q7", label: "Germany")
        let places = WikidataPlace(
            entities: ["Q90": paris, "Q142": france, "Q7": odd], gazetteer: try Self.gazetteer.get())
        return places.place(of: WikidataMatch(entity: try entity("Q9", claims), basis: .website))?.place
    }

    @Test func headquartersHaveTheirTownAndCountry() throws {
        let found = try #require(try place(#"{"P159":[\#(item("Q90"))]}"#))
        #expect(found == Place(town: "Paris", country: "FR", latitude: 48.85, longitude: 2.35, confidence: 0.9))
    }

    @Test func aQualifierIsNearerThanTheTown() throws {
        let claims =
            #"{"P159":[\#(item("Q90", qualifiers: #"{"P625":[\#(at(48.9, 2.2))],"P17":[{"snaktype":"value","datavalue":{"value":{"id":"Q7"}}}]}"#))]}"#
        let found = try #require(try place(claims))
        #expect(found.latitude == 48.9 && found.country == "DE")
    }

    @Test func withoutHeadquartersTheCountryIsLeft() throws {
        let found = try #require(try place(#"{"P17":[\#(item("Q142"))]}"#))
        #expect(found.town == nil && found.country == "FR" && found.confidence < 0.9)
        #expect(try place("{}") == nil)
        #expect(try place(#"{"P159":[\#(item("Q404"))]}"#) == nil)
    }
}
