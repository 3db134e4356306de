import Foundation

/// Holds a text to the file `Snapshots/<name>` beside the test.
///
///     try expectSnapshot(html, "growth.html")
///
/// `RECORD_SNAPSHOTS=1` rewrites the file. A new snapshot is written and fails once, so that somebody looks at it.
package func expectSnapshot(_ text: String, _ name: String, file: String = #filePath) throws {
    let path = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
    // A file that cannot be read is a snapshot that does not exist yet.
    let known = try? String(contentsOf: path, encoding: .utf8)
    if known == text { return }
    let records = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
    if records || known == nil {
        try FileManager.default.createDirectory(
            at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: path)
    }
    if records { return }
    guard let known else { throw SnapshotDifference(text: "\(name) is new: look at it, then run the test again") }
    throw SnapshotDifference(
        text: "\(name): \(firstDifference(text, known)); RECORD_SNAPSHOTS=1 rewrites it")
}

/// The test's failure: which snapshot, which line.
package struct SnapshotDifference: Error, CustomStringConvertible {
    var text: String
    package var description: String { text }
}
