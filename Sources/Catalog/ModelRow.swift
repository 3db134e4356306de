package import Core

/// One model as the catalog keeps it, after cleaning. A missing value is nil.
package struct ModelRow: Equatable, Sendable {
    /// "author/name"; canonical ids of old have no slash.
    package var repoID: String
    /// The Hub's `_id`, 24 hexadecimal digits.
    package var hubID: String?
    package var owner: String?
    package var createdAt: Instant?
    /// The Hub began to note dates on 2022-03-02: this model is older, its day is unknown, and `createdAt` is nil.
    package var isBeforeRecord: Bool = false
    package var lastModified: Instant?

    package var task: String?
    package var modality: Modality = .unknown
    package var library: String?
    /// SPDX-like identifier, or the Hub's own spelling of a license that SPDX does not know; `licenseRaw` as sent.
    package var license: String?
    package var licenseRaw: String?
    package var licenseClass: LicenseClass = .none
    /// ISO 639-1 codes, else 639-3; sorted.
    package var languages: [String] = []
    package var papers: [String] = []
    package var datasets: [String] = []
    package var bases: [BaseModel] = []
    /// What the tags say beyond the other columns, as sent, in their order; a tag may hold spaces.
    package var tags: [String] = []

    package var parameters: Int?
    package var parametersFrom: ParametersSource?
    /// Weight files: safetensors, gguf, pytorch, onnx, … ; sorted.
    package var formats: [String] = []
    /// Bits per weight, where tags, dtypes or the name say so.
    package var weightBits: Int?
    /// "llama", "bert": the family, from config or tags.
    package var architecture: String?
    package var gated: Gate?
    package var isConversational: Bool = false
    package var isMerge: Bool = false
    package var isMixtureOfExperts: Bool = false

    /// Last 30 days.
    package var downloads: Int?
    package var downloadsAllTime: Int?
    package var likes: Int?
    package var trendingScore: Double?
    /// Bytes of the repo over all revisions.
    package var usedStorageBytes: Int?
    /// Bytes of the files that the main branch has now.
    package var treeSizeBytes: Int?
    /// Files of the repo; nil where no list named them.
    package var fileCount: Int?
    package var removedOn: Day?
    /// What was counted when, oldest first; the newest is also in `downloads` and `likes`.
    package var observations: [Observation] = []

    package init(repoID: String) { self.repoID = repoID }
}

/// What was counted of a model on one day; nil for what was not.
package struct Observation: Equatable, Sendable {
    package var day: Day
    package var downloads: Int?
    package var likes: Int?

    package init(day: Day, downloads: Int?, likes: Int?) {
        self.day = day
        self.downloads = downloads
        self.likes = likes
    }
}

/// The seven modalities of the Hub's own table, and `unknown` where no task is stated.
package enum Modality: String, CaseIterable, Sendable {
    case nlp, cv, multimodal = "mm", audio, tabular = "tab", rl, other, unknown = "none"
}

/// What a license allows; `none` where no license is stated, `other` where it is not known.
package enum LicenseClass: String, CaseIterable, Sendable {
    case permissive, copyleft, responsibleAI = "responsible-ai", community, nonCommercial = "non-commercial", other,
        none
}

/// Where a number of parameters comes from: counted tensors, a GGUF header, the model's name, a list, or the words "Model size"
/// of its page.
package enum ParametersSource: String, CaseIterable, Sendable { case safetensors, gguf, name, list, page }

/// Whether one must ask for a model, and who answers.
package enum Gate: String, Sendable {
    case open, auto, manual
    /// Gated; the list does not say how approval comes.
    case gated
}

/// A model that another was made from, and how.
package struct BaseModel: Hashable, Sendable {
    /// `unknown` where the base is named and the way is not.
    package enum Relation: String, CaseIterable, Sendable { case finetune, adapter, quantized, merge, unknown }

    package var repoID: String
    package var relation: Relation

    package init(repoID: String, relation: Relation) {
        self.repoID = repoID
        self.relation = relation
    }
}

/// A list that rows were read from: what the provenance line names.
package struct SourceRow: Equatable, Sendable {
    /// How much of what it lists a list has.
    package enum Coverage: String, Sendable { case whole, slice, selection }

    /// What its rows are about: only lists of models say how many models there are.
    package enum Subject: String, CaseIterable, Sendable {
        case models, datasets, spaces, activity, leaderboard, communities, mentions
    }

    /// "hub-models-2024-07-11".
    package var key: String
    /// "Hub model list".
    package var title: String
    package var day: Day
    package var url: String?
    package var license: String?
    package var coverage: Coverage
    package var subject: Subject
    package var rows: Int
    /// What the rows are, where they are not all: one sentence.
    package var note: String

    package init(
        key: String, title: String, day: Day, url: String? = nil, license: String? = nil, coverage: Coverage,
        about subject: Subject = .models, rows: Int, note: String = ""
    ) {
        self.key = key
        self.title = title
        self.day = day
        self.url = url
        self.license = license
        self.coverage = coverage
        self.subject = subject
        self.rows = rows
        self.note = note
    }
}
