private import CSimdJSON

/// Reads JSON texts one after another with the same working memory. One thread at a time.
///
///     let parser = JSONParser()
///     try parser.parse(Array(#"{"likes":7}"#.utf8)).root["likes"]?.integer → 7
///
/// A number that 64 bits cannot hold costs nothing else in the text: it is read as a `number` that no `integer` is. A byte
/// order mark is passed over. Throws `JSONError` for what is not JSON (RFC 8259, UTF-8) or nests deeper than 256.
package final class JSONParser {
    private let handle: OpaquePointer

    package init() {
        guard let handle = atlas_json_parser_new() else { fatalError("no memory left for a JSON parser") }
        self.handle = handle
    }

    deinit { atlas_json_parser_free(handle) }

    /// The document in these bytes. Throws `JSONError`, with the place.
    package func parse(_ bytes: [UInt8]) throws -> JSONDocument {
        try bytes.withUnsafeBufferPointer { try parse($0) }
    }

    package func parse(_ bytes: ArraySlice<UInt8>) throws -> JSONDocument {
        try bytes.withUnsafeBufferPointer { try parse($0) }
    }

    package func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws -> JSONDocument {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
        do {
            return JSONDocument(owning: try read(text))
        } catch {
            // simdjson's versions call such a number by different names, so the text itself is asked.
            let (fitting, count) = JSONSalvage.withNumbersThatFit(text)
            guard count > 0 else { throw error }
            return JSONDocument(owning: try fitting.withUnsafeBufferPointer(read))
        }
    }

    private func read(_ text: UnsafeBufferPointer<UInt8>) throws -> OpaquePointer {
        var error: Int32 = 0
        guard let start = text.baseAddress, text.count > 0 else { throw JSONError(.notJSON("the text is empty")) }
        guard let document = atlas_json_parse(handle, start, text.count, &error) else { throw JSONError(code: error) }
        return document
    }
}

extension JSONError {
    fileprivate init(code: Int32) {
        switch code {
        case atlas_json_error_number(): self.init(.malformedNumber)
        case atlas_json_error_utf8(): self.init(.invalidUTF8)
        default: self.init(.notJSON(String(cString: atlas_json_error_message(code))))
        }
    }
}
