import Core
import JSON
import Testing

@testable import SearchFormat

/// Invented shards with something in every field.
enum Samples {
    static let terms = TermShard(
        number: 7,
        terms: [
            .init(text: Array("#lib:gguf".utf8), postings: Postings(documents: [0, 1, 300], classes: [0, 15, 7])),
            .init(text: Array("bert".utf8), postings: Postings(documents: [70_000], classes: [3])),
            .init(text: Array("berta".utf8), postings: Postings(documents: [5, 6], classes: [1, 1])),
            .init(text: Array("語".utf8), postings: Postings(documents: [4_000_000_000], classes: [9])),
        ])

    static let longList = LongListChunk(
        number: 2, term: "llama", postings: Postings(documents: [0, 3, 4, 90], classes: [2, 12, 12, 5]))

    static let words = WordTable(
        words: ["bert", "berta", "llama"].map { Array($0.utf8) }, popularity: [200, 3, 255])

    static var full: DocumentEntry {
        var entry = DocumentEntry(id: "Acme/Bert-7B-Größe")
        (entry.task, entry.library, entry.license, entry.architecture) = (0, 3, 200, 77)
        entry.languages = [0, 1, 130]
        (entry.downloads, entry.likes, entry.countedOn) = (1_234_567, 0, 19_915)
        entry.created = .day(19_060)
        (entry.parameters, entry.parametersFrom) = (7_241_732_096, .safetensors)
        (entry.formats, entry.weightBits, entry.gating) = (5, 16, .manual)
        (entry.kind, entry.marks) = (.merge, [.merge, .removed])
        (entry.vector, entry.copies) = (.init(cell: 4095, group: 0), 12)
        entry.observations = [
            .init(day: 19_000, downloads: nil, likes: 3), .init(day: 19_915, downloads: 1_234_567, likes: 0),
        ]
        return entry
    }

    static var round: DocumentEntry {
        var entry = DocumentEntry(id: "Bert-7B")
        (entry.parameters, entry.parametersFrom, entry.created) = (7_000_000_000, .name, .beforeRecord)
        return entry
    }

    static let documents = DocumentBlock(
        number: 12, first: 1536, details: ShardHash(bytes: [1, 2, 3, 255]), hasVectors: true,
        entries: [full, round, DocumentEntry(id: "o/empty")])

    static var detail: DetailEntry {
        var entry = DetailEntry()
        entry.bases = [.init(id: "a/b", relation: .finetune), .init(id: "ü", relation: .derived)]
        (entry.datasets, entry.papers, entry.tags) = (["squad", "o/d"], ["1810.04805"], ["moe", "日本"])
        (entry.licenseRaw, entry.downloadsAllTime, entry.storageBytes) = ("Apache 2", 9_000_000_000, 15 << 30)
        entry.rareLanguages = ["zyj", "zyn"]
        (entry.fileCount, entry.modifiedOn, entry.removedOn) = (0, 18_000, 20_000)
        return entry
    }

    static let details = DetailBlock(number: 0, first: 0, entries: [DetailEntry(), detail, DetailEntry(), detail])

    static var facets: FacetChunk {
        var chunk = FacetChunk(number: 1, first: 16_384)
        for entry in [full, round, DocumentEntry(id: "o/empty")] { chunk.append(entry) }
        return chunk
    }

    static let numbers = NumberColumn(number: 9, kind: .downloads, first: 16_384, values: [1_234_568, 0, 1, 300])

    static let order = OrderList(order: .large, documents: [69_999, 0, 300, 2])

    static let centroids = CentroidShard(
        dimensions: 8, cellsPerFile: 2, levels: [0.4528, 1.5104], meanScale: 0.01,
        mean: [1, -2, 3, 0, 127, -127, 0, 5],
        greatestScale: 0.5, scales: [255, 0, 17], groups: [2, 0, 300], hashes: hashes(2), signs: [0b1010_0101, 0, 255])

    static let cells = CellShard(
        number: 3, dimensions: 8,
        cells: [
            .init(
                groups: [[0, 1, 900], [5]], centroidScale: 0.25, centroid: [1, -1, 2, -2, 3, -3, 127, -127],
                greatestScale: 0.125, scales: [255, 3], codes: [0b1110_0100, 0, 255, 1]),
            .init(
                groups: [], centroidScale: 0, centroid: [Int8](repeating: 0, count: 8), greatestScale: 0, scales: [],
                codes: []),
        ])

    static var manifest: Manifest {
        var manifest = Manifest()
        (manifest.settings, manifest.modelCount, manifest.head) = ("9f2c", 70_000, 300)
        manifest.newestDay = .init(year: 2024, month: 7, day: 11)
        manifest.levels = [.init(level: 12, first: 0), .init(level: 3, first: 35)]
        manifest.documents = BlockLayout(
            count: 70_000, bands: [.init(first: 0, size: 16_384), .init(first: 65_536, size: 65_536)])
        manifest.documentHashes = hashes(5)
        manifest.details = BlockLayout(count: 70_000, size: 65_536)
        manifest.facets = BlockLayout(count: 70_000, size: 16_384)
        manifest.facetHashes = hashes(5)
        manifest.numbers = BlockLayout(
            count: 70_000, bands: [.init(first: 0, size: 16_384), .init(first: 65_536, size: 65_536)])
        (manifest.numberHashes, manifest.orderHashes) = (hashes(25), hashes(3))
        (manifest.termCount, manifest.postingCount) = (9, 40)
        (manifest.firstTerms, manifest.termHashes) = (["", "#z", "bert", "語"], hashes(4))
        manifest.longTerms = [
            .init(text: "gguf", df: 9, headCount: 0, chunks: 0..<1),
            .init(text: "llama", df: 50, headCount: 7, chunks: 1..<3),
        ]
        manifest.longHashes = hashes(3)
        manifest.impacts = (1...16).map { Double($0) / 16 }
        manifest.tables.tasks = table([("fill-mask", 9, "nlp")])
        manifest.tables.licenses = table([("MIT", 9, "permissive"), (nil, 2, "other")])
        manifest.tables.languages = table([("en", 9, nil), ("de", 9, nil)])
        manifest.counts.kind = [1, 2, 3, 4, 5, 6]
        (manifest.counts.merge, manifest.counts.withoutTask) = (3, 4)
        manifest.counts.weightBits = [.init(bits: 4, count: 1000)]
        manifest.synonyms = ["asr": ["#automatic-speech-recognition"]]
        manifest.weights.prior = 1.75
        manifest.map = ["root": "m0000.12345678"]
        return manifest
    }

    private static func hashes(_ count: Int) -> [ShardHash] {
        (0..<count).map { ShardHash(bytes: [UInt8($0), 0, 255, 7]) }
    }

    private static func table(_ rows: [(String?, Int, String?)]) -> CodeTable {
        var table = CodeTable()
        (table.names, table.counts, table.groups) = (rows.map(\.0), rows.map(\.1), rows.compactMap(\.2))
        return table
    }
}

/// A kind of shard: its bytes, and reading them back to bytes.
struct SampleShard: CustomTestStringConvertible, Sendable {
    var name: ShardName
    var contents: [UInt8]
    /// Throws `SearchFormatError` alone.
    var reread: @Sendable ([UInt8]) throws -> [UInt8]
    var testDescription: String { name.stem }

    static let all = [
        SampleShard(name: .init(.terms, 7), contents: Samples.terms.contents) {
            try TermShard(number: 7, contents: $0).contents
        },
        SampleShard(name: .init(.longList, 2), contents: Samples.longList.contents) {
            try LongListChunk(number: 2, contents: $0).contents
        },
        SampleShard(name: .init(.words), contents: Samples.words.contents) { try WordTable(contents: $0).contents },
        SampleShard(name: .init(.documents, 12), contents: Samples.documents.contents) {
            try DocumentBlock(number: 12, contents: $0).contents
        },
        SampleShard(name: .init(.details), contents: Samples.details.contents) {
            try DetailBlock(number: 0, contents: $0).contents
        },
        SampleShard(name: .init(.facets, 1), contents: Samples.facets.contents) {
            try FacetChunk(number: 1, contents: $0).contents
        },
        SampleShard(name: .init(.numbers, 9), contents: Samples.numbers.contents) {
            try NumberColumn(number: 9, contents: $0).contents
        },
        SampleShard(name: .init(.order, 2), contents: Samples.order.contents) {
            try OrderList(order: .large, modelCount: 70_000, contents: $0).contents
        },
        SampleShard(name: .init(.centroids), contents: Samples.centroids.contents) {
            try CentroidShard(contents: $0).contents
        },
        SampleShard(name: .init(.cell, 3), contents: Samples.cells.contents) {
            try CellShard(number: 3, contents: $0).contents
        },
        SampleShard(name: MapRoot.name, contents: Samples.mapRoot.contents) { try MapRoot(contents: $0).contents },
        SampleShard(name: .init(.map, 1), contents: Samples.mapTile.contents) {
            try MapTile(number: 1, contents: $0).contents
        },
        SampleShard(name: .init(.places), contents: Samples.placeChunk.contents) {
            try PlaceChunk(number: 0, contents: $0).contents
        },
        SampleShard(name: .init(.manifest), contents: Samples.manifest.contents) {
            try Manifest(contents: $0).contents
        },
    ]
}
