import Core
import JSON

/// What each stage was last made from and left behind: `stages.json`.
struct StageLedger: Equatable {
    struct Entry: Equatable {
        var inputs: Inputs
        /// The stamp of what the stage wrote.
        var output: String
        /// "5 pages": what the table of contents says.
        var note: String
    }

    var entries: [String: Entry] = [:]

    /// A ledger that is missing or damaged is an empty one: then every stage runs once more.
    init(reading path: String) {
        // Whatever is wrong with the file, the answer is the same.
        guard let bytes = try? Files.read(path), let json = try? JSONValue.parse(bytes), let members = json.object
        else { return }
        entries = members.compactMapValues(Entry.init)
    }

    func write(to path: String) throws {
        try Files.write(JSONValue.object(entries.mapValues(\.json)).bytes + [UInt8(ascii: "\n")], to: path)
    }
}

extension StageLedger.Entry {
    fileprivate init?(_ json: JSONValue) {
        guard let inputs = json["inputs"]?.object, let output = json["output"]?.string,
            let note = json["note"]?.string
        else { return nil }
        self.init(inputs: inputs.compactMapValues(\.string), output: output, note: note)
    }

    fileprivate var json: JSONValue {
        ["inputs": .object(inputs.mapValues { .string($0) }), "output": .string(output), "note": .string(note)]
    }
}
