/// What results must be. The names are those of the page's address and of `hubatlas search`; a list means "one of these".
///
///     SearchFilters(task: ["automatic-speech-recognition"], language: ["de"], maxParameters: 1_000_000_000)
package struct SearchFilters: Equatable, Sendable {
    package enum Key: String, CaseIterable, Sendable {
        case task, modality, library, license, licenseClass, language, owner, architecture, parameters, bytes,
            downloads,
            likes, created, gated, kind, format, bits, fits
    }

    package var task: [String] = []
    package var modality: [String] = []
    package var library: [String] = []
    package var license: [String] = []
    package var licenseClass: [String] = []
    package var language: [String] = []
    package var owner: [String] = []
    package var architecture: [String] = []
    package var minParameters: Int?
    package var maxParameters: Int?
    /// Of the weights, at `at` bits or as stored.
    package var minBytes: Int?
    package var maxBytes: Int?
    package var minDownloads: Int?
    package var minLikes: Int?
    /// Days since 1970, both inclusive.
    package var createdFrom: Int?
    package var createdTo: Int?
    package var gated: Bool?
    /// base, derived, or one relation: finetune, adapter, quantized, merge.
    package var kind: [String] = []
    package var format: [String] = []
    package var bits: [Int] = []
    /// GB (10⁹ bytes) that an estimate at `at` bits must stay within; unknown sizes do not fit.
    package var fitsGB: Double?
    /// 16, 8 or 4.
    package var at: Int?

    package init() {}

    /// Those that are set.
    package var keys: [Key] { Key.allCases.filter(isSet) }

    package var isEmpty: Bool { keys.isEmpty }

    /// The same without one.
    package func without(_ key: Key) -> SearchFilters {
        var copy = self
        copy.clear(key)
        return copy
    }
}

extension SearchFilters {
    private func isSet(_ key: Key) -> Bool {
        switch key {
        case .task: !task.isEmpty
        case .modality: !modality.isEmpty
        case .library: !library.isEmpty
        case .license: !license.isEmpty
        case .licenseClass: !licenseClass.isEmpty
        case .language: !language.isEmpty
        case .owner: !owner.isEmpty
        case .architecture: !architecture.isEmpty
        case .parameters: minParameters != nil || maxParameters != nil
        case .bytes: minBytes != nil || maxBytes != nil
        case .downloads: minDownloads != nil
        case .likes: minLikes != nil
        case .created: createdFrom != nil || createdTo != nil
        case .gated: gated != nil
        case .kind: !kind.isEmpty
        case .format: !format.isEmpty
        case .bits: !bits.isEmpty
        case .fits: fitsGB != nil
        }
    }

    private mutating func clear(_ key: Key) {
        switch key {
        case .task: task = []
        case .modality: modality = []
        case .library: library = []
        case .license: license = []
        case .licenseClass: licenseClass = []
        case .language: language = []
        case .owner: owner = []
        case .architecture: architecture = []
        case .parameters: (minParameters, maxParameters) = (nil, nil)
        case .bytes: (minBytes, maxBytes) = (nil, nil)
        case .downloads: minDownloads = nil
        case .likes: minLikes = nil
        case .created: (createdFrom, createdTo) = (nil, nil)
        case .gated: gated = nil
        case .kind: kind = []
        case .format: format = []
        case .bits: bits = []
        case .fits: fitsGB = nil
        }
    }
}
