import Core
import JSON

/// A value of a document and where it stands, so that an error names both.
struct Field {
    var value: JSONValue
    var place: String
    // The path in parts: it is put together only when something is wrong, for there are many values.
    var parent = ""
    var key: String
    var index: Int?

    init(_ value: JSONValue, place: String, path: String = "") {
        self.value = value
        self.place = place
        self.key = path
    }

    var path: String {
        let name = parent.isEmpty ? key : "\(parent).\(key)"
        return index.map { "\(name)[\($0)]" } ?? name
    }

    subscript(key: String) -> Field {
        var field = Field(value[key] ?? .null, place: place, path: key)
        field.parent = path
        return field
    }

    var isNull: Bool { value == .null }

    func text() throws -> String { try need(value.string, "a text") }
    func optionalText() throws -> String? { isNull ? nil : try text() }
    func integer() throws -> Int { try need(value.integer, "a whole number") }
    func count() throws -> Int { try need(value.integer.flatMap { $0 >= 0 ? $0 : nil }, "a count") }
    func number() throws -> Double { try need(value.number, "a number") }
    func day() throws -> Day { try need(Day(try text()), "a day as YYYY-MM-DD") }
    func month() throws -> Month? { isNull ? nil : try need(Month(try text()), "a month as YYYY-MM") }

    func choice<Choice: RawRepresentable<String>>() throws -> Choice {
        try need(Choice(rawValue: try text()), "one of the values known here")
    }

    func flag() throws -> Bool {
        guard case .bool(let flag) = value else { throw mismatch("true or false") }
        return flag
    }

    func list() throws -> [Field] {
        try need(value.array, "a list").map { Field($0, place: place, path: path) }
    }

    func items(_ count: Int) throws -> [Field] {
        let items = try need(value.array, "a list")
        guard items.count == count else { throw mismatch("\(count) values") }
        return items.map { Field($0, place: place, path: path) }
    }

    /// What each item of a list is read as.
    func list<Result>(_ read: (Field) throws -> Result) throws -> [Result] {
        try need(value.array, "a list").enumerated().map { try read(Field($1, place: place, path: "\(path)[\($0)]")) }
    }

    /// The rows of an object whose members are columns of one length.
    func rows<Result>(_ read: (Row) throws -> Result) throws -> [Result] {
        var columns: [String: [JSONValue]] = [:]
        for (key, value) in try need(value.object, "an object") {
            columns[key] = try need(value.array, "an object of lists")
        }
        let count = columns.values.first?.count ?? 0
        guard columns.values.allSatisfy({ $0.count == count }) else { throw mismatch("of columns of one length") }
        var row = Row(columns: columns, place: place, table: path)
        return try (0..<count).map { index in
            row.index = index
            return try read(row)
        }
    }

    func mismatch(_ expected: String) -> CensusError { CensusError(.mismatch("\(path) is not \(expected)"), at: place) }

    private func need<Found>(_ found: Found?, _ expected: String) throws -> Found {
        guard let found else { throw mismatch(expected) }
        return found
    }
}

/// One row of a table by columns.
struct Row {
    var columns: [String: [JSONValue]]
    var place: String
    var table: String
    var index = 0

    subscript(key: String) -> Field {
        var field = Field(columns[key]?[index] ?? .null, place: place, path: key)
        field.parent = table
        field.index = index
        return field
    }
}
