import CSV
import Core
import JSON
import Sources

extension Leaderboard: FileSource {
    /// Tables of CSV in any generation's columns, and the JSON of the leaderboard's own service.
    package func format(ofFile name: String, beginning: [UInt8]) throws -> String {
        do {
            return try knownFormat(name, beginning)
        } catch let error as SourceError {
            guard case .changed(let what) = error.reason else { throw error }
            throw SourceError(.notTaken(what), at: self.name)
        }
    }

    private func knownFormat(_ name: String, _ beginning: [UInt8]) throws -> String {
        let first = beginning.drop { $0 <= 0x20 }.first
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
            _ = try TableSchema(try header(of: beginning, name: name), at: name)
            return Format.csv
        }
        let parser = JSONParser()
        let records = FlatRecords(
            JSONSalvage.elements(of: beginning).compactMap { bytes in
                // The last one is cut in the middle.
                (try? parser.parse(bytes))?.root
            })
        _ = try TableSchema(records.columns, at: name)
        return Format.json
    }

    private func header(of beginning: [UInt8], name: String) throws -> [String] {
        let reader = CSVReader(named: name)
        do {
            try reader.push(beginning[...]) { _ in }
            try reader.finish { _ in }
        } catch let error as CSVError {
            throw SourceError(.changed(error.description), at: self.name)
        }
        return reader.header?.names ?? []
    }
}
