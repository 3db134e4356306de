/// One model as a result list needs it. Codes are places in the manifest's tables.
package struct DocumentEntry: Equatable, Sendable {
    /// "author/name".
    package var id: String
    package var task: Int?
    package var library: Int?
    package var license: Int?
    package var languages: [Int] = []
    /// Of the last 30 days.
    package var downloads: Int?
    package var likes: Int?
    /// Days since 1970 on which both were counted.
    package var countedOn: Int?
    package var created: Creation = .unknown
    package var parameters: Int?
    package var parametersFrom: ParametersOrigin = .unknown
    /// Bit i for the format i of the manifest's table.
    package var formats: Int = 0
    package var weightBits: Int?
    package var architecture: Int?
    package var gating: Gating = .unknown
    package var kind: ModelKind = .base
    package var marks: ModelMarks = []
    /// The cell its vector is in, and the group of near-copies in that cell; nil without a vector.
    package var vector: VectorPlace?
    /// How many models of its group bear its name, itself counted; 1 for none: its copies.
    package var copies = 1
    /// What was counted when, oldest first; empty unless there are two or more.
    package var observations: [Count] = []

    package init(id: String) { self.id = id }

    package enum Creation: Equatable, Sendable {
        case unknown
        /// Before the Hub noted days, 2022-03-02.
        case beforeRecord
        /// Days since 1970.
        case day(Int)
    }

    package struct VectorPlace: Hashable, Sendable {
        package var cell: Int
        package var group: Int

        package init(cell: Int, group: Int) {
            self.cell = cell
            self.group = group
        }
    }

    package struct Count: Equatable, Sendable {
        /// Days since 1970.
        package var day: Int
        package var downloads: Int?
        package var likes: Int?

        package init(day: Int, downloads: Int?, likes: Int?) {
            self.day = day
            self.downloads = downloads
            self.likes = likes
        }
    }
}

/// Where a number of parameters was read. The raw value is what files have.
package enum ParametersOrigin: UInt8, CaseIterable, Sendable { case unknown, safetensors, gguf, name, list, page }

/// Whether one must ask for a model. `.gated`: one must, and how approval comes is not known.
package enum Gating: UInt8, CaseIterable, Sendable { case unknown, open, auto, manual, gated }

/// What a model is to the model it was made from. `.base` states none; `.derived` states one, but not how.
package enum ModelKind: UInt8, CaseIterable, Sendable { case base, finetune, adapter, quantized, merge, derived }

package struct ModelMarks: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let conversational = ModelMarks(rawValue: 1)
    package static let merge = ModelMarks(rawValue: 2)
    package static let mixtureOfExperts = ModelMarks(rawValue: 4)
    /// It is no longer on the Hub.
    package static let removed = ModelMarks(rawValue: 8)
}
