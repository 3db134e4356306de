package import Core
package import JSON

extension DatasetRecord {
    /// The record that a JSON object of the Hub holds; nil with a diagnostic when it has no id.
    package static func decode(_ view: JSONView, into diagnostics: inout [Diagnostic]) -> DatasetRecord? {
        guard let id = RepoID.of(view) else {
            diagnostics.append(.noID(in: view))
            return nil
        }
        var record = DatasetRecord(id: id)
        var reader = WireReader(subject: id)
        for (key, value) in view.members where !value.isNull {
            switch key.string {
            case "_id": record.hubID = reader.string(value, "_id")
            case "createdAt": record.createdAt = reader.date(value, "createdAt")
            case "lastModified": record.lastModified = reader.date(value, "lastModified")
            case "gated": record.gated = reader.gated(value)
            case "downloads": record.downloads = reader.count(value, "downloads")
            case "downloadsAllTime": record.downloadsAllTime = reader.count(value, "downloadsAllTime")
            case "likes": record.likes = reader.count(value, "likes")
            case "trendingScore": record.trendingScore = reader.number(value, "trendingScore")
            case "usedStorage": record.usedStorageBytes = reader.size(value, "usedStorage")
            case "tags": record.tags = reader.strings(value, "tags")
            default: break
            }
        }
        diagnostics += reader.diagnostics
        return record
    }
}

extension SpaceRecord {
    /// The record that a JSON object of the Hub holds; nil with a diagnostic when it has no id.
    package static func decode(_ view: JSONView, into diagnostics: inout [Diagnostic]) -> SpaceRecord? {
        guard let id = RepoID.of(view) else {
            diagnostics.append(.noID(in: view))
            return nil
        }
        var record = SpaceRecord(id: id)
        var reader = WireReader(subject: id)
        for (key, value) in view.members where !value.isNull {
            switch key.string {
            case "_id": record.hubID = reader.string(value, "_id")
            case "createdAt": record.createdAt = reader.date(value, "createdAt")
            case "lastModified": record.lastModified = reader.date(value, "lastModified")
            case "likes": record.likes = reader.count(value, "likes")
            case "trendingScore": record.trendingScore = reader.number(value, "trendingScore")
            case "sdk": record.sdk = reader.string(value, "sdk")
            case "runtime": record.takeRuntime(value, &reader)
            case "tags": record.tags = reader.strings(value, "tags")
            case "models": record.models = reader.strings(value, "models")
            case "datasets": record.datasets = reader.strings(value, "datasets")
            default: break
            }
        }
        diagnostics += reader.diagnostics
        return record
    }
    /// `{"stage":"RUNNING","hardware":{"current":"t4-small","requested":null}}`; what never ran has no hardware.
    private mutating func takeRuntime(_ view: JSONView, _ reader: inout WireReader) {
        guard view.kind == .object else { return reader.note("field.type", "runtime: no object") }
        stage = view["stage"].flatMap { reader.string($0, "runtime.stage") }
        guard let hardware = view["hardware"], !hardware.isNull else { return }
        guard hardware.kind == .object else { return reader.note("field.type", "runtime.hardware: no object") }
        self.hardware = hardware["current"].flatMap { reader.string($0, "runtime.hardware.current") }
        requestedHardware = hardware["requested"].flatMap { reader.string($0, "runtime.hardware.requested") }
    }
}
