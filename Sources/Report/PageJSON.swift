package import JSON

extension Page {
    /// All of the page, as `report/<id>.json` keeps it; `Page(json:)` gives the same page back.
    package var json: JSONValue {
        [
            "version": .integer(ReportStore.version),
            "id": .string(id),
            "name": .string(name),
            "plate": .integer(plate),
            "question": .string(question),
            "lede": lede.json,
            "figures": .array(figures.map(\.document)),
            "tables": .array(tables.map(\.json)),
            "shows": .array(shows.map(\.json)),
            "method": .array(method.map(\.json)),
            "next": next?.json ?? .null,
            "nextText": .string(nextText),
            "findings": .array(findings.map(\.json)),
            "graphs": .array(graphs.map(\.json)),
            "records": records?.json ?? .null,
        ]
    }

    /// Throws `ReportError`, naming the file and the place in it, when anything is missing, of another type, or of
    /// another version.
    package init(json: JSONValue, at path: String) throws(ReportError) {
        guard json["version"] == .integer(ReportStore.version) else {
            throw ReportError(.version(json["version"]?.text ?? "none"), at: path)
        }
        do throws(Place.Mismatch) { self = try Page(Place(json, "page")) } catch {
            throw ReportError(.malformed(error.text), at: path)
        }
    }

    private init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            id: try place["id"].text(), name: try place["name"].text(), plate: try place["plate"].integer(),
            question: try place["question"].text(), lede: try Sentence(place["lede"]),
            figures: try list(place["figures"]) { place throws(Place.Mismatch) in try Figure(place) },
            tables: try list(place["tables"]) { place throws(Place.Mismatch) in try TitledTable(place) },
            shows: try list(place["shows"]) { place throws(Place.Mismatch) in try Sentence(place) },
            method: try list(place["method"]) { place throws(Place.Mismatch) in try Sentence(place) },
            next: try place["next"].optional { place throws(Place.Mismatch) in try PageLink(place) },
            nextText: try place["nextText"].text(),
            findings: try list(place["findings"]) { place throws(Place.Mismatch) in try Finding(place) },
            graphs: try list(place["graphs"]) { place throws(Place.Mismatch) in try GraphFile(place) },
            records: try place["records"].optional { place throws(Place.Mismatch) in try RecordShelf(place) })
    }
}

extension TitledTable {
    var json: JSONValue {
        ["id": .string(id), "title": .string(title), "text": .string(text), "table": table.json]
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            id: try place["id"].text(), title: try place["title"].text(), text: try place["text"].text(),
            table: try Table(place["table"]))
    }
}

extension Sentence {
    /// A list of its runs, a number as an object: `["From ",{"number":"53,000"}," models."]`.
    package var json: JSONValue {
        .array(
            runs.map { run in
                switch run {
                case .text(let text): .string(text)
                case .number(let text): ["number": .string(text)]
                }
            })
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            runs: try list(place) { place throws(Place.Mismatch) in
                if case .string(let text) = place.value { return .text(text) }
                return .number(try place["number"].text())
            })
    }
}

extension Finding {
    var json: JSONValue {
        [
            "id": .string(id), "sentence": sentence.json, "page": .string(page), "figure": JSONValue(figure),
            "provenance": provenance.json,
        ]
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            id: try place["id"].text(), sentence: try Sentence(place["sentence"]), page: try place["page"].text(),
            figure: try place["figure"].optional { place throws(Place.Mismatch) in try place.text() },
            provenance: try Provenance(place["provenance"]))
    }
}

private func list<Value>(
    _ place: Place, _ read: (Place) throws(Place.Mismatch) -> Value
) throws(Place.Mismatch) -> [Value] {
    var out: [Value] = []
    for item in try place.items() { out.append(try read(item)) }
    return out
}
