import Catalog
import Core
import Numerics
import TestSupport
import Testing

@testable import SearchIndex

/// A law: the index is a function of which models there are, not of the order in which they came.
@Suite struct OrderTests {
    /// Enough for several cells, blocks and near-copies; names, tags and counts that many share, so that ties abound.
    private static func world(_ count: Int, seed: UInt64) -> [ModelRow] {
        var random = SeededRandom(seed: seed)
        func one(_ words: String) -> String {
            words.split(separator: " ").randomElement(using: &random).map(String.init)!
        }
        return (0..<count).map { number in
            let name =
                "\(one("heron walrus marmot gecko otter"))-\(one("tiny small base large"))-\(one("chat code x y"))"
            var row = ModelRow(repoID: "\(one("meadow tinker owl kiln"))\(number / 3)/\(name)")
            row.owner = String(row.repoID.prefix { $0 != "/" })
            row.task = one("text-generation translation fill-mask none")
            if row.task == "none" { row.task = nil }
            row.modality = Modality(task: row.task)
            row.library = one("transformers diffusers none")
            row.languages = [one("de en pl cy fr")]
            row.formats = [one("gguf safetensors")]
            row.tags = [one("medical legal poems maps"), one("a b c")]
            (row.downloads, row.likes) = (Int(one("0 0 0 1 7 300 90000"))!, Int(one("0 0 0 2 50"))!)
            row.parameters = number % 3 == 0 ? nil : 100_000_000 * Int(one("1 2 7"))!
            row.parametersFrom = row.parameters == nil ? nil : .name
            row.createdAt = Instant("2024-05-\(one("10 11 12"))T10:00:00Z")
            row.observations = [Observation(day: Day("2024-07-11")!, downloads: row.downloads, likes: row.likes)]
            if number % 5 == 0 {
                row.bases = [BaseModel(repoID: "meadow0/\(one("heron walrus"))-base-x", relation: .finetune)]
            }
            return row
        }
    }

    @Test(arguments: [UInt64(1), 3])
    func theOrderOfModelsDoesNotMatter(seed: UInt64) throws {
        var unique: [String: ModelRow] = [:]
        for row in Self.world(900, seed: seed) { unique[row.repoID] = row }
        let rows = unique.values.sorted { $0.repoID < $1.repoID }
        #expect(rows.count > 800)
        try withTemporaryFolder { folder in
            try TinyHub.build(rows, in: "\(folder)/sorted")
            let first = try Folder(reading: "\(folder)/sorted")
            var random = SeededRandom(seed: seed)
            for turn in ["once", "twice"] {
                try TinyHub.build(rows.shuffled(using: &random), in: "\(folder)/\(turn)")
                let differences = try Folder(reading: "\(folder)/\(turn)").differences(from: first)
                #expect(differences.isEmpty, "\(seed), \(turn): \(differences.prefix(20))")
            }
        }
    }
}
