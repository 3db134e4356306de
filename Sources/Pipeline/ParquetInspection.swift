import Core
import Parquet
import Report

/// What `hubatlas check FILE.parquet` looks at.
package enum ParquetInspection {
    /// Reads the whole file, whoever wrote it.
    ///
    ///     try ParquetInspection.summary(of: "data/models.parquet")
    ///     → "data/models.parquet: no problem found; 760,000 rows, 48 columns, 6 row groups, 912 pages, snappy, 40,112,003 bytes, written by HubAtlas version 0.2.0"
    ///
    /// - Throws: `ParquetError`, which says what is wrong where; `FileError`.
    package static func summary(of path: String) throws -> String {
        let found = try ParquetFile(path).check()
        let codecs = found.codecs.isEmpty ? "no codec" : found.codecs.joined(separator: " and ")
        let counts = [
            Format.count(found.rows, "row"), Format.count(found.columns, "column"),
            Format.count(found.groups, "row group"), Format.count(found.pages, "page"), codecs,
            Format.count(found.bytes, "byte"),
        ]
        let writer = found.createdBy.isEmpty ? "by nobody who says so" : "by \(found.createdBy.visible)"
        return "\(path): no problem found; \(counts.joined(separator: ", ")), written \(writer)"
    }
}
