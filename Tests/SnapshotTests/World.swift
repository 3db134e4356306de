import Catalog
import Censuses
import Core
import Snapshot

/// A model with something in every field that a snapshot keeps.
let full: ModelRow = {
    var row = ModelRow(repoID: "acme/owl-7B-chat")
    row.owner = "acme"
    row.createdAt = Instant("2023-05-06T07:08:09Z")
    row.lastModified = Instant("2024-01-01T00:00:00Z")
    row.task = "text-generation"
    row.modality = .nlp
    row.library = "transformers"
    row.license = "Apache-2.0"
    row.licenseClass = .permissive
    row.languages = ["de", "en"]
    row.papers = ["2305.00001"]
    row.datasets = ["acme/texts"]
    row.bases = [
        BaseModel(repoID: "acme/owl-7B", relation: .finetune), BaseModel(repoID: "gone/elsewhere", relation: .merge),
    ]
    row.parameters = 7_241_732_096
    row.parametersFrom = .safetensors
    row.formats = ["gguf", "safetensors"]
    row.weightBits = 4
    row.architecture = "llama"
    row.gated = .manual
    row.isConversational = true
    row.isMerge = true
    row.isMixtureOfExperts = true
    row.downloadsAllTime = 1 << 40
    row.usedStorageBytes = 14_000_000_000
    row.removedOn = Day("2026-01-31")
    row.observations = [
        Observation(day: Day("2022-02-15")!, downloads: nil, likes: nil),
        Observation(day: Day("2024-07-11")!, downloads: 12, likes: 3),
        Observation(day: Day("2025-03-11")!, downloads: nil, likes: 5),
        Observation(day: Day("2026-08-22")!, downloads: 0, likes: nil),
    ]
    row.downloads = 0
    row.likes = 5
    return row
}()

func plain(_ repoID: String, _ change: (inout ModelRow) -> Void = { _ in }) -> ModelRow {
    var row = ModelRow(repoID: repoID)
    row.owner = repoID.firstIndex(of: "/").map { String(repoID[..<$0]) }
    change(&row)
    return row
}

/// Sorted as a snapshot has them: hostile names, no owner, nothing known, a base of before the record.
let world: [ModelRow] = [
    plain("acme/owl-7B") {
        $0.isBeforeRecord = true
        $0.observations = [Observation(day: Day("2024-07-11")!, downloads: .max - 1, likes: 0)]
        $0.downloads = .max - 1
        $0.likes = 0
    },
    full,
    plain("gpt2"),
    plain("z/<script>alert(1)</script>") { $0.bases = [BaseModel(repoID: "gpt2", relation: .unknown)] },
    plain("z/\u{1F989}\u{0}\n") { $0.createdAt = Instant(seconds: -86_401) },
]

func listOf(_ day: String, key: String? = nil) -> SourceRow {
    SourceRow(
        key: key ?? "list-\(day)", title: "Hub model list", day: Day(day)!, license: "MIT", coverage: .whole, rows: 2,
        note: "A note.")
}

func contents(_ models: [ModelRow] = world) -> SnapshotContents {
    var census = CensusCounter(kind: .models, source: listOf("2024-07-11"))
    for row in models { census.add(row) }
    return SnapshotContents(
        models: models, sources: [listOf("2024-07-11"), listOf("2025-03-11")], censuses: [census.census()],
        selection: [.init(rule: "all", matched: models.count, added: models.count)],
        diagnostics: [.init(source: "list-2024-07-11", identifier: "license.unknown", count: 355_152)]
    ).normalized
}
