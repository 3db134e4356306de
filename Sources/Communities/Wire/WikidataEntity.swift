import JSON

/// What Wikidata says of one thing, as far as places need it (`wbgetentities`).
///
///     P159 headquarters (with P625 coordinates, P17 country), P625 coordinates, P17 country, P297 a country's code,
///     P856 website, P2037 GitHub name, P31 what it is
///
/// Of several statements the preferred ones count, else the normal ones; deprecated ones and those that have ended (P582)
/// never. "Some value" and "no value" are no value.
struct WikidataEntity: Equatable {
    struct Coordinates: Equatable {
        var latitude: Double
        var longitude: Double
    }

    struct Headquarters: Equatable {
        /// The place's id; nil where only its coordinates are told.
        var place: String?
        var coordinates: Coordinates?
        var country: String?
    }

    var id: String
    var label: String?
    var aliases: [String] = []
    var kinds: [String] = []
    var websites: [String] = []
    var gitHubNames: [String] = []
    var headquarters: [Headquarters] = []
    var coordinates: [Coordinates] = []
    var countries: [String] = []
    var countryCode: String?
    /// Title of its article in the English Wikipedia.
    var article: String?

    init?(_ root: JSONView) {
        guard let id = root["id"]?.string, WikidataID.isValid(id), root["missing"] == nil else { return nil }
        self.id = id
        label = Self.bounded(root["labels"]?["en"]?["value"])
        aliases =
            (root["aliases"]?["en"]?.elements).map { $0.prefix(50).compactMap { Self.bounded($0["value"]) } } ?? []
        article = Self.bounded(root["sitelinks"]?["enwiki"]?["title"])
        guard let claims = root["claims"] else { return }
        kinds = Self.best(claims["P31"]).compactMap { Self.id($0["mainsnak"]) }
        websites = Self.best(claims["P856"]).compactMap { Self.value($0["mainsnak"])?.string.flatMap(WebName.of) }
        gitHubNames = Self.best(claims["P2037"]).compactMap { Self.bounded(Self.value($0["mainsnak"])) }
        headquarters = Self.best(claims["P159"]).compactMap(Self.headquarters)
        coordinates = Self.best(claims["P625"]).compactMap { Self.coordinates($0["mainsnak"]) }
        countries = Self.best(claims["P17"]).compactMap { Self.id($0["mainsnak"]) }
        countryCode = Self.best(claims["P297"]).compactMap { Self.bounded(Self.value($0["mainsnak"])) }.first
    }

    /// Every entity of an answer: `{"entities": {"Q95": {…}}}`.
    static func all(in root: JSONView) -> [WikidataEntity] {
        (root["entities"]?.members).map { $0.compactMap { WikidataEntity($0.value) } } ?? []
    }
}

/// "Q95": what names a thing on Wikidata.
enum WikidataID {
    static func isValid(_ id: String) -> Bool {
        id.first == "Q" && (2...12).contains(id.utf8.count) && id.utf8.dropFirst().allSatisfy { (48...57).contains($0) }
    }
}

extension WikidataEntity {
    private static func best(_ statements: JSONView?) -> [JSONView] {
        guard let statements else { return [] }
        let held = statements.elements.prefix(200).filter {
            $0["rank"]?.equals("deprecated") != true && $0["qualifiers"]?["P582"] == nil
        }
        let preferred = held.filter { $0["rank"]?.equals("preferred") == true }
        return preferred.isEmpty ? held : preferred
    }

    private static func value(_ snak: JSONView?) -> JSONView? {
        snak?["snaktype"]?.equals("value") == true ? snak?["datavalue"]?["value"] : nil
    }

    private static func id(_ snak: JSONView?) -> String? {
        value(snak)?["id"]?.string.flatMap { WikidataID.isValid($0) ? $0 : nil }
    }

    /// On Earth only: there are organizations with places on Mars.
    private static func coordinates(_ snak: JSONView?) -> Coordinates? {
        guard let value = value(snak), let latitude = value["latitude"]?.number,
            let longitude = value["longitude"]?.number, abs(latitude) <= 90, abs(longitude) <= 180,
            value["globe"]?.string?.hasSuffix("/Q2") ?? true
        else { return nil }
        return Coordinates(latitude: latitude, longitude: longitude)
    }

    private static func headquarters(_ statement: JSONView) -> Headquarters? {
        let qualifiers = statement["qualifiers"]
        let found = Headquarters(
            place: id(statement["mainsnak"]), coordinates: coordinates(qualifiers?["P625"]?.elements.first),
            country: id(qualifiers?["P17"]?.elements.first))
        return found.place == nil && found.coordinates == nil ? nil : found
    }

    private static func bounded(_ value: JSONView?) -> String? {
        value?.string.flatMap { $0.utf8.count <= 300 ? $0 : nil }
    }
}
