import Catalog
import Censuses
import Core

/// A small listing: three owners, a family, a model of before the record, one without a day, one without counters.
let listing: [ModelRow] = [
    model("old/bert", nil, likes: 40, downloads: 900, task: "fill-mask", library: "transformers") {
        $0.isBeforeRecord = true
        $0.license = "apache-2.0"
        $0.languages = ["en"]
        $0.architecture = "bert"
    },
    model("big/one-7B", "2023-07-14", likes: 100, downloads: 1000, task: "text-generation", library: "transformers") {
        $0.parameters = 7_000_000_000
        $0.parametersFrom = .name
        $0.formats = ["pytorch", "safetensors"]
        $0.languages = ["de", "en"]
    },
    model("big/one-13B", "2023-08-02", likes: 10, downloads: 0, task: "text-generation", library: "transformers") {
        $0.parameters = 13_000_000_000
        $0.parametersFrom = .safetensors
    },
    model("big/eye", "2023-08-30", likes: 0, downloads: 0, task: "image-classification", library: "timm") {
        $0.parameters = 86_000_000
        $0.parametersFrom = .safetensors
    },
    model("new/eye", "2024-02-29", likes: 0, downloads: nil, task: nil, library: nil),
    model("new/undated", nil, likes: nil, downloads: nil, task: nil, library: "timm"),
]

let source = SourceRow(
    key: "list-2024-03-01", title: "Hub model list", day: Day("2024-03-01")!, url: "https://example.org/list",
    license: "GPL-3.0", coverage: .whole, rows: 6, note: "All of it.")

func model(
    _ repoID: String, _ day: String?, likes: Int?, downloads: Int?, task: String?, library: String?,
    _ change: (inout ModelRow) -> Void = { _ in }
) -> ModelRow {
    var row = ModelRow(repoID: repoID)
    row.owner = String(repoID.prefix { $0 != "/" })
    row.createdAt = day.flatMap { Instant("\($0)T12:00:00Z") }
    row.likes = likes
    row.downloads = downloads
    row.task = task
    row.modality = Modality(task: task)
    row.library = library
    change(&row)
    return row
}

func census(of rows: [ModelRow]) -> Census {
    var counter = CensusCounter(kind: .models, source: source)
    for row in rows { counter.add(row) }
    return counter.census()
}
