package import JSON

extension Figure {
    /// What a page embeds for its script and the program of stills reads.
    ///
    ///     figure.json(shard: "data/evolution.0123456789.js")
    ///     // {"channels":{…},"id":"evolution",…,"rows":{"inline":500,"live":20000,"total":20123},"shard":"data/…"}
    ///
    /// `shard` is the file that holds the live table; nil when the inline table is all. `shelf` are the files of the tables
    /// on the shelf, in their order.
    package func json(shard: String?, shelf files: [String] = []) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(id),
            "role": .string(role.rawValue),
            "kind": .string(chart.kind.rawValue),
            "channels": .object(chart.channels.mapValues { .string($0) }),
            "options": .object(chart.options.mapValues(\.json)),
            "remarks": .array(chart.remarks.map(\.json)),
            "table": table.json,
            "shard": JSONValue(shard),
            "rows": [
                "inline": .integer(table.rowCount),
                "live": .integer((liveTable ?? table).rowCount),
                "total": .integer(totalRows),
            ],
            "title": JSONValue(title),
            "subtitle": JSONValue(subtitle),
            "provenance": provenance.json,
            "notes": .array(notes.map { .string($0) }),
        ]
        if !files.isEmpty {
            members["shelf"] = .array(
                zip(shelf, files).map { ["name": .string($0.name), "note": .string($0.note), "file": .string($1)] })
        }
        return .object(members)
    }

    /// All of the figure, as `report/<page>.json` keeps it: the above, its live table and what only templates use.
    var document: JSONValue {
        guard case .object(var members) = json(shard: nil) else { preconditionFailure("a figure is an object") }
        members["live"] = liveTable?.json ?? .null
        members["shelf"] =
            shelf.isEmpty
            ? nil
            : .array(
                shelf.map { ["name": .string($0.name), "note": .string($0.note), "table": $0.table.json] })
        members["opens"] = opens?.json ?? .null
        members["headline"] = headline?.json ?? .null
        return .object(members)
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            id: try place["id"].text(), role: try place["role"].choice(Role.self), chart: try Chart(place),
            table: try Table(place["table"]),
            liveTable: try place["live"].optional { place throws(Place.Mismatch) in try Table(place) },
            shelf: try place["shelf"].optional { place throws(Place.Mismatch) in try Shelved.list(place) } ?? [],
            totalRows: try place["rows"]["total"].integer(),
            title: try place["title"].optional { place throws(Place.Mismatch) in try place.text() },
            subtitle: try place["subtitle"].optional { place throws(Place.Mismatch) in try place.text() },
            provenance: try Provenance(place["provenance"]), notes: try place["notes"].texts(),
            opens: try place["opens"].optional { place throws(Place.Mismatch) in try PageLink(place) },
            headline: try place["headline"].optional { place throws(Place.Mismatch) in try Headline(place) })
    }
}

extension Shelved {
    static func list(_ place: Place) throws(Place.Mismatch) -> [Shelved] {
        var list: [Shelved] = []
        for item in try place.items() { list.append(try Shelved(item)) }
        return list
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            name: try place["name"].text(), note: try place["note"].text(), table: try Table(place["table"]))
    }
}

extension Chart {
    init(_ place: Place) throws(Place.Mismatch) {
        var channels: [String: String] = [:]
        for key in try place["channels"].members().keys { channels[key] = try place["channels"][key].text() }
        var options: [String: Option] = [:]
        for key in try place["options"].members().keys { options[key] = try Option(place["options"][key]) }
        var remarks: [Remark] = []
        for item in try place["remarks"].items() { remarks.append(try Remark(item)) }
        self.init(try place["kind"].choice(Kind.self), channels: channels, options: options, remarks: remarks)
    }
}

extension Chart.Option {
    var json: JSONValue {
        switch self {
        case .text(let value): .string(value)
        case .number(let value): Int(exactly: value).map { .integer($0) } ?? .number(value)
        case .flag(let value): .bool(value)
        case .texts(let values): .array(values.map { .string($0) })
        case .table(let members): .object(members.mapValues { .string($0) })
        }
    }

    init(_ place: Place) throws(Place.Mismatch) {
        switch place.value {
        case .string(let value): self = .text(value)
        case .bool(let value): self = .flag(value)
        case .integer, .number: self = .number(try place.need(place.value.number, "a number"))
        case .array: self = .texts(try place.texts())
        case .object(let members):
            var table: [String: String] = [:]
            for key in members.keys { table[key] = try place[key].text() }
            self = .table(table)
        case .null: throw .init(text: "\(place.path) is null")
        }
    }
}

extension Remark {
    var json: JSONValue { ["at": .string(at), "title": .string(title), "text": .string(text)] }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(at: try place["at"].text(), title: try place["title"].text(), text: try place["text"].text())
    }
}

extension Provenance {
    var json: JSONValue { ["source": .string(source), "rows": .string(rows), "caveat": .string(caveat)] }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            source: try place["source"].text(), rows: try place["rows"].text(), caveat: try place["caveat"].text())
    }
}

extension Headline {
    var json: JSONValue { ["number": .string(number), "caption": .string(caption)] }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(number: try place["number"].text(), caption: try place["caption"].text())
    }
}

extension PageLink {
    var json: JSONValue { ["page": .string(page), "text": .string(text)] }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(page: try place["page"].text(), text: try place["text"].text())
    }
}
