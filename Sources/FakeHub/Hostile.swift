import JSON

/// Turns a few records into what a careless reader breaks on: script in names, wrong types, missing keys, huge lists.
///
/// Every kind comes about equally often, in an order that the seed decides; ids stay unique.
func makeHostile(_ models: inout [FakeRepo], share: Double, seed: UInt64) {
    var chance = Chance(seed, "hostile")
    let count = min(models.count, Int((Double(models.count) * share).rounded()))
    let victims = models.indices.shuffled(using: &chance).prefix(count)
    for (n, i) in victims.enumerated() { hostilities[n % hostilities.count](&models[i], n) }
}

private let probe = #""><svg onload=alert(1)>"#

/// One entry a way to be hostile. The number makes names unique.
private let hostilities: [@Sendable (inout FakeRepo, Int) -> Void] = [
    { model, _ in
        model.tags += ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "</script>"]
        model.overrides["tags"] = .array(model.tags.map { .string($0) })
    },
    { model, n in rename(&model, "probe-\(n)/\(probe)") },
    { model, n in rename(&model, "canonical-\(n)") },
    { model, _ in model.overrides["id"] = .some(nil) },
    { model, _ in model.overrides["downloads"] = "1,234" },
    { model, _ in model.overrides["downloads"] = .number(1e30) },
    { model, _ in
        model.overrides["downloads"] = .some(nil); model.downloads = nil
    },
    { model, _ in model.overrides["likes"] = -1 },
    { model, _ in model.overrides["likes"] = .some(.null) },
    { model, _ in model.overrides["tags"] = "text-generation" },
    { model, _ in model.overrides["tags"] = [nil, 7, "en", ["nested"]] },
    { model, _ in model.overrides["tags"] = .array((0..<2000).map { .string("tag-\($0)") }) },
    { model, _ in model.overrides["createdAt"] = "yesterday" },
    { model, _ in model.overrides["createdAt"] = "2999-13-45T99:99:99.000Z" },
    { model, _ in model.overrides["createdAt"] = 1_700_000_000 },
    { model, _ in model.overrides["pipeline_tag"] = 3 },
    { model, _ in model.overrides["pipeline_tag"] = "telepathy" },
    { model, _ in model.overrides["library_name"] = ["transformers", "peft"] },
    { model, _ in model.overrides["gated"] = "perhaps" },
    { model, _ in model.overrides["cardData"] = ["a list"] },
    { model, _ in model.overrides["cardData"] = 42 },
    { model, _ in model.overrides["cardData"] = .some(.null) },
    { model, _ in model.overrides["cardData"] = ["license": ["mit", 7], "base_model": 12, "language": nil] },
    { model, _ in model.overrides["cardData"] = ["base_model": nil, "license": .string(probe)] },
    { model, _ in model.overrides["safetensors"] = ["total": "7B", "parameters": []] },
    { model, _ in model.overrides["safetensors"] = ["total": -5, "parameters": ["F32": -5]] },
    { model, _ in model.overrides["config"] = "config.json" },
    { model, _ in model.overrides["baseModels"] = ["a/b", 3, nil] },
    { model, _ in model.overrides["author"] = ["name": "somebody"] },
    { model, n in rename(&model, "rtl-\(n)/\u{202E}evil\u{0007}\u{1F600}") },
    { model, n in rename(&model, "long-\(n)/\(String(repeating: "a", count: 300))") },
    { model, _ in model.overrides["private"] = "no" },
]

private func rename(_ model: inout FakeRepo, _ id: String) {
    model.id = id
    // The id itself is the hostile part; an override of the same text marks the record as such.
    model.overrides["modelId"] = .string(id)
}

/// The same for datasets and Spaces: wrong types under names that stay as they are.
func makeFieldsHostile(_ repos: inout [FakeRepo], share: Double, seed: UInt64) {
    guard let kind = repos.first?.kind else { return }
    var chance = Chance(seed, "hostile", kind.rawValue)
    let count = min(repos.count, Int((Double(repos.count) * share).rounded()))
    let ways = fieldHostilities.filter { Fields.expandable(kind).contains($0.field) }
    for (n, i) in repos.indices.shuffled(using: &chance).prefix(count).enumerated() {
        repos[i].overrides[ways[n % ways.count].field] = ways[n % ways.count].value
    }
}

private let fieldHostilities: [(field: String, value: JSONValue)] = [
    ("tags", [nil, 7, .string(probe)]), ("likes", -1), ("downloads", "1,234"), ("models", "no-list/at-all"),
    ("models", ["a/b", 3, nil, .string(probe), ["c/d"]]), ("datasets", 5), ("runtime", "RUNNING"),
    ("runtime", ["stage": 3, "hardware": "t4"]), ("sdk", .string(probe)), ("createdAt", "yesterday"),
    ("usedStorage", .number(1e30)), ("gated", ["auto"]),
]
