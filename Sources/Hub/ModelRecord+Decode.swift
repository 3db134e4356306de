package import Core
package import JSON

extension ModelRecord {
    /// The record that a JSON object of the Hub holds, in the shape of the list, of a single answer, or of 2022.
    ///
    ///     {"id":"a/b","likes":7,"gated":"auto"}  → ModelRecord(id: "a/b", likes: 7, gated: .auto)
    ///     {"modelId":"gpt2","downloads":"many"}  → ModelRecord(id: "gpt2"), with a `field.type` diagnostic
    ///     {"likes":7}                            → nil, with a `record.noID` diagnostic
    ///
    /// Unknown keys are passed over. Source: the Hub's clients, which name every field and its types.
    package static func decode(_ view: JSONView, into diagnostics: inout [Diagnostic]) -> ModelRecord? {
        guard let id = RepoID.of(view) else {
            diagnostics.append(.noID(in: view))
            return nil
        }
        var record = ModelRecord(id: id)
        var reader = WireReader(subject: id)
        for (key, value) in view.members where !value.isNull {
            key.withString { record.take(String(decoding: $0, as: UTF8.self), value, &reader) }
        }
        diagnostics += reader.diagnostics
        return record
    }
}

extension Diagnostic {
    static func noID(in view: JSONView) -> Diagnostic {
        let id = view["id"] ?? view["modelId"]
        return Diagnostic(
            id?.kind == .string ? "record.badID" : "record.noID", at: "", id?.string ?? view.kind.rawValue)
    }
}

extension ModelRecord {
    private mutating func take(_ key: String, _ value: JSONView, _ reader: inout WireReader) {
        switch key {
        case "_id": hubID = reader.string(value, "_id")
        case "likes": likes = reader.count(value, "likes")
        case "downloads": downloads = reader.count(value, "downloads")
        case "tags": tags = reader.strings(value, "tags")
        case "pipeline_tag": pipelineTag = reader.string(value, "pipeline_tag")
        case "library_name": libraryName = reader.string(value, "library_name")
        case "createdAt": createdAt = reader.date(value, "createdAt")
        case "lastModified": lastModified = reader.date(value, "lastModified")
        case "gated": gated = reader.gated(value)
        case "downloadsAllTime": downloadsAllTime = reader.count(value, "downloadsAllTime")
        case "trendingScore": trendingScore = reader.number(value, "trendingScore")
        case "usedStorage": usedStorageBytes = reader.size(value, "usedStorage")
        case "cardData": card = Card(value, &reader)
        case "config": config = Config(value, &reader)
        case "safetensors": safetensors = TensorCounts(value, &reader)
        case "gguf": gguf = GGUFInfo(value, &reader)
        case "baseModels": takeBaseModels(value, &reader)
        case "siblings": (fileCount, fileEndings) = reader.files(value)
        default: break
        }
    }

    /// `{"relation":"finetune","models":[{"id":"a/b"}]}`, or a plain list of ids.
    private mutating func takeBaseModels(_ value: JSONView, _ reader: inout WireReader) {
        guard value.kind == .object else { return baseIDs = reader.strings(value, "baseModels") }
        baseRelation = value["relation"].flatMap { reader.string($0, "baseModels.relation") }
        guard let models = value["models"] else { return }
        for model in models.elements.prefix(WireReader.Limit.listItems) {
            if let id = (model["id"] ?? model).string { baseIDs.append(id) }
        }
    }
}

extension ModelRecord.Card {
    fileprivate init(_ view: JSONView, _ reader: inout WireReader) {
        self.init()
        for (key, value) in view.members where !value.isNull {
            switch key.string {
            case "license": licenses = reader.strings(value, "cardData.license")
            case "license_name": licenseName = reader.string(value, "cardData.license_name")
            case "language": languages = reader.strings(value, "cardData.language")
            case "datasets": datasets = reader.strings(value, "cardData.datasets")
            case "base_model": baseModels = reader.strings(value, "cardData.base_model")
            case "base_model_relation":
                baseModelRelation = reader.string(value, "cardData.base_model_relation")
            case "library_name": libraryName = reader.string(value, "cardData.library_name")
            case "pipeline_tag": pipelineTag = reader.string(value, "cardData.pipeline_tag")
            case "tags": tags = reader.strings(value, "cardData.tags")
            default: break
            }
        }
    }
}

extension ModelRecord.Config {
    fileprivate init(_ view: JSONView, _ reader: inout WireReader) {
        self.init()
        modelType = view["model_type"].flatMap { reader.string($0, "config.model_type") }
        architectures = view["architectures"].map { reader.strings($0, "config.architectures") } ?? []
        let quantization = view["quantization_config"]
        quantMethod = quantization?["quant_method"].flatMap { reader.string($0, "quant_method") }
        quantBits = quantization.flatMap(Self.bits)
        hasChatTemplate = view["tokenizer_config"]?["chat_template"].map { !$0.isNull } ?? false
        isAdapter = view["peft"] != nil
    }

    private static func bits(_ quantization: JSONView) -> Int? {
        if let bits = quantization["bits"]?.integer, (1...32).contains(bits) { return bits }
        if quantization["load_in_4bit"]?.bool == true { return 4 }
        return quantization["load_in_8bit"]?.bool == true ? 8 : nil
    }
}

extension ModelRecord.TensorCounts {
    fileprivate init(_ view: JSONView, _ reader: inout WireReader) {
        self.init(total: view["total"].flatMap { reader.size($0, "safetensors.total") })
        for (key, value) in view["parameters"]?.members ?? view.members where byType.count < 64 {
            if let type = key.string, type != "total", let count = reader.size(value, "safetensors.parameters") {
                byType[type] = count
            }
        }
    }
}

extension ModelRecord.GGUFInfo {
    fileprivate init(_ view: JSONView, _ reader: inout WireReader) {
        self.init()
        total = view["total"].flatMap { reader.size($0, "gguf.total") }
        architecture = view["architecture"].flatMap { reader.string($0, "gguf.architecture") }
        hasChatTemplate = view["chat_template"].map { !$0.isNull } ?? false
    }
}

extension WireReader {
    /// `false`, `"auto"`, `"manual"`; some lists say `true`.
    package mutating func gated(_ view: JSONView) -> ModelRecord.GatedState? {
        if let flag = view.bool { return flag ? .gated : .open }
        guard let text = string(view, "gated") else { return nil }
        guard let state = ModelRecord.GatedState(rawValue: text) else {
            note("gated.unknown", text)
            return nil
        }
        return state
    }

    /// `[{"rfilename":"model.safetensors"},{"rfilename":"README.md"}]` → 2, ["safetensors", "md"].
    fileprivate mutating func files(_ view: JSONView) -> (count: Int?, endings: Set<String>) {
        guard view.kind == .array else {
            note("field.type", "siblings: \(view.kind.rawValue) instead of a list")
            return (nil, [])
        }
        var count = 0
        var endings: Set<String> = []
        for file in view.elements {
            count += 1
            guard let name = file["rfilename"]?.string, let dot = name.lastIndex(of: ".") else { continue }
            if endings.count < 64 { endings.insert(name[name.index(after: dot)...].prefix(16).lowercased()) }
        }
        return (count, endings)
    }
}
