package import Core
import SQLite

/// Diagnostics of one identifier that cleaning one source met.
package struct DiagnosticRow: Equatable, Sendable {
    package var source: String
    package var identifier: String
    package var count: Int
    package var examples: [Diagnostic]
}

extension Catalog {
    /// Notes a list that rows were read from; the same key again replaces what it said.
    package func add(_ source: SourceRow) throws {
        try inCatalogWords {
            try statement("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)").run(
                source.key, source.title, source.day.number, source.url, source.license, source.coverage.rawValue,
                source.rows, source.note, source.subject.rawValue)
        }
    }

    /// Oldest first.
    package func sources() throws -> [SourceRow] {
        try inCatalogWords {
            let columns = "key, title, day, url, license, coverage, row_count, note, subject"
            return try statement("SELECT \(columns) FROM sources ORDER BY day, key").all {
                SourceRow(
                    key: try $0.neededString(0), title: try $0.neededString(1), day: Day(number: try $0.neededInt(2)),
                    url: $0.string(3),
                    license: $0.string(4), coverage: try known($0.neededString(5)),
                    about: try known($0.neededString(8)), rows: try $0.neededInt(6),
                    note: try $0.neededString(7))
            }
        }
    }

    /// Keeps what cleaning a source met, in place of what it met the last time.
    package func setDiagnostics(_ counts: DiagnosticCounts, of source: String) throws {
        try transaction {
            try statement("DELETE FROM diagnostics WHERE source = ?").run(source)
            try statement("DELETE FROM diagnostic_examples WHERE source = ?").run(source)
            for (identifier, entry) in counts.byIdentifier.sorted(by: { $0.key < $1.key }) {
                try statement("INSERT INTO diagnostics VALUES (?, ?, ?)").run(source, identifier, entry.count)
                for (i, example) in entry.examples.enumerated() {
                    try statement("INSERT INTO diagnostic_examples VALUES (?, ?, ?, ?, ?)")
                        .run(source, identifier, i, example.subject, example.detail)
                }
            }
        }
    }

    /// By source and identifier.
    package func diagnostics() throws -> [DiagnosticRow] {
        try inCatalogWords {
            var rows = try statement("SELECT source, identifier, count FROM diagnostics ORDER BY 1, 2").all {
                DiagnosticRow(
                    source: try $0.neededString(0), identifier: try $0.neededString(1), count: try $0.neededInt(2),
                    examples: [])
            }
            for i in rows.indices { rows[i].examples = try examples(of: rows[i]) }
            return rows
        }
    }

    /// Censuses in their own JSON, by id.
    package func censusDocuments() throws -> [(id: String, json: [UInt8])] {
        try inCatalogWords {
            try statement("SELECT id, json FROM census_documents ORDER BY id").all {
                (try $0.neededString(0), $0.withText(1) { Array($0) } ?? [])
            }
        }
    }

    /// Keeps a census in its own JSON, in place of the one with its id.
    package func setCensusDocument(id: String, json: [UInt8]) throws {
        try inCatalogWords {
            try statement("INSERT OR REPLACE INTO census_documents VALUES (?, ?)")
                .run(id, String(decoding: json, as: UTF8.self))
        }
    }

    private func examples(of row: DiagnosticRow) throws -> [Diagnostic] {
        let read = try statement(
            "SELECT subject, detail FROM diagnostic_examples WHERE source = ? AND identifier = ? ORDER BY position")
        try read.bind(1, row.source)
        try read.bind(2, row.identifier)
        return try read.all { Diagnostic(row.identifier, at: try $0.neededString(0), try $0.neededString(1)) }
    }
}
