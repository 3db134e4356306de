import Catalog
import SearchFormat
import SearchText

/// A record of the index as the catalog would have it, as far as a document block goes; its terms say which unseen lists
/// have it, and why it was found.
///
///     RecordTerms(of: entry, tables).contains("#lang:de")  → true
///     RecordTerms(of: entry, tables).field(of: "whisper")  → .name
struct RecordTerms {
    private let fields: [String: TextField]

    init(of entry: DocumentEntry, _ tables: Manifest.Tables) {
        let terms = SearchDocument(of: Self.row(entry, tables)).terms
        // The first field that has a term is the one that says why: a name before a tag.
        fields = Dictionary(
            (0..<terms.count).map { (terms.text(of: $0), terms.field(of: $0)) }, uniquingKeysWith: { first, _ in first }
        )
    }

    func contains(_ term: String) -> Bool { fields[term] != nil }
    func field(of term: String) -> TextField? { fields[term] }

    private static func row(_ entry: DocumentEntry, _ tables: Manifest.Tables) -> ModelRow {
        var row = ModelRow(repoID: entry.id)
        row.owner = owner(of: entry.id)
        row.task = entry.task.flatMap { tables.tasks.name($0) }
        row.library = entry.library.flatMap { tables.libraries.name($0) }
        row.license = entry.license.flatMap { tables.licenses.name($0) }
        row.architecture = entry.architecture.flatMap { tables.architectures.name($0) }
        row.languages = entry.languages.compactMap { tables.languages.name($0) }
        row.formats = tables.formats.names.indices.filter { entry.formats & 1 << $0 != 0 }
            .compactMap { tables.formats.name($0) }
        row.isConversational = entry.marks.contains(.conversational)
        row.isMerge = entry.marks.contains(.merge)
        row.isMixtureOfExperts = entry.marks.contains(.mixtureOfExperts)
        return row
    }

    /// "author/name" → "author".
    static func owner(of id: String) -> String? {
        id.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(id[..<$0]) }
    }
}

extension CodeTable {
    /// nil also for a code that the table does not have.
    func name(_ code: Int) -> String? { names.indices.contains(code) ? names[code] : nil }
}
