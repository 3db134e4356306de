import Core
import Gazetteer
import JSON

/// One organization of the project's own table.
struct CuratedOrganization: Equatable, Sendable {
    enum Seat: Equatable, Sendable {
        case place(Place)
        /// It is known to have none: people in many places.
        case none
        case unknown
    }

    var name: String
    var fullName: String
    var kind: String
    var seat: Seat
    var website: String?
    var github: String?
    var wikidata: String?
}

/// The project's own table of organizations, `assets/communities/organizations.json`:
///
///     {"version": 1, "noted": "2026-11-21", "organizations": [
///       {"name": "allenai", "fullName": "Allen Institute for AI", "kind": "lab", "city": "Seattle", "region": "WA",
///        "country": "US", "website": "allenai.org", "github": "allenai", "status": "unverified"},
///       {"name": "EleutherAI", "fullName": "EleutherAI", "kind": "community", "seat": "none", "status": "unverified"}]}
///
/// Coordinates come from the gazetteer, but for towns that are too small for it. "seat": "none" is an organization that
/// works from many places, "unknown" one that nobody here knows the place of.
struct CuratedTable: Sendable {
    static let kinds: Set = ["company", "university", "lab", "community", "public", "nonprofit"]

    var noted: Day
    var organizations: [CuratedOrganization]

    /// - Throws: `CommunitiesError`, `FileError`, `JSONError`.
    static func read(_ path: String, _ gazetteer: Gazetteer) throws -> CuratedTable {
        try parse(try Files.read(path), at: path, gazetteer)
    }

    /// - Throws: `CommunitiesError`, `JSONError`.
    static func parse(_ bytes: [UInt8], at path: String, _ gazetteer: Gazetteer) throws -> CuratedTable {
        let json = try JSONValue.parse(bytes)
        guard json["version"]?.integer == 1, let noted = json["noted"]?.string.flatMap(Day.init) else {
            throw CommunitiesError(.version(json["version"]?.text), at: path)
        }
        var table = CuratedTable(noted: noted, organizations: [])
        var names: Set<String> = []
        for (i, row) in (json["organizations"]?.array ?? []).enumerated() {
            guard let organization = organization(row, gazetteer), names.insert(organization.name.lowercased()).inserted
            else { throw CommunitiesError(.row(i + 1, row["name"]?.string ?? "no name"), at: path) }
            table.organizations.append(organization)
        }
        return table
    }

    private static func organization(_ row: JSONValue, _ gazetteer: Gazetteer) -> CuratedOrganization? {
        guard let name = row["name"]?.string, let fullName = row["fullName"]?.string, let kind = row["kind"]?.string,
            kinds.contains(kind), row["status"]?.string == "unverified", let seat = seat(row, gazetteer)
        else { return nil }
        return CuratedOrganization(
            name: name, fullName: fullName, kind: kind, seat: seat, website: row["website"]?.string,
            github: row["github"]?.string, wikidata: row["wikidata"]?.string)
    }

    /// nil for a row that contradicts itself, or a town that nobody finds.
    private static func seat(_ row: JSONValue, _ gazetteer: Gazetteer) -> CuratedOrganization.Seat? {
        let country = row["country"]?.string
        switch (row["seat"]?.string, country) {
        case ("none", nil): return CuratedOrganization.Seat.none
        case ("unknown", nil): return .unknown
        case (nil, let country?) where gazetteer.name(ofCountry: country) != nil:
            guard let city = row["city"]?.string else { return .place(Place(country: country, confidence: trust)) }
            if let latitude = row["latitude"]?.number, let longitude = row["longitude"]?.number {
                return .place(
                    Place(town: city, country: country, latitude: latitude, longitude: longitude, confidence: trust))
            }
            var town = gazetteer.town(city, country: country, region: row["region"]?.string)
            town?.confidence = trust
            return town.map { .place($0) }
        default: return nil
        }
    }

    /// Written from what people know, by hand: better than a guess, worse than two sources.
    private static let trust = 0.9
}
