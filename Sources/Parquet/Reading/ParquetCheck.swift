import Core

/// What a file holds, said after every page of it was read.
package struct ParquetSummary: Equatable, Sendable {
    package var rows: Int
    package var columns: Int
    package var groups: Int
    package var pages: Int
    package var codecs: [String]
    package var bytes: Int
    package var createdBy: String
}

extension ParquetFile {
    /// Reads every value of every page: levels, counts, checksums, dictionaries, and that texts are UTF-8.
    ///
    ///     try ParquetFile("models.parquet").check() → 760000 rows, 48 columns, 6 row groups, …
    ///
    /// - Throws: `ParquetError` for the first thing that is wrong, in the order of the file.
    package func check() throws -> ParquetSummary {
        let pages = try concurrentMap(groups * leaves.count) { i in
            try checkChunk(leaf: i % leaves.count, group: i / leaves.count)
        }
        return ParquetSummary(
            rows: rows, columns: leaves.count, groups: groups, pages: pages.reduce(0, +), codecs: codecs,
            bytes: try file.size, createdBy: createdBy)
    }

    private func checkChunk(leaf: Int, group: Int) throws -> Int {
        var pages = 0
        try forEachPage(of: leaf, inGroup: group) { page in
            pages += 1
            guard leaves[leaf].meaning == .string, case .bytes(let texts) = page.values else { return }
            guard String(validating: texts.bytes, as: UTF8.self) != nil else {
                throw ParquetError.damaged("a text that is no UTF-8")
            }
        }
        return pages
    }
}
