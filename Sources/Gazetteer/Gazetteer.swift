import Core

/// Turns what people write as their location into a place, or leaves it unknown.
///
///     let gazetteer = try Gazetteer(folder: "assets/places")
///     gazetteer.find("San Francisco, CA")  → San Francisco, US, 37.77, −122.42, confidence 0.95
///     gazetteer.find("Paris / Remote")     → Paris, FR, confidence 0.72
///     gazetteer.find("Germany")            → DE, no town, confidence 0.6
///     gazetteer.find("Georgia")            → nil: a country and a state
///     gazetteer.find("The Internet")       → nil
///
/// Where several towns bear a name, people decide only by a clear margin; a country or region beside it decides better.
/// Towns are GeoNames' (CC BY 4.0), see `assets/places/README.md`.
package struct Gazetteer: Sendable {
    /// A town that a name may mean.
    struct Candidate: Sendable {
        var town: Town
        var confidence: Double
    }

    private let towns: [Town]
    private let townsOf: [String: [Int]]
    private let aliasesOf: [String: [Candidate]]
    private let countryOf: [String: String]
    private let nameOf: [String: String]
    private let regionsOf: [String: [Region]]

    /// - Throws: `GazetteerError`, `FileError`, `JSONError`.
    package init(folder: String) throws {
        let towns = try TownTable.read("\(folder)/towns.txt.zst")
        let names = try NameTable.read("\(folder)/names.json")
        var townsOf: [String: [Int]] = [:]
        for (i, town) in towns.enumerated() { townsOf[folded(town.name), default: []].append(i) }
        var aliasesOf: [String: [Candidate]] = [:]
        for (i, alias) in names.aliases.enumerated() {
            // Of several of that name in the country the largest is meant, and towns stand in that order.
            let same = (townsOf[folded(alias.town)] ?? []).first {
                towns[$0].name == alias.town && towns[$0].country == alias.country
            }
            guard let same else { throw GazetteerError(.row("towns", i + 1), at: "\(folder)/names.json") }
            aliasesOf[folded(alias.name), default: []]
                .append(Candidate(town: towns[same], confidence: alias.confidence))
        }
        self.towns = towns
        self.townsOf = townsOf
        self.aliasesOf = aliasesOf
        countryOf = Self.countryKeys(names)
        nameOf = Dictionary(names.countries.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        regionsOf = names.regions.reduce(into: [:]) { found, region in
            for key in Set([folded(region.code), folded(region.name)]) { found[key, default: []].append(region) }
        }
    }

    /// The English name of a country's code; nil for no country: "DE" → "Germany".
    package func name(ofCountry code: String) -> String? { nameOf[code] }

    /// The code of a country's name in one of its usual spellings: "U.S." → "US".
    package func country(named name: String) -> String? { countryOf[folded(name)] }

    /// The largest town of that name in a country, for tables that name both; with a region the nearest to it.
    ///
    ///     gazetteer.town("Cambridge", country: "US", region: "MA") → 42.38, −71.11
    package func town(_ name: String, country: String, region: String? = nil) -> Place? {
        let here = candidates(folded(name)).filter { $0.town.country == country }
        guard let region else { return here.max { $0.town.population < $1.town.population }?.place(1) }
        let known = (regionsOf[folded(region)] ?? []).first { $0.country == country }
        return known.flatMap { nearest(here, to: $0)?.place(1) }
    }
}

// MARK: - Looking up

extension Gazetteer {
    func candidates(_ key: String) -> [Candidate] {
        let named = (townsOf[key] ?? []).map { Candidate(town: towns[$0], confidence: 1) }
        // A town's own name is surer than an alias of the same town.
        return named + (aliasesOf[key] ?? []).filter { alias in !named.contains { $0.town == alias.town } }
    }

    func country(key: String) -> String? { countryOf[key] }

    func regions(key: String) -> [Region] { regionsOf[key] ?? [] }

    func nearest(_ candidates: [Candidate], to region: Region) -> Candidate? {
        func distance(_ candidate: Candidate) -> Double {
            greatCircle(candidate.town.latitude, candidate.town.longitude, region.latitude, region.longitude)
        }
        let near = candidates.filter { $0.town.country == region.country && distance($0) <= region.reach }
        return near.min { distance($0) < distance($1) }
    }

    private static func countryKeys(_ names: NameTable) -> [String: String] {
        var keys: [String: String] = [:]
        for country in names.countries {
            for name in [country.name, country.code] + country.also { keys[folded(name)] = country.code }
        }
        return keys
    }
}

extension Gazetteer.Candidate {
    func place(_ confidence: Double) -> Place {
        Place(
            town: town.name, country: town.country, latitude: town.latitude, longitude: town.longitude,
            confidence: confidence * self.confidence)
    }
}
