import Core
import Embedding
import JSON
import SearchFormat
import TestSupport
import Testing

@testable import SearchIndex

@Suite struct IndexSettingsTests {
    private func fingerprint(
        models: Int = 1000, head: Int = 70, synonyms: JSONValue = ["version": 1],
        weights: (inout Weights) -> Void = { _ in }, vectors: (inout VectorSettings) -> Void = { _ in }
    ) throws -> String {
        var (all, settings) = (Weights(), VectorSettings())
        weights(&all)
        vectors(&settings)
        return try IndexSettings.fingerprint(
            models: models, levels: [.init(level: 5, first: 0), .init(level: 1, first: head)], synonyms: synonyms,
            weights: all, vectors: settings)
    }

    @Test func theSameSettingsGiveTheSame() throws {
        let one = try fingerprint()
        #expect(one == (try fingerprint()))
        #expect(one.count == 16 && one.allSatisfy(\.isHexDigit))
        // As long as the sizes of files stay, a model more is no other setting.
        #expect(one == (try fingerprint(models: 1001)))
    }

    @Test func eachSettingChangesIt() throws {
        let all = [
            try fingerprint(), try fingerprint { $0.prior = 2.1 }, try fingerprint { $0.tailImpact = 0.3 },
            try fingerprint(vectors: { $0.codesPerQuery = 1500 }),
            try fingerprint(vectors: { $0.embedding.dimensions = 256 }),
            try fingerprint(vectors: { $0.embedding.weights.owner += 0.1 }), try fingerprint(vectors: { $0.seed = 1 }),
            try fingerprint(synonyms: ["version": 1, "tasks": ["translation": "translate"]]),
            try fingerprint(models: 760_000, head: 91_000),
        ]
        #expect(Set(all).count == all.count)
    }

    @Test func whatIsInTheEmbeddersFolderCountsAndNotWhereItLies() throws {
        try withTemporaryFolder { folder in
            var found: [String] = []
            for (name, text) in [("a", "one"), ("b", "one"), ("c", "two")] {
                let files = ["model.safetensors", "tokenizer.json", "config.json"].map {
                    ("\(name)/\($0)", Array(text.utf8))
                }
                try Folder(files: Dictionary(uniqueKeysWithValues: files)).write(to: folder)
                found.append(try fingerprint(vectors: { $0.embedder = .staticTokens(folder: "\(folder)/\(name)") }))
            }
            #expect(found[0] == found[1] && found[1] != found[2])
            #expect(throws: FileError.self) {
                try fingerprint(vectors: { $0.embedder = .staticTokens(folder: "\(folder)/nowhere") })
            }
        }
    }

    @Test func theManifestHasIt() throws {
        try withTemporaryFolder { folder in
            let manifest = try TinyHub.build(in: folder).manifest()
            let expected = try IndexSettings.fingerprint(
                models: manifest.modelCount, levels: manifest.levels, synonyms: TinyHub.synonyms)
            #expect(manifest.settings == expected)
        }
    }
}
