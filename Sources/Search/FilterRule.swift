import Hardware
import SearchFormat

/// Filters in the codes of one index: which documents of a chunk pass. Twin: `assets/js/search/filters.js`.
///
/// A value that is unknown passes no filter that asks for one: a model without a size is in no range of sizes, and fits no
/// memory. Parameters, and so what they need, are known to three digits here.
struct FilterRule {
    /// Whether one condition holds for a place in a chunk.
    private typealias Condition = (Chunk, Int) -> Bool

    private var conditions: [(key: SearchFilters.Key, holds: Condition)] = []
    /// What of a chunk the conditions read.
    private(set) var parts: Set<Chunk.Part> = []

    /// - Parameter owners: Documents of the owners asked for; nil when none is asked for.
    init(_ filters: SearchFilters, _ tables: Manifest.Tables, owners: Set<Int>?) {
        addCodes(filters, tables)
        addNumbers(filters)
        addKinds(filters, tables)
        if let owners { add(.owner, []) { chunk, i in owners.contains(chunk.first + i) } }
    }

    /// The filters that a document does not pass.
    func failures(_ chunk: Chunk, _ place: Int) -> [SearchFilters.Key] {
        conditions.filter { !$0.holds(chunk, place) }.map(\.key)
    }

    func passes(_ chunk: Chunk, _ place: Int) -> Bool { conditions.allSatisfy { $0.holds(chunk, place) } }
}

extension FilterRule {
    private mutating func add(
        _ key: SearchFilters.Key, _ parts: Set<Chunk.Part> = [.counted], _ holds: @escaping Condition
    ) {
        conditions.append((key, holds))
        self.parts.formUnion(parts)
    }

    private mutating func addCodes(_ filters: SearchFilters, _ tables: Manifest.Tables) {
        func codes(_ table: CodeTable, _ names: [String]) -> Set<Int32> {
            let wanted = Set(names.map { $0.lowercased() })
            return Set(
                table.names.indices.filter { table.names[$0].map { wanted.contains($0.lowercased()) } ?? false }
                    .map(Int32.init))
        }
        func groups(_ table: CodeTable, _ names: [String]) -> Set<Int32> {
            Set(table.groups.indices.filter { names.contains(table.groups[$0]) }.map(Int32.init))
        }
        func addOne(_ key: SearchFilters.Key, _ column: KeyPath<FacetChunk, [Int32]>, _ codes: Set<Int32>) {
            if filters.keys.contains(key) { add(key) { chunk, i in codes.contains(chunk.counted[keyPath: column][i]) } }
        }
        addOne(.task, \.tasks, codes(tables.tasks, filters.task))
        // What has no task, or no license, is a group of its own: "none".
        addOne(
            .modality, \.tasks,
            groups(tables.tasks, filters.modality).union(filters.modality.contains("none") ? [-1] : []))
        addOne(.library, \.libraries, codes(tables.libraries, filters.library))
        addOne(.license, \.licenses, codes(tables.licenses, filters.license))
        addOne(
            .licenseClass, \.licenses,
            groups(tables.licenses, filters.licenseClass).union(filters.licenseClass.contains("none") ? [-1] : []))
        let architectures = codes(tables.architectures, filters.architecture)
        if !filters.architecture.isEmpty {
            add(.architecture, [.numbers(.architecture)]) { chunk, i in
                architectures.contains(Int32(clamping: chunk.number(.architecture, i) - 1))
            }
        }
        let languages = codes(tables.languages, filters.language)
        if !filters.language.isEmpty {
            add(.language) { chunk, i in chunk.counted.languages(of: i).contains { languages.contains($0) } }
        }
    }

    private mutating func addNumbers(_ filters: SearchFilters) {
        if let least = filters.minDownloads {
            add(.downloads, [.numbers(.downloads)]) { $0.number(.downloads, $1) > least }
        }
        if let least = filters.minLikes { add(.likes, [.numbers(.likes)]) { $0.number(.likes, $1) > least } }
        if !filters.bits.isEmpty { add(.bits) { filters.bits.contains(Int($0.counted.weightBits[$1])) } }
        if filters.minParameters != nil || filters.maxParameters != nil {
            add(.parameters, [.numbers(.parameters)]) { chunk, i in
                guard let size = RoundedNumber.value(chunk.number(.parameters, i)) else { return false }
                return size >= filters.minParameters ?? 0 && size <= filters.maxParameters ?? .max
            }
        }
        if filters.createdFrom != nil || filters.createdTo != nil {
            add(.created, [.numbers(.created)]) { chunk, i in
                guard let day = DocumentEntry.Creation(code: chunk.number(.created, i)).day else { return false }
                return day >= filters.createdFrom ?? .min && day <= filters.createdTo ?? .max
            }
        }
    }

    private mutating func addKinds(_ filters: SearchFilters, _ tables: Manifest.Tables) {
        if let gated = filters.gated {
            add(.gated) { chunk, i in
                let gating = chunk.counted.gatings[i]
                return gating != .unknown && (gating != .open) == gated
            }
        }
        if !filters.kind.isEmpty {
            add(.kind) { chunk, i in
                filters.kind.contains {
                    $0 == "derived" ? chunk.counted.kinds[i] != .base : $0 == chunk.counted.kinds[i].word
                }
            }
        }
        if !filters.format.isEmpty {
            let wanted = tables.formats.names.indices.filter {
                tables.formats.names[$0].map(filters.format.contains) ?? false
            }
            .reduce(0) { $0 | 1 << $1 }
            add(.format) { $0.counted.formats[$1] & wanted != 0 }
        }
        addSizes(filters, tables)
    }

    private mutating func addSizes(_ filters: SearchFilters, _ tables: Manifest.Tables) {
        if let memory = filters.fitsGB {
            add(.fits, Chunk.hardwareParts) { $0.hardware($1, tables).fits(memory, at: filters.at ?? 16) ?? false }
        }
        if filters.minBytes != nil || filters.maxBytes != nil {
            add(.bytes, Chunk.hardwareParts) { chunk, i in
                let facts = chunk.hardware(i, tables)
                guard
                    let bytes = filters.at.map({ facts.memory(at: $0) })
                        ?? (facts.memoryAsStored() ?? facts.memory(at: 16))
                else { return false }
                return bytes.weightBytes >= filters.minBytes ?? 0 && bytes.weightBytes <= filters.maxBytes ?? .max
            }
        }
    }
}

extension FacetChunk {
    func languages(of place: Int) -> ArraySlice<Int32> {
        languages[(place == 0 ? 0 : Int(languageEnds[place - 1]))..<Int(languageEnds[place])]
    }
}

extension Chunk {
    static let hardwareParts: Set<Part> = [.counted, .numbers(.parameters)]

    /// What its memory is reckoned from.
    func hardware(_ place: Int, _ tables: Manifest.Tables) -> HardwareFacts {
        HardwareFacts(
            parameters: RoundedNumber.value(number(.parameters, place)),
            bits: counted.weightBits[place] < 0 ? nil : Int(counted.weightBits[place]),
            formats: tables.formats.names.indices.filter { counted.formats[place] & 1 << $0 != 0 }.compactMap {
                tables.formats.name($0)
            },
            task: tables.tasks.name(Int(counted.tasks[place])),
            isAdapter: counted.kinds[place] == .adapter || tables.isPEFT(Int(counted.libraries[place])),
            isMixtureOfExperts: counted.marks[place].contains(.mixtureOfExperts))
    }
}

extension Manifest.Tables {
    /// What PEFT is for are adapters, also where their base is not stated.
    func isPEFT(_ library: Int?) -> Bool { library.flatMap { libraries.name($0) } == "peft" }
}

extension ModelKind {
    /// As filters and records call it.
    package var word: String {
        switch self {
        case .base: "base"
        case .finetune: "finetune"
        case .adapter: "adapter"
        case .quantized: "quantized"
        case .merge: "merge"
        case .derived: "derived"
        }
    }
}
