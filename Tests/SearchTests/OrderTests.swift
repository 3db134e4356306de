import Core
import JSON
import SearchFormat
import TestSupport
import Testing

@testable import Search

/// An order that stops where nothing better can come is that of a full sort. The index is written here, with chunks of 64.
@Suite struct OrderTests {
    private static let entries: [DocumentEntry] = {
        var random = Random(seed: 7)
        let entries = (0..<3000).map { i in
            var entry = DocumentEntry(id: "owner/model-\(i)")
            entry.downloads = random.next(5) == 0 ? nil : random.next(3) == 0 ? random.next(200_000) : random.next(30)
            entry.likes = random.next(4) == 0 ? nil : random.next(random.next(2) == 0 ? 900 : 3)
            entry.created = random.next(6) == 0 ? .unknown : .day(19_100 + random.next(700))
            entry.parameters = random.next(3) == 0 ? nil : random.next(900) * 1_000_000
            entry.task = random.next(3)
            return entry
        }
        return entries.sorted { (level($0), $1.id) > (level($1), $0.id) }
    }()

    private static func level(_ entry: DocumentEntry) -> Int {
        let use = Scoring.use(downloads: entry.downloads, likes: entry.likes)
        return (0..<Manifest.Level.count).last { Manifest.Level.least($0) <= 1 + use }!
    }

    private static func write(in folder: String, orderLength: Int) throws {
        let writer = try IndexWriter(folder: folder)
        let count = entries.count
        var manifest = Manifest()
        (manifest.modelCount, manifest.impacts) = (count, (1...16).map { Double($0) / 16 })
        manifest.synonyms = try JSONValue.parse(Files.read(Repository.path("assets/search/synonyms.json")))
        for (document, entry) in entries.enumerated() where manifest.levels.last?.level != level(entry) {
            manifest.levels.append(.init(level: level(entry), first: document))
        }
        for task in ["a", "b", "c"] {
            manifest.tables.tasks.names.append(task)
            manifest.tables.tasks.counts.append(1000)
            manifest.tables.tasks.groups.append("nlp")
        }
        let layout = BlockLayout(count: count, size: 64)
        (manifest.documents, manifest.details, manifest.facets) = (layout, layout, layout)
        manifest.numbers = BlockLayout(count: count, bands: [.init(first: 0, size: 64), .init(first: 256, size: 256)])
        manifest.documentHashes = try writer.write(.documents, count: layout.blockCount) { number in
            let range = layout.range(of: number)
            return DocumentBlock(
                number: number, first: range.lowerBound, details: ShardHash(bytes: [0, 0, 0, 0]), hasVectors: false,
                entries: Array(entries[range])
            ).written
        }
        manifest.facetHashes = try writer.write(.facets, count: layout.blockCount) { number in
            let range = layout.range(of: number)
            var chunk = FacetChunk(number: number, first: range.lowerBound)
            for entry in entries[range] { chunk.append(entry) }
            return chunk.written
        }
        let numbers = manifest.numbers
        manifest.numberHashes = try writer.write(
            .numbers, count: NumberColumn.Kind.allCases.count * numbers.blockCount
        ) { number in
            let kind = NumberColumn.Kind.allCases[number / numbers.blockCount]
            let range = numbers.range(of: number % numbers.blockCount)
            let values = entries[range].map { value(kind, of: $0) }
            return NumberColumn(number: number, kind: kind, first: range.lowerBound, values: values).written
        }
        manifest.orderHashes = try writer.write(.order, count: 3) { number in
            let order = OrderList.Order.allCases[number]
            let documents = sorted { order.key(of: value(order.column, of: $0)) ?? .max }
            return OrderList(order: order, documents: Array(documents.prefix(orderLength))).written
        }
        _ = try writer.finish(manifest: manifest, words: WordTable(words: [], popularity: []))
    }

    private static func value(_ kind: NumberColumn.Kind, of entry: DocumentEntry) -> Int {
        switch kind {
        case .architecture: 0
        case .parameters: RoundedNumber.code(entry.parameters)
        case .downloads: 1 + (entry.downloads ?? -1)
        case .likes: 1 + (entry.likes ?? -1)
        case .created: entry.created.code
        }
    }

    private static func sorted(_ key: (DocumentEntry) -> Int) -> [Int] {
        let keys = entries.map(key)
        return entries.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }

    /// With lists that are long enough for every page, and with some that are not.
    @Test(arguments: [1000, 40]) func isThatOfAFullSort(orderLength: Int) throws {
        try withTemporaryFolder { folder in
            try Self.write(in: folder, orderLength: orderLength)
            let engine = try SearchEngine(folder: folder)
            let keys: [SearchRequest.Sort: (DocumentEntry) -> Int] = [
                .downloads: { $0.downloads.map { -$0 } ?? .max }, .likes: { $0.likes.map { -$0 } ?? .max },
                .new: { $0.created.day.map { -$0 } ?? .max },
                .small: { $0.parameters.map { RoundedNumber.code($0) } ?? .max },
                .large: { $0.parameters.map { -RoundedNumber.code($0) } ?? .max },
            ]
            for (sort, key) in keys {
                var request = SearchRequest(query: "", top: 100)
                request.sort = sort
                let all = Self.sorted(key)
                let answer = engine.search(request)
                #expect(answer.hits.map(\.document) == Array(all.prefix(100)), "\(sort)")
                #expect(answer.total == all.count)
                request.filters.task = ["b"]
                let some = all.filter { Self.entries[$0].task == 1 }
                let filtered = engine.search(request)
                #expect(filtered.hits.map(\.document) == Array(some.prefix(100)), "\(sort), filtered")
                #expect(filtered.total == some.count)
                request.offset = 150
                #expect(engine.search(request).hits.map(\.document) == Array(some[150..<250]), "\(sort), second page")
            }
        }
    }

    @Test func readsNoMoreThanItNeeds() throws {
        try withTemporaryFolder { folder in
            try Self.write(in: folder, orderLength: 1000)
            func files(_ sort: SearchRequest.Sort, top: Int = 20) throws -> Int {
                var request = SearchRequest(query: "", top: top)
                request.sort = sort
                return try SearchEngine(folder: folder).search(request, counts: false).cost.files
            }
            // One list and the documents' own blocks, or a part of the 15 files of a column.
            for sort in [SearchRequest.Sort.new, .small, .large] { #expect(try files(sort) <= 21) }
            #expect(try files(.downloads, top: 1) < 15)
        }
    }
}

/// The same numbers every time.
private struct Random {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Below a limit.
    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }
}
