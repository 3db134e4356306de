import Catalog
import Core
import SearchFormat

/// What of a model is no text, in a form of fixed size. Codes are numbers of the corpus's interners; −1 is none.
struct Facts: Sendable {
    var task: Int32 = -1
    var library: Int32 = -1
    var license: Int32 = -1
    var architecture: Int32 = -1
    /// A whole list has one number.
    var languages: Int32 = -1
    var formats: Int32 = -1
    var downloads: Int = -1
    var likes: Int = -1
    var parameters: Int = -1
    var storageBytes: Int = -1
    /// Days since 1970.
    var createdOn: Int32 = Facts.noDay
    var countedOn: Int32 = Facts.noDay
    var weightBits: Int16 = -1
    var isBeforeRecord = false
    var parametersFrom: ParametersOrigin = .unknown
    var gating: Gating = .unknown
    var kind: ModelKind = .base
    var marks: ModelMarks = []

    static let noDay = Int32.min

    /// What popularity is measured by: downloads of 30 days and, a like being rarer and meant, 30 for each like.
    var traffic: Int { max(downloads, 0) + 30 * max(likes, 0) }
}

extension Facts {
    /// What needs no interner.
    init(of row: ModelRow) {
        downloads = Self.count(row.downloads)
        likes = Self.count(row.likes)
        parameters = Self.count(row.parameters)
        storageBytes = Self.count(row.usedStorageBytes)
        createdOn = row.createdAt.map { Int32(clamping: $0.day.number) } ?? Self.noDay
        countedOn = row.observations.last.map { Int32(clamping: $0.day.number) } ?? Self.noDay
        weightBits = row.weightBits.flatMap { Int16(exactly: $0) }.map { max($0, -1) } ?? -1
        isBeforeRecord = row.isBeforeRecord
        parametersFrom = row.parameters == nil ? .unknown : row.parametersFrom.map(ParametersOrigin.init) ?? .unknown
        gating = row.gated.map(Gating.init) ?? .unknown
        kind = ModelKind(of: row)
        marks = ModelMarks(of: row)
    }

    /// A count below zero, or beyond what an index holds, is none.
    private static func count(_ value: Int?) -> Int { value.flatMap { (0..<1 << 48).contains($0) ? $0 : nil } ?? -1 }

    var created: DocumentEntry.Creation {
        if isBeforeRecord { return .beforeRecord }
        return createdOn == Self.noDay ? .unknown : .day(Int(createdOn))
    }
}

extension ParametersOrigin {
    init(_ source: ParametersSource) {
        self =
            switch source {
            case .safetensors: .safetensors
            case .gguf: .gguf
            case .name: .name
            case .list: .list
            case .page: .page
            }
    }
}

extension Gating {
    init(_ gate: Gate) {
        self =
            switch gate {
            case .open: .open
            case .auto: .auto
            case .manual: .manual
            case .gated: .gated
            }
    }
}

extension ModelKind {
    /// By the relation to the first base that states one; a merge is a merge also when its bases are not named.
    init(of row: ModelRow) {
        if row.isMerge {
            self = .merge
        } else {
            let stated = row.bases.first { $0.relation != .unknown } ?? row.bases.first
            self = stated.map { ModelKind($0.relation) } ?? .base
        }
    }

    init(_ relation: BaseModel.Relation) {
        self =
            switch relation {
            case .finetune: .finetune
            case .adapter: .adapter
            case .quantized: .quantized
            case .merge: .merge
            case .unknown: .derived
            }
    }
}

extension ModelMarks {
    init(of row: ModelRow) {
        self = []
        if row.isConversational { insert(.conversational) }
        if row.isMerge { insert(.merge) }
        if row.isMixtureOfExperts { insert(.mixtureOfExperts) }
        if row.removedOn != nil { insert(.removed) }
    }
}
