/// What went wrong, or was left out, in a sentence for the reader.
///
///     SearchNote(.missing, "t0003.1a2b3c4d.js: missing, …", about: "t0003")
package struct SearchNote: Equatable, Sendable {
    package enum Kind: String, Sendable { case missing, damaged, filters, query, partial }

    package var kind: Kind
    package var text: String
    /// The file, or the filter to loosen.
    package var about: String?

    package init(_ kind: Kind, _ text: String, about: String? = nil) {
        self.kind = kind
        self.text = text
        self.about = about
    }
}
