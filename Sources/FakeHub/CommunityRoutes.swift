import JSON
import Server

extension World {
    /// What is said of organizations elsewhere: their page on the Hub, GitHub, Wikidata, Wikipedia.
    ///
    /// - Returns: nil for a request that is about something else.
    func community(_ parts: [String], _ request: ServerRequest) throws(Refusal) -> ServerResponse? {
        switch (parts.first, parts.count) {
        case ("github", 3) where parts[1] == "orgs": return try gitHub(parts[2])
        case ("wikidata", 3) where parts[1...] == ["w", "api.php"]: return wikidata(request)
        case ("wikipedia", 3) where parts[1...] == ["w", "api.php"]: return wikipedia(request)
        case (let name?, 1) where organizations.contains(name): return ServerResponse(html: page(of: name))
        default: return nil
        }
    }

    private func page(of name: String) -> String {
        """
        <!doctype html><title>\(name)</title><script>var a = "<a href='https://evil.example'>"</script>
        <h1>\(name)</h1><a href="https://\(name).example/?ref=hub">website</a>
        <a href="https://github.com/\(name)">GitHub</a> <a href="https://twitter.com/\(name)">X</a>
        <h2>Team</h2><a href="/ada17">ada17</a><p>Broken <b>markup <i>here</b>
        """
    }

    private func gitHub(_ name: String) throws(Refusal) -> ServerResponse {
        guard organizations.contains(name), seat(of: name).fame != .nothing else { throw Refusal(404, "Not Found") }
        let seat = seat(of: name)
        let location: JSONValue =
            switch seat.fame {
            case .joke: "Earth"
            case .account: .string("\(seat.city.name) / Remote")
            default: .string("\(seat.city.name), \(seat.city.country)")
            }
        return ServerResponse(json: [
            "login": .string(name), "type": "Organization", "name": .string(name), "location": location, "email": nil,
            "blog": .string("https://\(name).example"), "public_repos": 7, "is_verified": true,
        ])
    }
}

// MARK: - Wikidata and Wikipedia

extension World {
    private func wikidata(_ request: ServerRequest) -> ServerResponse {
        switch request.value("action") {
        case "wbsearchentities":
            let name = request.value("search") ?? ""
            guard organizations.contains(name) else { return ServerResponse(json: ["search": []]) }
            let seat = seat(of: name)
            let isKnown = [.headquarters, .article].contains(seat.fame)
            let ids = isKnown ? [seat.river, seat.id] : [seat.river]
            return ServerResponse(json: [
                "search": .array(ids.map { ["id": .string($0), "label": .string(name)] }), "success": 1,
            ])
        case "wbgetentities":
            let ids = (request.value("ids") ?? "").split(separator: "|").map(String.init)
            let entities = ids.map { ($0, entity($0)) }
            return ServerResponse(json: [
                "entities": .object(Dictionary(entities, uniquingKeysWith: { first, _ in first })), "success": 1,
            ])
        default: return ServerResponse(json: ["error": ["code": "badvalue", "info": "Unrecognized action"]])
        }
    }

    private func entity(_ id: String) -> JSONValue {
        if let city = InventedSeat.cities.first(where: { $0.id == id }) {
            return thing(id, city.name, [("P625", [coordinates(city)]), ("P17", [link(city.countryID)])])
        }
        if let city = InventedSeat.cities.first(where: { $0.countryID == id }) {
            return thing(id, city.country, [("P297", [text(city.country)])])
        }
        guard let (name, isRiver) = organization(withID: id) else { return ["id": .string(id), "missing": ""] }
        if isRiver {
            return thing(id, name, [("P31", [link("Q4022")]), ("P625", [coordinates(InventedSeat.cities[0])])])
        }
        let seat = seat(of: name)
        var claims: [(String, [JSONValue])] = [
            ("P31", [link("Q4830453")]), ("P856", [text("https://www.\(name).example/")]), ("P2037", [text(name)]),
        ]
        if seat.fame == .headquarters {
            // An earlier seat, deprecated; and one that nobody knows.
            claims.append(("P159", [link("Q999", rank: "deprecated"), unknown, link(seat.city.id, rank: "preferred")]))
        }
        return thing(id, name, claims, article: seat.fame == .article ? "\(name) (company)" : nil)
    }

    private func wikipedia(_ request: ServerRequest) -> ServerResponse {
        let title = request.value("page") ?? ""
        let name = String(title.prefix { $0 != " " })
        guard organizations.contains(name) else {
            return ServerResponse(json: ["error": ["code": "missingtitle", "info": "The page does not exist."]])
        }
        let city = seat(of: name).city
        let html = """
            <div><style>.x{}</style><table class="infobox vcard"><caption>\(name)</caption><tbody>
            <tr><th class="infobox-label">Founded</th><td class="infobox-data">2020</td></tr>
            <tr><th class="infobox-label"><a>Headquarters</a></th><td class="infobox-data"><a>\(city.name)</a>,<br>\
            \(city.country)<sup>[1]</sup><script>alert(1)</script></td></tr></tbody></table><p>Text.</p></div>
            """
        return ServerResponse(json: ["parse": ["title": .string(title), "pageid": 1, "text": .string(html)]])
    }

    private func thing(
        _ id: String, _ label: String, _ claims: [(String, [JSONValue])], article: String? = nil
    ) -> JSONValue {
        [
            "id": .string(id), "type": "item", "labels": ["en": ["language": "en", "value": .string(label)]],
            "claims": .object(Dictionary(uniqueKeysWithValues: claims.map { ($0.0, .array($0.1)) })),
            "sitelinks": article.map { ["enwiki": ["site": "enwiki", "title": .string($0)]] } ?? [:],
        ]
    }

    private func statement(_ value: JSONValue, rank: String = "normal") -> JSONValue {
        ["mainsnak": ["snaktype": "value", "datavalue": ["value": value]], "rank": .string(rank), "type": "statement"]
    }

    private var unknown: JSONValue { ["mainsnak": ["snaktype": "somevalue"], "rank": "normal", "type": "statement"] }

    private func link(_ id: String, rank: String = "normal") -> JSONValue {
        statement(["entity-type": "item", "id": .string(id)], rank: rank)
    }

    private func text(_ value: String) -> JSONValue { statement(.string(value)) }

    private func coordinates(_ city: InventedSeat.City) -> JSONValue {
        statement([
            "latitude": .number(city.latitude), "longitude": .number(city.longitude), "precision": 0.001,
            "globe": "http://www.wikidata.org/entity/Q2",
        ])
    }
}
