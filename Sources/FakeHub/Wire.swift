import Core
import JSON

/// A repo as the Hub sends it: `_id`, `id` and the wanted fields that it has.
///
///     wire(model, ["likes", "tags"]) → {"_id":"65f0…","id":"acme/m","likes":3,"tags":["en"]}
///
/// Overrides of hostile records stand in for the fields they name.
func wire(_ repo: FakeRepo, _ fields: [String], in world: World) -> JSONValue {
    var members: [String: JSONValue] = ["_id": .string(repo.oid), "id": .string(repo.id)]
    for field in fields { members[field] = value(field, of: repo, in: world) }
    for (field, value) in repo.overrides where field == "id" || fields.contains(field) { members[field] = value }
    return .object(members)
}

/// The true value of a field; nil where the repo has none.
private func value(_ field: String, of repo: FakeRepo, in world: World) -> JSONValue? {
    switch field {
    case "modelId": .string(repo.id)
    case "author": repo.owner.map { .string($0) }
    case "private", "disabled", "xetEnabled": false
    case "downloads": repo.downloads.map { .integer($0) }
    case "downloadsAllTime": repo.downloads.map { .integer($0 * (1 + repo.ageDays / 60)) }
    case "likes": .integer(repo.likes)
    case "trendingScore": .integer(repo.trendingScore)
    case "tags": strings(repo.tags)
    case "pipeline_tag": repo.task.map { .string($0) }
    case "library_name": repo.library.map { .string($0) }
    case "createdAt": wireDate(repo.createdAt)
    case "lastModified": wireDate(repo.lastModified)
    case "gated": repo.gated
    case "sdk": repo.sdk.map { .string($0) }
    case "sha": .string(repo.sha)
    case "siblings": repo.siblings
    case "spaces": repo.kind == .models ? strings(Array(repo.links.prefix(100))) : nil
    case "models": strings(repo.links)
    case "datasets": strings(repo.datasets)
    case "subdomain": .string(String(repo.id.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }))
    case "description": .string("Invented data about \(repo.name).")
    case "evalResults": repo.kind == .models ? world.statedResults(of: repo) : nil
    default: structure(field, of: repo, in: world)
    }
}

/// Fields that are objects.
private func structure(_ field: String, of repo: FakeRepo, in world: World) -> JSONValue? {
    switch field {
    case "cardData": repo.hasCard ? repo.card : nil
    case "config": repo.hasConfig ? repo.config : nil
    case "safetensors": repo.safetensors
    case "gguf": repo.gguf
    case "baseModels": baseModels(of: repo, in: world)
    case "childrenModelCount": childrenCount(of: repo, in: world)
    case "transformersInfo": repo.hasConfig ? ["auto_model": "AutoModel"] : nil
    case "usedStorage": repo.usedStorage.map { .integer($0) }
    case "runtime": repo.runtime
    default: nil
    }
}

private func baseModels(of repo: FakeRepo, in world: World) -> JSONValue? {
    guard let relation = repo.relation else { return nil }
    let models = repo.baseModels.map { id -> JSONValue in
        // A base model that is gone keeps its id; its Mongo id is then not known here.
        ["_id": .string(world.models.repo(id)?.oid ?? String(repeating: "0", count: 24)), "id": .string(id)]
    }
    return ["relation": .string(relation.rawValue), "models": .array(models)]
}

private func childrenCount(of repo: FakeRepo, in world: World) -> JSONValue {
    let counts = world.children[repo.id] ?? [:]
    return .object(
        Dictionary(uniqueKeysWithValues: FakeRepo.Relation.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) }))
}

private func strings(_ values: [String]) -> JSONValue { .array(values.map { .string($0) }) }

extension FakeRepo {
    fileprivate var ageDays: Int { max(0, World.today.seconds - createdAt.seconds) / 86_400 }

    fileprivate var sha: String {
        var chance = Chance(0, "sha", id)
        return chance.hex(40)
    }

    fileprivate var usedStorage: Int? {
        switch kind {
        case .models: return parameters.map { $0 * 2 + 4_000_000 }
        case .datasets:
            var chance = Chance(0, "storage", id)
            return 1000 + chance.below(1_000_000_000)
        case .spaces: return nil
        }
    }

    /// Half run; what sleeps or is broken runs on nothing, and a static Space never asked for hardware.
    fileprivate var runtime: JSONValue {
        var chance = Chance(0, "runtime", id)
        let stage = chance.pick([("RUNNING", 5.0), ("SLEEPING", 2), ("RUNTIME_ERROR", 2), ("BUILD_ERROR", 1)])
        let wanted = chance.pick([("cpu-basic", 8.0), ("zero-a10g", 1), ("t4-small", 1)])
        let hardware: JSONValue =
            sdk == "static"
            ? ["current": nil, "requested": nil]
            : ["current": stage == "RUNNING" ? .string(wanted) : nil, "requested": .string(wanted)]
        return [
            "stage": .string(stage), "hardware": hardware, "replicas": ["requested": "auto", "current": 1],
        ]
    }

    fileprivate var siblings: JSONValue {
        var names = [".gitattributes"]
        if hasCard { names.append("README.md") }
        if hasConfig { names += ["config.json", "tokenizer.json"] }
        for format in formats {
            switch format {
            case .safetensors, .packed: names.append("model.safetensors")
            case .gguf: names.append("\(name).Q4_K_M.gguf")
            case .pytorch: names.append("pytorch_model.bin")
            }
        }
        return .array(names.map { ["rfilename": .string($0)] })
    }

    fileprivate var card: JSONValue {
        var card: [String: JSONValue] = [:]
        card["license"] = license.map { .string($0) }
        if !languages.isEmpty { card["language"] = strings(languages) }
        if !datasets.isEmpty { card["datasets"] = strings(datasets) }
        if let base = baseModels.first {
            card["base_model"] = baseModels.count > 1 ? strings(baseModels) : .string(base)
        }
        card["pipeline_tag"] = task.map { .string($0) }
        card["library_name"] = library.map { .string($0) }
        card["sdk"] = sdk.map { .string($0) }
        if kind == .spaces, !links.isEmpty { card["models"] = strings(links) }
        return .object(card)
    }

    fileprivate var config: JSONValue? {
        guard let architecture else { return nil }
        var config: [String: JSONValue] = ["model_type": .string(architecture)]
        config["architectures"] = [
            .string("\(architecture.prefix(1).uppercased())\(architecture.dropFirst())ForCausalLM")
        ]
        if formats.contains(.packed) { config["quantization_config"] = ["quant_method": "awq", "bits": 4] }
        return .object(config)
    }

    /// Packed weights hide eight in a number, so their total understates the model.
    fileprivate var safetensors: JSONValue? {
        guard let parameters else { return nil }
        if formats.contains(.packed) {
            let packed = parameters / 8
            let plain = parameters / 50
            return [
                "parameters": ["I32": .integer(packed), "F16": .integer(plain)], "total": .integer(packed + plain),
            ]
        }
        guard formats.contains(.safetensors) else { return nil }
        return ["parameters": ["BF16": .integer(parameters)], "total": .integer(parameters)]
    }

    fileprivate var gguf: JSONValue? {
        guard formats.contains(.gguf), let parameters else { return nil }
        return [
            "total": .integer(parameters), "architecture": JSONValue(architecture ?? "llama"), "context_length": 32_768,
        ]
    }
}
