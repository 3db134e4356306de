package import JSON

/// Records that a page's script fetches by name when they are asked for: more than a page could hold, each shown alone.
///
///     RecordShelf(id: "community", index: "…", records: [.init(key: "acme", json: "{…}"), .init(key: "qwen", json: "{…}")])
///
/// A site packs neighbors into files of a bounded size (`Site/RecordFiles.swift`), so that a reader fetches one of them.
package struct RecordShelf: Equatable, Sendable {
    package struct Record: Equatable, Sendable {
        /// Lower-case ASCII, so that every language orders keys alike.
        package var key: String
        package var json: String

        package init(key: String, json: String) {
            self.key = key
            self.json = json
        }
    }

    /// What its files are called.
    package var id: String
    /// JSON of what is known of all records at once: their names, to find one by.
    package var index: String
    /// In rising order of keys, no key twice.
    package var records: [Record]
    /// What the page's script draws of records, beside the page's own figures.
    package var kinds: [Chart.Kind]
    /// What the script needs beside a record, inline in the page: sums that it is compared with, the source.
    package var facts: JSONValue

    package init(id: String, index: String, records: [Record], kinds: [Chart.Kind] = [], facts: JSONValue = .null) {
        self.id = id
        self.index = index
        self.records = records
        self.kinds = kinds
        self.facts = facts
    }
}

extension RecordShelf {
    /// Records are texts here, so that thousands of them need no tree of values each.
    var json: JSONValue {
        [
            "id": .string(id), "index": .string(index), "kinds": .array(kinds.map { .string($0.rawValue) }),
            "facts": facts, "keys": .array(records.map { .string($0.key) }),
            "records": .array(records.map { .string($0.json) }),
        ]
    }

    init(_ place: Place) throws(Place.Mismatch) {
        let (keys, texts) = (try place["keys"].texts(), try place["records"].texts())
        guard keys.count == texts.count else {
            throw Place.Mismatch(text: "\(place.path).keys are not as many as records")
        }
        var kinds: [Chart.Kind] = []
        for item in try place["kinds"].items() { kinds.append(try item.choice(Chart.Kind.self)) }
        self.init(
            id: try place["id"].text(), index: try place["index"].text(),
            records: zip(keys, texts).map { Record(key: $0, json: $1) }, kinds: kinds,
            facts: place["facts"].value)
    }
}
