import CSV
import Core
import Sources

/// A growing table of rows read by a browser: the header once, each model's rows on the disk before the next is looked for.
///
///     var file = try RowsFile("rows.csv")
///     try file.begin(["Rank", "Model"])
///     try file.append([["4113", "openai-community/gpt2"]])
///     file.models → ["openai-community/gpt2"]
struct RowsFile {
    let path: String
    private let file: OpenFile
    private var header: [String]?
    /// Models that are there already, in lower case.
    private(set) var models: Set<String> = []
    private(set) var rows = 0

    /// Opens what a run before left; a line that it did not end is cut off.
    ///
    /// - Throws: `FileError`, `CSVError`.
    init(_ path: String) throws {
        self.path = path
        file = try OpenFile(path, .append)
        let size = try file.size
        // Lines of this file hold no line break but their own: cells are one line each.
        let bytes = try file.read(at: 0, count: size)
        let whole = (bytes.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
        if whole < size { try file.truncate(to: whole) }
        let table = try CSVTable(Array(bytes[..<whole]), named: path)
        guard !table.header.names.isEmpty else { return }
        header = table.header.names
        rows = table.rows.count
        if let model = table.header.names.firstIndex(where: { ColumnName.plain($0) == "model" }) {
            models = Set(table.rows.compactMap { model < $0.count ? $0[model].lowercased() : nil })
        }
    }

    /// Writes the header where there is none.
    ///
    /// - Throws: `SourceError` where another page's table was begun here.
    mutating func begin(_ names: [String]) throws {
        if let header {
            guard header == CSVHeader(names).names else {
                throw SourceError(.changed("the page's columns are not those of \(path)"), at: Leaderboard.name)
            }
            return
        }
        try write([names])
        header = names
    }

    /// A model's rows at once: they are all there or none is.
    mutating func append(_ lines: [[String]]) throws {
        try write(lines)
        rows += lines.count
    }

    private func write(_ lines: [[String]]) throws {
        var bytes: [UInt8] = []
        for line in lines { CSVWriter.append(line, to: &bytes) }
        try file.append(bytes)
        try file.sync()
    }
}
