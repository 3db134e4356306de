/// Finds the models that names of other sources mean: by id first, by spelling last, and never by likeness.
///
///     the catalog has meta-llama/Llama-3.1-8B, HuggingFaceTB/SmolLM-135M and HuggingFaceTB/SmolLM2-135M, TheBloke/Zephyr-7B-AWQ
///     "meta-llama/Llama-3.1-8B"      → that model, by .id
///     "Meta-Llama/llama-3.1-8b"      → the same, by .id: the Hub's ids differ in more than case
///     "meta_llama/Llama 3.1 8B"      → the same, by .spelling
///     "smollm2 135m"                 → HuggingFaceTB/SmolLM2-135M, by .spelling: the only model of that name
///     "Zephyr-7B"                    → none: the AWQ repo is another model
///
/// Two names are spelled alike when they are equal after lower-casing and after every run of spaces, "-" and "_" became one
/// "-". No digit, no version, no suffix is ever dropped: 2 is no spelling of 1, nor "-AWQ" of nothing. A name without an
/// owner is found where exactly one model bears it; where several do, none is.
package struct ModelNames {
    package enum Rule: String, Sendable { case id, renamed, spelling }

    package enum Match: Equatable, Sendable {
        case model(Int, Rule)
        case none
        /// So many models could be meant.
        case ambiguous(Int)
    }

    private var byID: [String: Int] = [:]
    private var byFormerName: [String: Int] = [:]
    private var bySpelling: [String: [Int]] = [:]
    private let spellings: Set<String>
    private let ids: Set<String>

    /// - Parameter names: those that will be asked for; of a million models only what bears one is kept.
    package init(asked names: some Sequence<String>) {
        ids = Set(names.map { $0.lowercased() })
        spellings = Set(names.map(Self.spelling))
    }

    package static func spelling(_ name: String) -> String {
        name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "-")
    }

    package mutating func add(_ model: Int, id: String) {
        let lower = id.lowercased()
        if ids.contains(lower) { byID[lower] = model }
        let whole = Self.spelling(id)
        if spellings.contains(whole) { bySpelling[whole, default: []].append(model) }
        if let slash = id.firstIndex(of: "/") {
            let bare = Self.spelling(String(id[id.index(after: slash)...]))
            if spellings.contains(bare) { bySpelling[bare, default: []].append(model) }
        }
    }

    package mutating func add(_ model: Int, formerName name: String) {
        let lower = name.lowercased()
        if ids.contains(lower) { byFormerName[lower] = model }
    }

    package func match(_ name: String) -> Match {
        let lower = name.lowercased()
        if let model = byID[lower] { return .model(model, .id) }
        if let model = byFormerName[lower] { return .model(model, .renamed) }
        let found = bySpelling[Self.spelling(name)] ?? []
        return found.count > 1 ? .ambiguous(found.count) : found.first.map { .model($0, .spelling) } ?? .none
    }
}
