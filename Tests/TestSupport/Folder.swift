import Foundation

/// A folder as a value: path inside it → bytes. Tests say what went in and what must come out.
///
///     let folder: Folder = ["pages/index.html": "<h1>Hello</h1>"]
///     try folder.write(to: path)
///     try Folder(reading: path) == folder → true
package struct Folder: Equatable, Sendable, ExpressibleByDictionaryLiteral {
    package var files: [String: [UInt8]]

    package init(files: [String: [UInt8]] = [:]) { self.files = files }

    package init(dictionaryLiteral elements: (String, String)...) {
        files = Dictionary(elements.map { ($0, Array($1.utf8)) }, uniquingKeysWith: { $1 })
    }

    /// Everything below `path`, dot-files too; empty folders are not seen.
    package init(reading path: String) throws {
        files = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
            if exists, !isFolder.boolValue {
                files[name] = Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
            }
        }
    }

    package func write(to path: String) throws {
        for (name, bytes) in files {
            let url = URL(fileURLWithPath: "\(path)/\(name)")
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
    }

    package var names: [String] { files.keys.sorted() }

    /// A file's text; nil when there is no such file.
    package subscript(name: String) -> String? {
        get { files[name].map { String(decoding: $0, as: UTF8.self) } }
        set { files[name] = newValue.map { Array($0.utf8) } }
    }

    /// What differs, a line a file; empty when nothing does. Files that were not expected count too.
    package func differences(from expected: Folder) -> [String] {
        Set(names).union(expected.names).sorted().compactMap { name in
            switch (files[name], expected.files[name]) {
            case (nil, _): "\(name): missing"
            case (_, nil): "\(name): not expected"
            case (let found, let wanted) where found != wanted:
                "\(name): \(firstDifference(self[name] ?? "", expected[name] ?? ""))"
            default: nil
            }
        }
    }
}

/// The first line in which two texts differ, with its number.
func firstDifference(_ found: String, _ wanted: String) -> String {
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(found, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(found.count, wanted.count)
    let shown = { (lines: [Substring]) in line < lines.count ? "\"\(lines[line].prefix(300))\"" : "the end" }
    return "line \(line + 1) is \(shown(found)), expected \(shown(wanted))"
}
