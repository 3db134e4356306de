import Catalog
import SearchFormat
import SearchText

/// Every model of a catalog, in the order in which the catalog has them, as compactly as the index can be made from:
/// about 250 bytes a model with its terms.
///
/// A *row* is a place in this order, a *document* one in the order of the index (`DocumentOrder`).
struct Corpus: Sendable {
    private(set) var facts: [Facts] = []
    private(set) var details = DetailStore()
    private(set) var forward: ForwardIndex
    private(set) var names = Names()
    private(set) var labels = MapTerms()

    private(set) var tasks = Interner()
    private(set) var libraries = Interner()
    /// "permissive MIT": the class, a space, and the identifier, which may be missing.
    private(set) var licenses = Interner()
    private(set) var architectures = Interner()
    /// Lists as words with a space between.
    private(set) var languages = Interner()
    private(set) var formats = Interner()
    private var document = SearchDocument()
    private let weights: Weights

    init(weights: Weights) { (self.weights, forward) = (weights, ForwardIndex(weights: weights)) }

    /// Throws `CatalogError`.
    init(reading catalog: Catalog, weights: Weights) throws {
        self.init(weights: weights)
        try catalog.scanForSearch { append($0) }
    }

    var count: Int { facts.count }

    /// Frees the terms: what comes after the vectors needs none.
    mutating func forgetTerms() { forward = ForwardIndex(weights: weights) }

    mutating func append(_ row: ModelRow) {
        names.append(row.repoID)
        details.append(row)
        labels.append(row)
        document.read(row)
        forward.append(document.terms)
        var facts = Facts(of: row)
        facts.task = tasks.number(of: row.task)
        facts.library = libraries.number(of: row.library)
        facts.license = licenses.number(of: Self.license(of: row))
        facts.architecture = architectures.number(of: row.architecture)
        facts.languages = languages.number(of: Self.words(row.languages))
        facts.formats = formats.number(of: Self.words(row.formats))
        self.facts.append(facts)
    }

    private static func license(of row: ModelRow) -> String? {
        row.license == nil && row.licenseClass == .none ? nil : "\(row.licenseClass.rawValue) \(row.license ?? "")"
    }

    private static func words(_ list: [String]) -> String? {
        list.isEmpty ? nil : list.count == 1 ? list[0] : list.joined(separator: " ")
    }
}

/// Ids end to end in one block of memory.
struct Names: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ id: String) {
        bytes.append(contentsOf: id.utf8)
        ends.append(bytes.count)
    }

    /// "author/name" as UTF-8.
    func bytes(_ row: Int) -> ArraySlice<UInt8> { bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }

    func text(_ row: Int) -> String { String(decoding: bytes(row), as: UTF8.self) }

    /// What stands behind the slash.
    func name(_ row: Int) -> ArraySlice<UInt8> {
        let id = bytes(row)
        return id.firstIndex(of: UInt8(ascii: "/")).map { id[($0 + 1)...] } ?? id
    }
}
