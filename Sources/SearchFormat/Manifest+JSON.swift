import Core
import Foundation
import JSON

extension Manifest {
    private static let format = "HubAtlas search"

    package var contents: [UInt8] { json.bytes }

    /// Throws `SearchFormatError`.
    package init(contents: [UInt8]) throws(SearchFormatError) {
        let json: JSONValue
        do { json = try JSONValue.parse(contents) } catch {
            throw SearchFormatError(.damaged("\(error)"), at: ShardName(.manifest).stem)
        }
        try self.init(ManifestReader(json: json))
    }

    private var json: JSONValue {
        [
            "format": .string(Self.format), "version": .integer(SearchFormat.version), "settings": .string(settings),
            "models": .integer(modelCount), "head": .integer(head), "newestDay": JSONValue(newestDay?.description),
            "levels": .array(levels.map { [.integer($0.level), .integer($0.first)] }),
            "documents": ["blocks": documents.json, "hashes": documentHashes.json],
            "details": ["blocks": details.json],
            "facets": ["blocks": facets.json, "hashes": facetHashes.json],
            "numbers": ["blocks": numbers.json, "hashes": numberHashes.json],
            "orders": ["hashes": orderHashes.json],
            "terms": [
                "count": .integer(termCount), "postings": .integer(postingCount),
                "firsts": .array(firstTerms.map { .string($0) }), "hashes": termHashes.json,
            ],
            "long": ["terms": .array(longTerms.map(\.json)), "hashes": longHashes.json],
            "impacts": .array(impacts.map { .number($0) }), "tables": tables.json, "counts": counts.json,
            "synonyms": synonyms, "weights": weights.json, "vectors": vectors, "map": map,
        ]
    }

    private init(_ read: ManifestReader) throws(SearchFormatError) {
        guard read.json["format"]?.string == Self.format else { throw read.damage("it is no manifest of HubAtlas") }
        let version = try read.number("version")
        guard version == SearchFormat.version else {
            throw SearchFormatError(.unknownVersion(version), at: ShardName(.manifest).stem)
        }
        settings = read.json["settings"]?.string ?? ""
        modelCount = try read.number("models")
        head = try read.number("head")
        newestDay = read.json["newestDay"]?.string.flatMap { Day($0) }
        levels = try read.levels()
        documents = try read.blocks("documents", count: modelCount)
        details = try read.blocks("details", count: modelCount)
        facets = try read.blocks("facets", count: modelCount)
        documentHashes = try read.hashes("documents", count: documents.blockCount)
        facetHashes = try read.hashes("facets", count: facets.blockCount)
        numbers = try read.blocks("numbers", count: modelCount)
        numberHashes = try read.hashes("numbers", count: NumberColumn.Kind.allCases.count * numbers.blockCount)
        orderHashes = try read.hashes("orders", count: OrderList.Order.allCases.count)
        termCount = try read.number("terms", "count")
        postingCount = try read.number("terms", "postings")
        firstTerms = try read.firstTerms()
        termHashes = try read.hashes("terms", count: firstTerms.count)
        longTerms = try read.longTerms()
        longHashes = try read.hashes("long", count: longTerms.last?.chunks.upperBound ?? 0)
        impacts = try read.impacts()
        tables = try read.need(Tables(read.json["tables"]), "tables")
        counts = try read.need(CollectionCounts(read.json["counts"]), "counts")
        weights = try read.need(Weights(read.json["weights"]), "weights")
        synonyms = read.json["synonyms"] ?? .null
        vectors = read.json["vectors"] ?? .null
        map = read.json["map"] ?? .null
    }
}

/// Takes a manifest's members out of its JSON, or says which is not as it must be.
private struct ManifestReader {
    let json: JSONValue

    func damage(_ what: String) -> SearchFormatError {
        SearchFormatError(.damaged(what), at: ShardName(.manifest).stem)
    }

    func need<Value>(_ value: Value?, _ name: String) throws(SearchFormatError) -> Value {
        guard let value else { throw damage("member \"\(name)\"") }
        return value
    }

    func number(_ names: String...) throws(SearchFormatError) -> Int {
        let value = names.reduce(json as JSONValue?) { $0?[$1] }?.integer
        return try need(value.flatMap { (0..<1 << 40).contains($0) ? $0 : nil }, names.joined(separator: "."))
    }

    func levels() throws(SearchFormatError) -> [Manifest.Level] {
        var levels: [Manifest.Level] = []
        for row in try need(json["levels"]?.array, "levels") {
            guard let row = row.array, row.count == 2, let level = row[0].integer, let first = row[1].integer,
                (0..<Manifest.Level.count).contains(level)
            else {
                throw damage("member \"levels\"")
            }
            levels.append(.init(level: level, first: first))
        }
        let isOrdered = zip(levels, levels.dropFirst()).allSatisfy { $0.level > $1.level && $0.first < $1.first }
        guard isOrdered, levels.isEmpty || levels[0].first == 0 else { throw damage("levels out of order") }
        return levels
    }

    func blocks(_ name: String, count: Int) throws(SearchFormatError) -> BlockLayout {
        try need(BlockLayout(json[name]?["blocks"], count: count), "\(name).blocks")
    }

    func hashes(_ name: String, count: Int) throws(SearchFormatError) -> [ShardHash] {
        let text = try need(json[name]?["hashes"]?.string, "\(name).hashes")
        guard let bytes = Data(base64Encoded: text).map(Array.init), bytes.count == 4 * count else {
            throw damage("\(name): not the hashes of \(count) files")
        }
        return (0..<count).map { ShardHash(bytes: bytes[4 * $0..<4 * $0 + 4]) }
    }

    func firstTerms() throws(SearchFormatError) -> [String] {
        let texts = try need(json["terms"]?["firsts"]?.array, "terms.firsts").compactMap(\.string)
        let isOrdered = zip(texts, texts.dropFirst()).allSatisfy { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard isOrdered else { throw damage("first terms out of order") }
        return texts
    }

    func longTerms() throws(SearchFormatError) -> [LongTerm] {
        var terms: [LongTerm] = []
        for row in try need(json["long"]?["terms"]?.array, "long.terms") {
            terms.append(try need(LongTerm(row, firstChunk: terms.last?.chunks.upperBound ?? 0), "long.terms"))
        }
        return terms
    }

    func impacts() throws(SearchFormatError) -> [Double] {
        let values = json["impacts"]?.array?.compactMap(\.number) ?? []
        guard values.count == 16 else { throw damage("\(values.count) impacts instead of 16") }
        return values
    }
}

extension [ShardHash] {
    fileprivate var json: JSONValue { .string(Data(flatMap(\.bytes)).base64EncodedString()) }
}

extension Manifest.Tables {
    fileprivate var json: JSONValue {
        [
            "tasks": tasks.json, "libraries": libraries.json, "licenses": licenses.json, "languages": languages.json,
            "formats": formats.json, "architectures": architectures.json,
        ]
    }

    fileprivate init?(_ json: JSONValue?) {
        guard let tasks = CodeTable(json?["tasks"], hasGroups: true),
            let libraries = CodeTable(json?["libraries"], hasGroups: false),
            let licenses = CodeTable(json?["licenses"], hasGroups: true),
            let languages = CodeTable(json?["languages"], hasGroups: false),
            let formats = CodeTable(json?["formats"], hasGroups: false), formats.count <= 50,
            let architectures = CodeTable(json?["architectures"], hasGroups: false)
        else { return nil }
        (self.tasks, self.libraries, self.licenses) = (tasks, libraries, licenses)
        (self.languages, self.formats, self.architectures) = (languages, formats, architectures)
    }
}
