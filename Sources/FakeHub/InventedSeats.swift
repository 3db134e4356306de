/// Where invented organizations sit, and who knows of it.
struct InventedSeat: Sendable {
    struct City: Sendable {
        /// Of Wikidata, as its country's.
        var id: String
        var name: String
        var country: String
        var countryID: String
        var latitude: Double
        var longitude: Double
    }

    /// How much the world knows of an organization.
    enum Fame: CaseIterable {
        /// Wikidata has its headquarters.
        case headquarters
        /// Wikidata knows it, but only its article has a place.
        case article
        /// Only GitHub.
        case account
        /// Its account says "Earth".
        case joke
        case nothing
    }

    var city: City
    var fame: Fame
    /// Its thing on Wikidata; a river bears the same name, and the id before.
    var id: String
    var river: String

    static let cities = [
        City(id: "Q90", name: "Paris", country: "FR", countryID: "Q142", latitude: 48.8567, longitude: 2.3522),
        City(id: "Q64", name: "Berlin", country: "DE", countryID: "Q183", latitude: 52.5167, longitude: 13.3833),
        City(id: "Q8684", name: "Seoul", country: "KR", countryID: "Q884", latitude: 37.56, longitude: 126.99),
        City(id: "Q172", name: "Toronto", country: "CA", countryID: "Q16", latitude: 43.67, longitude: -79.387),
        City(id: "Q3870", name: "Nairobi", country: "KE", countryID: "Q114", latitude: -1.2864, longitude: 36.8172),
        City(id: "Q174", name: "São Paulo", country: "BR", countryID: "Q155", latitude: -23.55, longitude: -46.633),
    ]
}

extension World {
    func seat(of organization: String) -> InventedSeat {
        var chance = Chance(seed, "seat", organization)
        let number = organizations.sorted().firstIndex(of: organization)!
        return InventedSeat(
            city: chance.pick(InventedSeat.cities), fame: InventedSeat.Fame.allCases[number % 5],
            id: "Q\(9_000_001 + 2 * number)", river: "Q\(9_000_000 + 2 * number)")
    }

    func organization(withID id: String) -> (name: String, isRiver: Bool)? {
        guard let number = Int(id.dropFirst()).map({ $0 - 9_000_000 }), number >= 0 else { return nil }
        let names = organizations.sorted()
        return number / 2 < names.count ? (names[number / 2], number % 2 == 0) : nil
    }
}
