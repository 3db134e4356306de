private import CSimdJSON

/// A parsed text, for fast reading of big pages: values are looked at where they lie, nothing is built before it is asked for.
///
///     let page = try JSONDocument.parse(#"[{"id":"a/b","tags":["en"]}]"#)
///     for item in page.root.elements { item["id"]?.string }   → "a/b"
///
/// A document never changes, so it may be read on several threads. Reading costs no copy; `string` makes one.
/// Source of the layout: simdjson, doc/tape.md.
package final class JSONDocument: @unchecked Sendable {
    private let handle: OpaquePointer
    let tape: UnsafePointer<UInt64>
    let strings: UnsafePointer<UInt8>

    init(owning handle: OpaquePointer) {
        self.handle = handle
        self.tape = atlas_json_tape(handle)
        self.strings = atlas_json_strings(handle)
    }

    deinit { atlas_json_document_free(handle) }

    /// Parses with a parser of its own; for many documents keep a `JSONParser`. Throws `JSONError`.
    package static func parse(_ bytes: [UInt8]) throws -> JSONDocument { try JSONParser().parse(bytes) }
    package static func parse(_ text: String) throws -> JSONDocument { try parse(Array(text.utf8)) }

    package var root: JSONView { JSONView(document: self, index: 1) }
}
