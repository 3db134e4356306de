import Catalog
import Core
import Gazetteer
import Testing

@testable import Communities

@Suite struct DecisionTests {
    private static let paris = CommunityPlace(city: "Paris", country: "FR", latitude: 48.85, longitude: 2.35)
    private static let suburb = CommunityPlace(city: "Gif-sur-Yvette", country: "FR", latitude: 48.68, longitude: 2.13)
    private static let berlin = CommunityPlace(city: "Berlin", country: "DE", latitude: 52.52, longitude: 13.41)
    private static let seat = CuratedOrganization.Seat.place(Place(country: "FR", confidence: 0.9))

    private func said(_ source: String, _ place: CommunityPlace, _ confidence: Double) -> CommunityEvidence {
        CommunityEvidence(
            community: "acme", source: source, claim: source, place: place, confidence: confidence,
            day: Day("2026-11-21")!)
    }

    @Test func theTableWinsOverGuesses() {
        let outcome = Decision.make(
            seat: Self.seat, evidence: [said("table", Self.paris, 0.9), said("wikidata", Self.berlin, 0.95)])
        #expect(outcome.place == Self.paris && outcome.source == "table" && outcome.status == .disputed)
        #expect(outcome.conflicts.count == 1)
    }

    @Test func aSourceNearbyConfirmsTheTable() {
        let outcome = Decision.make(
            seat: Self.seat, evidence: [said("table", Self.paris, 0.9), said("github", Self.suburb, 0.6)])
        #expect(outcome.status == .confirmed && outcome.confidence == 1 && outcome.conflicts.isEmpty)
    }

    @Test func theTableAloneIsUnverified() {
        #expect(Decision.make(seat: Self.seat, evidence: [said("table", Self.paris, 0.9)]).status == .unverified)
        // A country alone agrees with anything in it: no confirmation, no contradiction.
        let country = said("github", CommunityPlace(country: "FR"), 0.5)
        let outcome = Decision.make(seat: Self.seat, evidence: [said("table", Self.paris, 0.9), country])
        #expect(outcome.status == .unverified)
    }

    @Test func aWeakGuessDoesNotDispute() {
        let outcome = Decision.make(
            seat: Self.seat, evidence: [said("table", Self.paris, 0.9), said("wikidata", Self.berlin, 0.4)])
        #expect(outcome.status == .unverified)
    }

    @Test func withoutATableTheSurestCounts() {
        let outcome = Decision.make(
            seat: nil, evidence: [said("wikidata", Self.berlin, 0.4), said("github", Self.paris, 0.6)])
        #expect(outcome.place == Self.paris && outcome.status == .collected && outcome.confidence == 0.6)
    }

    @Test func whatIsTooWeakIsNoPlace() {
        let outcome = Decision.make(seat: nil, evidence: [said("github", Self.paris, 0.2)])
        #expect(outcome.place.isEmpty && outcome.status == .unknown && outcome.source == nil)
        #expect(Decision.make(seat: nil, evidence: []).status == .unknown)
        #expect(Decision.make(seat: nil, evidence: [said("github", CommunityPlace(), 0.7)]).status == .unknown)
    }

    @Test func aCommunityWithoutASeatGetsNone() {
        let outcome = Decision.make(
            seat: CuratedOrganization.Seat.none,
            evidence: [said("table", CommunityPlace(), 0.9), said("github", Self.berlin, 0.7)])
        #expect(outcome.place.isEmpty && outcome.status == .seatless)
    }
}
