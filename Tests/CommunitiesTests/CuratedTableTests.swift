import Core
import Foundation
import Gazetteer
import JSON
import TestSupport
import Testing

@testable import Communities

@Suite struct CuratedTableTests {
    private func table() throws -> CuratedTable {
        try CuratedTable.read(
            Repository.path("assets/communities/organizations.json"), try WikidataTests.gazetteer.get())
    }

    private func read(_ row: String) throws -> CuratedTable {
        try withTemporaryFolder { folder in
            let path = "\(folder)/t.json"
            try Data(#"{"version":1,"noted":"2026-11-21","organizations":[\#(row)]}"#.utf8).write(
                to: URL(fileURLWithPath: path))
            return try CuratedTable.read(path, try WikidataTests.gazetteer.get())
        }
    }

    @Test func theProjectsTableIsWhole() throws {
        let all = try table().organizations
        #expect(all.count >= 350)
        let placed = all.compactMap { organization -> Place? in
            if case .place(let place) = organization.seat { place } else { nil }
        }
        #expect(placed.count { $0.latitude != nil } >= 300)
        #expect(Set(placed.map(\.country)).count >= 40)
        for organization in all {
            #expect(organization.website.map { WebName.of($0) == $0 } ?? true, "\(organization.name)")
            #expect(organization.github.map(GitHubName.isValid) ?? true, "\(organization.name)")
            #expect(organization.wikidata.map(WikidataID.isValid) ?? true, "\(organization.name)")
        }
    }

    @Test func communitiesWithoutASeatSaySo() throws {
        let all = Dictionary(uniqueKeysWithValues: try table().organizations.map { ($0.name, $0.seat) })
        for name in ["EleutherAI", "bigscience", "mlx-community", "masakhane", "espnet"] {
            #expect(all[name] == CuratedOrganization.Seat.none, "\(name)")
        }
    }

    @Test func townsOfOneNameAreTheRightOnes() throws {
        let all = Dictionary(uniqueKeysWithValues: try table().organizations.map { ($0.name, $0.seat) })
        func longitude(_ name: String) -> Double? {
            if case .place(let place)? = all[name] { place.longitude } else { nil }
        }
        #expect(longitude("MIT") == -71.11)
        #expect(longitude("cambridgeltl") == 0.12)
        #expect(longitude("castorini") == -80.52)
        #expect(longitude("princeton-nlp") == -74.66)
        #expect(longitude("microsoft") == -122.12)
    }

    @Test(arguments: [
        #"{"name":"a","fullName":"A","kind":"company","city":"Nowhere","country":"FR","status":"unverified"}"#,
        #"{"name":"a","fullName":"A","kind":"company","city":"Paris","country":"XX","status":"unverified"}"#,
        #"{"name":"a","fullName":"A","kind":"band","country":"FR","status":"unverified"}"#,
        #"{"name":"a","fullName":"A","kind":"company","seat":"none","country":"FR","status":"unverified"}"#,
        #"{"name":"a","fullName":"A","kind":"company","status":"unverified"}"#,
        #"{"name":"a","fullName":"A","kind":"company","country":"FR","status":"sure"}"#,
        #"{"fullName":"A","kind":"company","country":"FR","status":"unverified"}"#,
    ])
    func refusesRowsThatContradictThemselves(row: String) {
        #expect(throws: CommunitiesError.self) { try read(row) }
    }

    @Test func refusesARowThatComesTwice() throws {
        let row = #"{"name":"a","fullName":"A","kind":"company","country":"FR","status":"unverified"}"#
        #expect(try read(row).organizations.count == 1)
        #expect(throws: CommunitiesError.self) { try read("\(row),\(row.replacing("\"a\"", with: "\"A\""))") }
    }

    /// Names whose recorded place is wrong, or not that of an organization with a seat; judged one by one.
    private static let judged: Set = [
        "Skywork",  // Belp, Switzerland: a company of Kunlun, Beijing
        "t-tech",  // Buffalo: T-Tech is of Moscow
        "TIGER-Lab",  // Hangzhou: University of Waterloo, Canada
        "lmsys",  // Paris: UC Berkeley
        "NovaSky-AI",  // Israel: UC Berkeley
        "Kwai-Kolors",  // Poland: Kuaishou, Beijing
        "mlx-community", "espnet", "open-r1", "mistral-community", "QuantFactory", "instructlab",  // no seat
    ]

    /// Places of March 2025, drawn from texts by a language model: where ours differ, somebody has looked.
    @Test func agreesWithRecordedPlacesButWhereTheyAreWrong() throws {
        guard let path = Repository.shared("data/organizations-2025-03.json", for: "the recorded places") else {
            return
        }
        let gazetteer = try WikidataTests.gazetteer.get()
        let ours = Dictionary(uniqueKeysWithValues: try table().organizations.map { ($0.name, $0.seat) })
        var differing: Set<String> = []
        for row in try JSONValue.parse(try Files.read(path)).array ?? [] {
            let name = try #require(row["name"]?.string)
            let seat = try #require(ours[name], "\(name) is not in the table")
            let recorded = Place(
                country: try #require(gazetteer.country(named: row["country"]?.string ?? "")),
                latitude: row["latitude"]?.number, longitude: row["longitude"]?.number, confidence: 1)
            guard case .place(let place) = seat else {
                differing.insert(name)
                continue
            }
            if place.kilometers(to: recorded).map({ $0 > 50 }) ?? (place.country != recorded.country) {
                differing.insert(name)
            }
        }
        #expect(differing == Self.judged)
    }
}
