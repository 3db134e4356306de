extension JSONValue {
    /// The value that a text holds, for small documents.
    ///
    ///     try JSONValue.parse(Array("[1, 2.5, null]".utf8)) → [1, 2.5, nil]
    ///
    /// A key that comes twice has its last value. Throws `JSONError` when the text is not JSON.
    package static func parse(_ bytes: [UInt8]) throws -> JSONValue {
        JSONValue(try JSONParser().parse(bytes).root)
    }

    package static func parse(_ text: String) throws -> JSONValue { try parse(Array(text.utf8)) }

    /// A copy of what a view shows.
    package init(_ view: JSONView) {
        switch view.kind {
        case .null: self = .null
        case .bool: self = .bool(view.bool!)
        case .integer: self = .integer(view.integer!)
        case .number: self = .number(view.number!)
        case .string: self = .string(view.string!)
        case .array: self = .array(view.elements.map { JSONValue($0) })
        case .object:
            self = .object(
                Dictionary(view.members.map { ($0.key.string!, JSONValue($0.value)) }, uniquingKeysWith: { $1 }))
        }
    }
}
