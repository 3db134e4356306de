package import Catalog
package import Core

extension Census {
    /// Rows of one month that share a term of a facet: "language" "de" of 2024-06.
    ///
    /// A row counts under each of its terms, under nil where it states none; terms beyond the facet's most used are folded
    /// into "other".
    package struct Trend: Equatable, Sendable {
        package var facet: Facet
        /// nil: before the record, or no day known.
        package var month: Month?
        package var term: String?
        package var count: Int
        package var downloads: Int

        package init(facet: Facet, month: Month?, term: String?, count: Int, downloads: Int) {
            self.facet = facet
            self.month = month
            self.term = term
            self.count = count
            self.downloads = downloads
        }
    }

    /// What is followed through the months.
    package enum Facet: String, CaseIterable, Sendable {
        case licenseClass = "license-class", license, language, format, architecture, making
        case sizeClass = "size-class"

        /// How many terms are told apart; the rest is "other".
        var limit: Int {
            switch self {
            case .licenseClass, .making, .sizeClass: 16
            case .license, .format: 16
            case .language, .architecture: 24
            }
        }

        /// What a row has of this facet; empty where it states nothing.
        func terms(of row: ModelRow) -> [String] {
            switch self {
            case .licenseClass: row.licenseClass == .none ? [] : [row.licenseClass.rawValue]
            case .license: row.license.map { [$0] } ?? []
            case .language: row.languages
            case .format: row.formats
            case .architecture: row.architecture.map { [$0] } ?? []
            case .making: Making(of: row).map { [$0.rawValue] } ?? []
            case .sizeClass: row.parameters.flatMap(SizeClass.init).map { [$0.rawValue] } ?? []
            }
        }
    }

    /// Where a trend's rows are: those of one facet, in their order.
    package func trend(_ facet: Facet) -> [Trend] { trends.filter { $0.facet == facet } }
}

/// How a model was made of others: what it states, else what it carries.
///
/// In this order: it says that it is a merge; it states its relation to a base; its library holds adapters alone; its weights
/// are packed into eight bits or fewer; it names a base and no more. Nil where nothing of that is there.
package enum Making: String, CaseIterable, Sendable {
    case finetune, adapter, quantized, merge
    /// A base is named, and nothing says what was done to it.
    case derived

    package init?(of row: ModelRow) {
        if row.isMerge {
            self = .merge
        } else if let stated = row.bases.first(where: { $0.relation != .unknown }) {
            self = Making(stated.relation)
        } else if row.library.map(Self.adapterLibraries.contains) ?? false {
            self = .adapter
        } else if row.weightBits.map({ $0 <= 8 }) ?? false || row.formats.contains(where: Self.packedFormats.contains) {
            self = .quantized
        } else if !row.bases.isEmpty {
            self = .derived
        } else {
            return nil
        }
    }

    private init(_ relation: BaseModel.Relation) {
        self =
            switch relation {
            case .finetune: .finetune
            case .adapter: .adapter
            case .quantized: .quantized
            case .merge: .merge
            case .unknown: .derived
            }
    }

    private static let adapterLibraries: Set = ["peft", "adapter-transformers", "adapters"]
    /// Of these nearly all files are packed; a model that has others besides says so by its relation.
    private static let packedFormats: Set = ["gguf", "ggml", "gptq", "awq", "exl2"]
}

/// A model's size in words: the classes of the page of sizes, the smallest split where most models of old are.
package enum SizeClass: String, CaseIterable, Sendable {
    case under100M = "under-100m", under1B = "100m-1b", under10B = "1-10b", under100B = "10-100b"
    case more = "100b-more"

    /// Nil for no parameters at all.
    package init?(_ parameters: Int) {
        switch parameters {
        case ..<1: return nil
        case ..<100_000_000: self = .under100M
        case ..<1_000_000_000: self = .under1B
        case ..<10_000_000_000: self = .under10B
        case ..<100_000_000_000: self = .under100B
        default: self = .more
        }
    }
}
