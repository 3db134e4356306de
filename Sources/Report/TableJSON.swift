package import JSON

extension Table {
    /// The table as scripts read it (see the type's example); a column's unit is left out where it has none.
    package var json: JSONValue {
        [
            "id": .string(id),
            "columns": .array(columns.map(\.json)),
            "values": .object(values.mapValues(\.json)),
        ]
    }

    init(_ place: Place) throws(Place.Mismatch) {
        var columns: [(Column, Values)] = []
        for item in try place["columns"].items() {
            let column = try Column(item)
            columns.append((column, try Values(place["values"][column.key], column.kind.storage)))
        }
        guard Set(columns.map { $1.count }).count <= 1 else {
            throw .init(text: "\(place.path).values has columns of different lengths")
        }
        guard Set(columns.map(\.0.key)).count == columns.count else {
            throw .init(text: "\(place.path).columns names a key twice")
        }
        self.init(id: try place["id"].text(), columns: columns)
    }

    /// The first rows only, in the same order.
    package func prefix(_ count: Int) -> Table {
        guard rowCount > count else { return self }
        var table = self
        table.values = values.mapValues { $0.prefix(count) }
        return table
    }
}

extension Column {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "key": .string(key), "label": .string(label), "kind": .string(kind.rawValue),
        ]
        if let unit { members["unit"] = .string(unit) }
        return .object(members)
    }

    init(_ place: Place) throws(Place.Mismatch) {
        self.init(
            try place["key"].text(), try place["label"].text(), try place["kind"].choice(Kind.self),
            unit: try place["unit"].optional { place throws(Place.Mismatch) in try place.text() })
    }
}

extension Values {
    var json: JSONValue {
        switch self {
        case .numbers(let values): .array(values.map { JSONValue($0) })
        case .integers(let values): .array(values.map { JSONValue($0) })
        case .texts(let values): .array(values.map { JSONValue($0) })
        case .flags(let values): .array(values.map { JSONValue($0) })
        }
    }

    init(_ place: Place, _ storage: Storage) throws(Place.Mismatch) {
        let items = try place.items()
        switch storage {
        case .integers: self = .integers(try Self.read(items, "a whole number") { $0.integer })
        case .numbers: self = .numbers(try Self.read(items, "a number") { $0.number })
        case .texts: self = .texts(try Self.read(items, "a text") { $0.string })
        case .flags: self = .flags(try Self.read(items, "true or false") { $0.bool })
        }
    }

    private static func read<Value>(
        _ items: [Place], _ what: String, _ value: (JSONValue) -> Value?
    ) throws(Place.Mismatch) -> [Value?] {
        var out: [Value?] = []
        out.reserveCapacity(items.count)
        for item in items { out.append(item.isNull ? nil : try item.need(value(item.value), what)) }
        return out
    }

    func prefix(_ count: Int) -> Values {
        switch self {
        case .numbers(let values): .numbers(Array(values.prefix(count)))
        case .integers(let values): .integers(Array(values.prefix(count)))
        case .texts(let values): .texts(Array(values.prefix(count)))
        case .flags(let values): .flags(Array(values.prefix(count)))
        }
    }
}
