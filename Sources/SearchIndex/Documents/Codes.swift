import SearchFormat

/// The codes that files have in place of names, the commonest first, and how to get from a corpus's own numbers to them.
struct Codes: Sendable {
    let tables: Manifest.Tables
    let tasks: [Int]
    let libraries: [Int]
    let licenses: [Int]
    let architectures: [Int]
    /// Of each list of languages, the codes; rare languages have none (`mostLanguages`).
    let languages: [[Int]]
    /// Of each list of languages, those without a code.
    let rareLanguages: [[String]]
    /// Of each list of formats, the bits.
    let formats: [Int]
    /// Formats beyond those that a number has bits for; they are in no file.
    let formatsLeftOut: [String]

    /// A few models name thousands of languages, and each name in the table is loaded by every reader. Rarer ones are in
    /// the details of their models, and can be searched for as exact terms.
    static let mostLanguages = 512
    /// So many bits a number of JavaScript has to spare.
    static let mostFormats = 50

    /// - Parameter modality: of a task.
    init(_ corpus: Corpus, modality: (String) -> String) {
        var tables = Manifest.Tables()
        (tables.tasks, tasks) = Self.table(corpus.tasks)
        tables.tasks.groups = tables.tasks.names.map { modality($0 ?? "") }
        (tables.libraries, libraries) = Self.table(corpus.libraries)
        (tables.architectures, architectures) = Self.table(corpus.architectures)
        (tables.licenses, licenses) = Self.table(corpus.licenses)
        Self.splitLicenses(&tables.licenses)
        let languages = Self.words(of: corpus.languages)
        tables.languages = languages.table.prefix(Self.mostLanguages)
        self.languages = languages.lists.map { $0.filter { $0 < Self.mostLanguages }.sorted() }
        rareLanguages = languages.lists.map { list in
            list.filter { $0 >= Self.mostLanguages }.map { languages.table.names[$0]! }
        }
        let formats = Self.words(of: corpus.formats)
        tables.formats = formats.table.prefix(Self.mostFormats)
        self.formats = formats.lists.map { $0.reduce(0) { $1 < Self.mostFormats ? $0 | 1 << $1 : $0 } }
        formatsLeftOut = formats.table.names.dropFirst(Self.mostFormats).compactMap { $0 }
        self.tables = tables
    }
}

extension Codes {
    private static func table(_ interner: Interner) -> (table: CodeTable, codes: [Int]) {
        var table = CodeTable()
        var codes = [Int](repeating: 0, count: interner.texts.count)
        for (code, number) in order(interner.texts, interner.counts).enumerated() {
            table.names.append(interner.texts[number])
            table.counts.append(interner.counts[number])
            codes[number] = code
        }
        return (table, codes)
    }

    /// "permissive MIT" → name "MIT", group "permissive"; "other " → no name, group "other".
    private static func splitLicenses(_ table: inout CodeTable) {
        let parts = table.names.map { $0!.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false) }
        table.groups = parts.map { String($0[0]) }
        table.names = parts.map { $0[1].isEmpty ? nil : String($0[1]) }
    }

    /// The table of single words of lists, and each list as codes.
    private static func words(of lists: Interner) -> (table: CodeTable, lists: [[Int]]) {
        var words = Interner()
        var counts: [Int] = []
        let numbers = lists.texts.map { list in
            list.split(separator: " ").map { Int(words.number(of: String($0))) }
        }
        counts = [Int](repeating: 0, count: words.texts.count)
        for (list, numbers) in numbers.enumerated() {
            for number in numbers { counts[number] += lists.counts[list] }
        }
        var table = CodeTable()
        var codes = [Int](repeating: 0, count: words.texts.count)
        for (code, number) in order(words.texts, counts).enumerated() {
            table.names.append(words.texts[number])
            table.counts.append(counts[number])
            codes[number] = code
        }
        return (table, numbers.map { $0.map { codes[$0] } })
    }

    /// The commonest first.
    private static func order(_ texts: [String], _ counts: [Int]) -> [Int] {
        texts.indices.sorted { a, b in
            counts[a] != counts[b]
                ? counts[a] > counts[b] : texts[a].utf8.lexicographicallyPrecedes(texts[b].utf8)
        }
    }
}

extension CodeTable {
    /// The commonest; a table without groups.
    fileprivate func prefix(_ count: Int) -> CodeTable {
        var table = CodeTable()
        (table.names, table.counts) = (Array(names.prefix(count)), Array(counts.prefix(count)))
        return table
    }
}
