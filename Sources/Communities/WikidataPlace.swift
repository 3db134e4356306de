import Gazetteer

/// The place of a matched thing: its headquarters, else its own coordinates and country.
struct WikidataPlace {
    let entities: [String: WikidataEntity]
    let gazetteer: Gazetteer

    /// What other entities `place` asks for: headquarters and countries.
    static func needs(_ entity: WikidataEntity) -> [String] {
        entity.headquarters.flatMap { [$0.place, $0.country].compactMap { $0 } } + entity.countries
    }

    /// nil where nothing is told. Its confidence is that of the match, less where there are several seats.
    func place(of match: WikidataMatch) -> (place: Place, claim: String)? {
        let entity = match.entity
        guard let seat = entity.headquarters.first else {
            guard let country = country(entity.countries.first) else { return nil }
            let at = entity.coordinates.first
            let place = Place(
                country: country, latitude: at?.latitude, longitude: at?.longitude, confidence: match.confidence * 0.8)
            return (place, "\(entity.id): country \(country)")
        }
        let town = seat.place.flatMap { entities[$0] }
        let at = seat.coordinates ?? town?.coordinates.first
        let code = country(seat.country ?? town?.countries.first ?? entity.countries.first)
        guard let country = code ?? town?.label.flatMap({ gazetteer.find($0) })?.country else { return nil }
        let doubt = entity.headquarters.count > 1 ? 0.8 : 1
        let place = Place(
            town: town?.label, country: country, latitude: at?.latitude, longitude: at?.longitude,
            confidence: match.confidence * doubt)
        return (place, "\(entity.id): headquarters \(town?.label ?? seat.place ?? "at coordinates")")
    }

    private func country(_ id: String?) -> String? {
        guard let entity = id.flatMap({ entities[$0] }) else { return nil }
        if let code = entity.countryCode, gazetteer.name(ofCountry: code) != nil { return code }
        return entity.label.flatMap { gazetteer.country(named: $0) }
    }
}
