import Core
package import Hardware
package import JSON
import SearchFormat

/// A result as `hubatlas search --json` writes it.
///
///     {"id": "openai/whisper-small", "name": "whisper-small", "score": 31.2, "similarity": null, "match": "all",
///      "reason": "name, popular", "downloads": 700000, …, "hardware": {"parameters": 241734912, …}}
///
/// What is unknown is null. Scores are for comparing results of one query.
package struct ResultWriter {
    private let engine: SearchEngine
    private let devices: [Device]

    package init(_ engine: SearchEngine, devices: [Device]) {
        self.engine = engine
        self.devices = devices
    }

    package func json(_ answer: SearchAnswer) -> [String: JSONValue] {
        [
            "total": .integer(answer.total), "results": .array(answer.hits.map(json)),
            "partial": .bool(answer.isPartial),
            "corrections": .array(
                answer.corrections.map {
                    ["from": .string($0.from), "to": .string($0.to), "also": .bool($0.isAlso)]
                }),
            "notes": .array(answer.notes.map(json)),
        ]
    }

    package func json(_ counts: FacetCounts) -> JSONValue {
        var facets: [String: JSONValue] = [:]
        for facet in FacetCounts.Facet.allCases {
            facets[facet.rawValue] = .array(
                (counts.counts[facet] ?? []).map { ["value": .string($0.value), "count": .integer($0.count)] })
        }
        return .object(facets)
    }

    package func json(_ note: SearchNote) -> JSONValue {
        ["kind": .string(note.kind.rawValue), "text": .string(note.text), "about": JSONValue(note.about)]
    }

    /// How much of the query: all words, some, or none ("related"); nil for what is similar to a model.
    private func match(_ hit: SearchHit) -> String? {
        if hit.similarity != nil { return nil }
        return hit.isFullMatch ? "all" : hit.isRelated ? "related" : "some"
    }

    package func json(_ hit: SearchHit) -> JSONValue {
        let (entry, tables) = (hit.entry, engine.manifest.tables)
        return [
            "id": .string(entry.id), "name": .string(hit.name), "owner": JSONValue(hit.owner),
            "score": .number((hit.score * 1e4).rounded() / 1e4), "similarity": JSONValue(hit.similarity),
            "match": JSONValue(match(hit)),
            "reason": .string(hit.reasons.map(\.rawValue).joined(separator: ", ")),
            "matched": .array(hit.matched.map { .string($0) }), "copies": .integer(hit.copies),
            "alike": JSONValue(hit.alike),
            "task": JSONValue(entry.task.flatMap { tables.tasks.name($0) }),
            "modality": JSONValue(entry.task.flatMap { tables.tasks.group($0) }),
            "library": JSONValue(entry.library.flatMap { tables.libraries.name($0) }),
            "license": JSONValue(entry.license.flatMap { tables.licenses.name($0) }),
            "languages": .array(entry.languages.compactMap { tables.languages.name($0) }.map { .string($0) }),
            "downloads": JSONValue(entry.downloads), "likes": JSONValue(entry.likes),
            "created": JSONValue(entry.createdOn), "kind": .string(entry.kind.word),
            "gated": entry.gating == .unknown ? .null : .bool(entry.gating != .open),
            "hardware": hardware(hit).json,
        ]
    }

    /// Memory, speed and scores of a result.
    package func hardware(_ hit: SearchHit) -> HardwareRecord {
        let (entry, tables) = (hit.entry, engine.manifest.tables)
        let facts = HardwareFacts(
            parameters: entry.parameters, bits: entry.weightBits,
            formats: tables.formats.names.indices.filter { entry.formats & 1 << $0 != 0 }
                .compactMap { tables.formats.name($0) },
            task: entry.task.flatMap { tables.tasks.name($0) },
            isAdapter: entry.kind == .adapter || tables.isPEFT(entry.library),
            isMixtureOfExperts: entry.marks.contains(.mixtureOfExperts), downloads: entry.downloads, likes: entry.likes,
            fileCount: engine.reader.details(hit.document)?.fileCount)
        return HardwareRecord(facts, devices: devices)
    }
}

extension SearchHit {
    /// What follows the slash.
    package var name: String { String(entry.id.split(separator: "/").last ?? "") }
    package var owner: String? { RecordTerms.owner(of: entry.id) }
}

extension DocumentEntry {
    /// ISO day; nil when unknown or before the record.
    package var createdOn: String? {
        if case .day(let day) = created { Day(number: day).description } else { nil }
    }
}

extension CodeTable {
    func group(_ code: Int) -> String? { groups.indices.contains(code) ? groups[code] : nil }
}
