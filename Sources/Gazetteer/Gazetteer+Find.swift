extension Gazetteer {
    /// The place that a text names; nil when it names none, or too many.
    ///
    /// Of several ("London & Berlin") the first counts, and less surely.
    package func find(_ text: String) -> Place? {
        let text = LocationText(text)
        if let place = find(parts: text.whole), text.alternatives.count < 2 || place.town == nil { return place }
        var places: [Place] = []
        var others = 0
        for parts in text.alternatives {
            if let place = find(parts: parts) { places.append(place) } else { others += 1 }
        }
        guard var first = places.first(where: { $0.town != nil }) ?? places.first else { return nil }
        // "San Francisco / Bay Area" is one place in two ways, "Paris / Remote" is a seat with people elsewhere.
        let isOne = places.allSatisfy {
            ($0.kilometers(to: first) ?? ($0.country == first.country ? 0 : .infinity)) < 80
        }
        first.confidence *= isOne ? (others > 0 ? 0.9 : 1) : 0.6
        return first
    }

    /// One place's parts, the town first, as people write them; the other way round is understood too.
    private func find(parts: [String]) -> Place? {
        let known = parts.filter { !Nowhere.contains($0) }
        guard !known.isEmpty else { return nil }
        let doubt = known.count < parts.count ? 0.9 : 1
        var place = known.count == 1 ? alone(known[0]) : together(known)
        place?.confidence *= doubt
        return place
    }
}

// MARK: - One part

extension Gazetteer {
    /// "berlin", "germany", "new york", "paris france".
    private func alone(_ part: String) -> Place? {
        if Nowhere.isRatherAWord(part) { return nil }
        let country = country(key: part)
        let regions = regions(key: part)
        let towns = candidates(part)
        if country == nil, regions.isEmpty { return towns.isEmpty ? split(part) : byPopulation(towns) }
        // A country that is a town too: Singapore, Luxembourg, Hong Kong.
        if let country, let same = towns.filter({ $0.town.country == country }).max(by: isSmaller) {
            return same.place(0.9)
        }
        // New York, São Paulo: who means the region says so, when its greatest town bears the name.
        if let region = regions.first, country == nil, let greatest = towns.max(by: isSmaller),
            greatest.town.population >= 1_000_000, greatest.town.country == region.country
        {
            return greatest.place(0.8)
        }
        let countries = Set(regions.map(\.country) + [country].compactMap { $0 })
        // "CA", "Georgia", "Ontario": no way to tell.
        guard countries.count == 1, let only = countries.first else { return nil }
        let rival = towns.filter { $0.town.country != only }.max(by: isSmaller)
        guard (rival?.town.population ?? 0) < (country == nil ? 100_000 : 1_000_000) else { return nil }
        return Place(country: only, confidence: 0.6)
    }

    /// Words without commas: "san francisco ca", "berlin germany", "greater london area".
    private func split(_ part: String) -> Place? {
        let words = part.split(separator: " ").map(String.init)
        guard words.count > 1, words.count <= 8 else { return nil }
        for count in 1..<words.count {
            let head = words.prefix(words.count - count).joined(separator: " ")
            let tail = words.suffix(count).joined(separator: " ")
            guard country(key: tail) != nil || !regions(key: tail).isEmpty else { continue }
            if let place = together([head, tail]), place.town != nil { return place }
        }
        let plain = words.filter { !Self.filler.contains($0) }.joined(separator: " ")
        guard plain != part, !plain.isEmpty, var place = alone(plain) else { return nil }
        place.confidence *= 0.9
        return place
    }

    private static let filler: Set = [
        "greater", "metropolitan", "metro", "area", "region", "city", "downtown", "central", "near", "of", "the",
        "district", "county", "province", "state", "based", "in", "mostly", "from", "hq", "headquarters", "sunny",
    ]

    /// The most populous of one name, where the next one is far smaller.
    private func byPopulation(_ towns: [Candidate]) -> Place? {
        let sorted = towns.sorted { isSmaller($1, $0) }
        guard let first = sorted.first else { return nil }
        let place = first.place(1)
        let rival = sorted.dropFirst().first { ($0.place(1).kilometers(to: place) ?? 0) > 50 }
        let margin = rival.map { Double(first.town.population) / Double(max(1000, $0.town.population)) } ?? .infinity
        // Barcelona in Spain and in Venezuela, Vancouver in Canada and in Washington: the great one, less surely.
        if margin < 5 { return margin >= 3 && first.town.population >= 500_000 ? first.place(0.5) : nil }
        // A small town of a rare name may as well be a word that means something else.
        if first.town.population < 50_000 { return first.place(0.4) }
        return first.place(margin >= 10 ? 0.8 : 0.6)
    }

    private func isSmaller(_ a: Candidate, _ b: Candidate) -> Bool { a.town.population < b.town.population }
}

// MARK: - A town with what tells it from others

extension Gazetteer {
    /// "portland", "or": the town in the region or country that any other part names.
    private func together(_ parts: [String]) -> Place? {
        var best: (place: Place, rank: Int)?
        for (i, part) in parts.enumerated() {
            for (j, other) in parts.enumerated() where i != j {
                guard let found = within(part, other) else { continue }
                // A part in front is the town rather than one behind it: "Washington, New York" aside, people begin small.
                let rank = found.rank * 100 - i * 2 - (j < i ? 5 : 0)
                if best == nil || rank > best!.rank { best = (found.place, rank) }
            }
        }
        return best?.place ?? loose(parts)
    }

    /// The town of a name in what another part names; regions rank before countries: they are narrower.
    private func within(_ name: String, _ qualifier: String) -> (place: Place, rank: Int)? {
        var towns = candidates(name)
        if towns.isEmpty {
            let plain = name.split(separator: " ").filter { !Self.filler.contains(String($0)) }.joined(separator: " ")
            towns = candidates(plain)
        }
        guard !towns.isEmpty else { return nil }
        for region in regions(key: qualifier) {
            if let nearest = nearest(towns, to: region) { return (nearest.place(0.95), 2) }
        }
        guard let country = country(key: qualifier),
            let greatest = towns.filter({ $0.town.country == country }).max(by: isSmaller)
        else { return nil }
        return (greatest.place(0.95), 1)
    }

    /// No town fits: a country that is named alone holds; else the one part that is a place alone.
    private func loose(_ parts: [String]) -> Place? {
        // A country's name, or a code with a region of its own country: "Armonk, NY, US".
        let countries = parts.compactMap { part in part.count > 2 ? country(key: part) : nil }
        if let last = countries.last, !isRegion(parts, of: last) { return Place(country: last, confidence: 0.6) }
        let regional = parts.dropFirst().flatMap { regions(key: $0).map(\.country) }
        if let code = parts.last.flatMap({ country(key: $0) }), regional.isEmpty || regional.contains(code) {
            return Place(country: code, confidence: 0.5)
        }
        if Set(regional).count == 1, let only = regional.first { return Place(country: only, confidence: 0.5) }
        let places = parts.compactMap(alone)
        guard let first = places.first, places.allSatisfy({ $0.country == first.country }) else { return nil }
        return Place(
            town: first.town, country: first.country, latitude: first.latitude, longitude: first.longitude,
            confidence: first.confidence * 0.8)
    }

    /// Whether a country's name is at the same time that of a region elsewhere ("Somewhere, Georgia").
    private func isRegion(_ parts: [String], of country: String) -> Bool {
        parts.contains { part in
            self.country(key: part) == country && regions(key: part).contains { $0.country != country }
        }
    }
}
