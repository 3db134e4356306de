import Core
import JSON

/// A part of a country: a state, a province. It tells towns of one name apart.
struct Region: Equatable, Sendable {
    var country: String
    var code: String
    var name: String
    /// Of its middle.
    var latitude: Double
    var longitude: Double
    /// How far from its middle a town of it may lie: regions are not round, so twice and a little the radius of a disk
    /// of the same area.
    var reach: Double
}

/// What else a town is called.
struct TownAlias: Equatable, Sendable {
    var name: String
    var town: String
    var country: String
    /// That whoever writes the name means this town.
    var confidence: Double
}

/// Countries with their usual spellings, regions, and other names of towns: `assets/places/names.json`.
///
///     {"version": 1, "countries": [{"code": "NL", "name": "Netherlands", "also": ["Holland"]}],
///      "regions": [{"country": "US", "code": "ME", "name": "Maine", "latitude": 45.4, "longitude": -69.2, "area": 91633}],
///      "towns": [{"name": "NYC", "town": "New York City", "country": "US"}]}
struct NameTable {
    struct Country {
        var code: String
        var name: String
        var also: [String]
    }

    var countries: [Country]
    var regions: [Region]
    var aliases: [TownAlias]

    /// - Throws: `GazetteerError`, `FileError`, `JSONError`.
    static func read(_ path: String) throws -> NameTable {
        let json = try JSONValue.parse(try Files.read(path))
        guard json["version"]?.integer == 1 else { throw GazetteerError(.version(json["version"]?.text), at: path) }
        func rows<Row>(_ list: String, _ row: (JSONValue) -> Row?) throws -> [Row] {
            try (json[list]?.array ?? []).enumerated().map { i, value in
                guard let row = row(value) else { throw GazetteerError(.row(list, i + 1), at: path) }
                return row
            }
        }
        return NameTable(
            countries: try rows("countries", country), regions: try rows("regions", region),
            aliases: try rows("towns", alias))
    }

    private static func country(_ row: JSONValue) -> Country? {
        guard let code = row["code"]?.string, let name = row["name"]?.string else { return nil }
        return Country(code: code, name: name, also: (row["also"]?.array ?? []).compactMap(\.string))
    }

    private static func region(_ row: JSONValue) -> Region? {
        guard let country = row["country"]?.string, let code = row["code"]?.string, let name = row["name"]?.string,
            let latitude = row["latitude"]?.number, let longitude = row["longitude"]?.number,
            let area = row["area"]?.number, area > 0
        else { return nil }
        return Region(
            country: country, code: code, name: name, latitude: latitude, longitude: longitude,
            reach: max(60, 2.2 * (area / .pi).squareRoot()))
    }

    private static func alias(_ row: JSONValue) -> TownAlias? {
        guard let name = row["name"]?.string, let town = row["town"]?.string, let country = row["country"]?.string
        else { return nil }
        return TownAlias(name: name, town: town, country: country, confidence: row["confidence"]?.number ?? 0.9)
    }
}
