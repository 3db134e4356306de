import Catalog
import Core
import Foundation
import JSON
import SearchFormat
import TestSupport

@testable import SearchIndex

/// A dozen invented models with something in every field.
enum TinyHub {
    static var rows: [ModelRow] {
        [
            model("meadow/Bright-Llama-3-8B-Instruct", 900_000, 4_000, task: "text-generation", library: "transformers")
            {
                ($0.license, $0.licenseClass) = ("llama3", .community)
                ($0.parameters, $0.parametersFrom) = (8_030_261_248, .safetensors)
                ($0.languages, $0.formats, $0.architecture) = (["de", "en"], ["safetensors"], "llama")
                ($0.gated, $0.isConversational, $0.usedStorageBytes, $0.fileCount) = (.manual, true, 32_000_000_000, 17)
                $0.bases = [BaseModel(repoID: "meadow/Bright-Llama-3-8B", relation: .finetune)]
                $0.observations.insert(Observation(day: Day("2024-06-01")!, downloads: 7, likes: nil), at: 0)
            },
            model("meadow/Bright-Llama-3-8B", 500_000, 3_000, task: "text-generation", library: "transformers") {
                ($0.license, $0.licenseClass, $0.licenseRaw) = ("llama3", .community, "other: llama3")
                ($0.parameters, $0.parametersFrom, $0.architecture) = (8_000_000_000, .name, "llama")
            },
            model("tinker/bright-llama-3-8b-gguf", 40, 1, task: "text-generation", library: nil) {
                ($0.formats, $0.weightBits, $0.parameters) = (["gguf"], 4, 8_000_000_000)
                $0.parametersFrom = .gguf
                $0.bases = [BaseModel(repoID: "meadow/Bright-Llama-3-8B", relation: .quantized)]
            },
            model("owl/whisper-small-de", 1_200, 12, task: "automatic-speech-recognition", library: "transformers") {
                ($0.license, $0.licenseClass, $0.languages) = ("Apache-2.0", .permissive, ["de"])
                ($0.datasets, $0.papers, $0.tags) = (["common_voice"], ["2212.04356"], ["medical", "hört zu"])
            },
            model("owl/whisper-small-pl", 3, 0, task: "automatic-speech-recognition", library: "transformers") {
                ($0.license, $0.licenseClass, $0.languages) = ("Apache-2.0", .permissive, ["pl"])
            },
            model("kiln/kiln-sd-lora", 31, 0, task: "text-to-image", library: "diffusers") {
                ($0.license, $0.licenseClass) = ("openrail", .responsibleAI)
                $0.bases = [BaseModel(repoID: "kiln/base", relation: .adapter)]
            },
            model("bert-base-gray", 70_000, 800, task: "fill-mask", library: "transformers") {
                ($0.license, $0.licenseClass, $0.isBeforeRecord, $0.createdAt) = ("MIT", .permissive, true, nil)
            },
            model("a/merge-of-two", 0, 0, task: nil, library: nil) { $0.isMerge = true },
            model("a/merge-of-Two", 0, 0, task: nil, library: nil) { $0.removedOn = Day("2024-07-01") },
            model("b/語言-model", nil, nil, task: nil, library: nil) {
                ($0.licenseClass, $0.licenseRaw) = (.other, "my own terms")
            },
            model("c/x", 0, 0, task: "my-own-task", library: "mixlib") { $0.isMixtureOfExperts = true },
            model("d/plain", 1, 0, task: nil, library: nil) { _ in },
        ]
    }

    static func catalog(_ rows: [ModelRow] = rows) throws -> Catalog {
        let catalog = try Catalog(path: ":memory:")
        try catalog.transaction { for row in rows { try catalog.upsert(row) } }
        return catalog
    }

    static let synonyms: JSONValue = ["version": 1]

    /// Builds into the folder.
    @discardableResult
    static func build(_ rows: [ModelRow] = rows, in folder: String) throws -> IndexFolder {
        try SearchIndexStage.run(catalog: try catalog(rows), synonyms: synonyms, out: folder, log: .silent)
        return try IndexFolder(folder)
    }

    private static func model(
        _ id: String, _ downloads: Int?, _ likes: Int?, task: String?, library: String?,
        _ more: (inout ModelRow) -> Void
    ) -> ModelRow {
        var row = ModelRow(repoID: id)
        row.owner = id.contains("/") ? String(id.prefix { $0 != "/" }) : nil
        (row.downloads, row.likes, row.task, row.library) = (downloads, likes, task, library)
        row.modality = Modality(task: task)
        row.createdAt = Instant("2024-05-01T10:00:00Z")
        if downloads != nil {
            row.observations = [Observation(day: Day("2024-07-11")!, downloads: downloads, likes: likes)]
        }
        more(&row)
        return row
    }
}

/// Everything in an index, read back.
struct ReadIndex {
    let manifest: Manifest
    let words: WordTable
    var documents: [DocumentEntry] = []
    var details: [DetailEntry] = []
    var facets: [FacetChunk] = []
    var columns: [NumberColumn.Kind: [Int]] = [:]
    var orders: [OrderList.Order: [Int]] = [:]
    /// Term → postings, long terms put together.
    var terms: [String: Postings] = [:]
    /// In the order of files.
    var termTexts: [String] = []

    init(_ folder: IndexFolder) throws {
        manifest = try folder.manifest()
        words = try folder.words()
        try readDocuments(folder)
        for (number, hash) in manifest.termHashes.enumerated() {
            let shard = try TermShard(number: number, contents: try folder.contents(.init(.terms, number), hash))
            for term in shard.terms {
                let text = String(decoding: term.text, as: UTF8.self)
                termTexts.append(text)
                terms[text] = term.postings
            }
        }
        for term in manifest.longTerms {
            var all = Postings()
            for number in term.chunks {
                let name = ShardName(.longList, number)
                let chunk = try LongListChunk(
                    number: number, contents: try folder.contents(name, manifest.longHashes[number]))
                all.documents += chunk.postings.documents
                all.classes += chunk.postings.classes
            }
            terms[term.text] = all
        }
    }

    private mutating func readDocuments(_ folder: IndexFolder) throws {
        for (number, hash) in manifest.documentHashes.enumerated() {
            let block = try DocumentBlock(
                number: number, contents: try folder.contents(.init(.documents, number), hash))
            documents += block.entries
            let details = manifest.details.block(of: block.first)
            if manifest.details.range(of: details).lowerBound == block.first {
                self.details += try DetailBlock(
                    number: details, contents: try folder.contents(.init(.details, details), block.details)
                ).entries
            }
        }
        for (number, hash) in manifest.facetHashes.enumerated() {
            facets.append(try FacetChunk(number: number, contents: try folder.contents(.init(.facets, number), hash)))
        }
        for (number, hash) in manifest.numberHashes.enumerated() {
            let name = ShardName(.numbers, number)
            let column = try NumberColumn(number: number, contents: try folder.contents(name, hash))
            columns[column.kind, default: []] += column.values
        }
        for order in OrderList.Order.allCases {
            let (name, hash) = (ShardName(.order, order.rawValue), manifest.orderHashes[order.rawValue])
            orders[order] =
                try OrderList(
                    order: order, modelCount: manifest.modelCount, contents: try folder.contents(name, hash)
                ).documents
        }
    }

    /// The whole index as text, a line a thing.
    var text: String {
        var lines = documents.enumerated().map { "document \($0) \($1)" }
        lines += details.enumerated().map { "details \($0) \($1)" }
        lines += terms.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { term in
            let postings = zip(terms[term]!.documents, terms[term]!.classes).map { "\($0)/\($1)" }
            return "term \(term): \(postings.joined(separator: " "))"
        }
        lines += zip(words.words, words.popularity).map { "word \(String(decoding: $0, as: UTF8.self)) \($1)" }
        let manifest = String(decoding: self.manifest.contents, as: UTF8.self)
        // Hashes hang on the version of zlib, which differs between machines; weights are tuned elsewhere.
        lines.append(
            manifest.replacing(/"hashes":"[^"]*"/, with: "\"hashes\":…")
                // Of vectors, whose last bits are the processor's.
                .replacing(/"centroids":"[^"]*"/, with: "\"centroids\":…")
                .replacing(/"settings":"[^"]+"/, with: "\"settings\":…")
                .replacing(/"root":"[^"]*"/, with: "\"root\":…")
                .replacing(/"weights":{[^}]*}/, with: "\"weights\":…"))
        return lines.joined(separator: "\n") + "\n"
    }
}
