import JSON

/// A JSON value and where in the document it stands, so that a damaged report names the place.
///
///     Place(value, "page")["figures"].items()[0]["id"].text()
///     // throws "page.figures[0].id is not a text"
struct Place {
    var value: JSONValue
    var path: String

    init(_ value: JSONValue, _ path: String) {
        self.value = value
        self.path = path
    }

    /// A value that a document needs and does not have, or has in another type.
    struct Mismatch: Error { var text: String }

    subscript(key: String) -> Place { Place(value[key] ?? .null, "\(path).\(key)") }

    var isNull: Bool { value == .null }

    func text() throws(Mismatch) -> String { try need(value.string, "a text") }
    func integer() throws(Mismatch) -> Int { try need(value.integer, "a whole number") }

    func items() throws(Mismatch) -> [Place] {
        try need(value.array, "a list").enumerated().map { Place($1, "\(path)[\($0)]") }
    }

    func texts() throws(Mismatch) -> [String] {
        var out: [String] = []
        for item in try items() { out.append(try item.text()) }
        return out
    }

    func members() throws(Mismatch) -> [String: JSONValue] { try need(value.object, "an object") }

    /// One of an enumeration's raw values.
    func choice<Choice: RawRepresentable<String>>(_ type: Choice.Type) throws(Mismatch) -> Choice {
        let text = try text()
        guard let choice = Choice(rawValue: text) else { throw Mismatch(text: "\(path) \"\(text)\" is not known") }
        return choice
    }

    func optional<Value>(_ read: (Place) throws(Mismatch) -> Value) throws(Mismatch) -> Value? {
        isNull ? nil : try read(self)
    }

    func need<Value>(_ found: Value?, _ what: String) throws(Mismatch) -> Value {
        guard let found else { throw Mismatch(text: "\(path) is not \(what)") }
        return found
    }
}
