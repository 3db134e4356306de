import Core
import Foundation
import Hashing

/// What went into a stage, by name: two runs with the same need not be run twice.
///
///     ["archive": "5f1c…", "program": "09ab…"]
typealias Inputs = [String: String]

/// Short texts that change when a file, a folder or a setting does.
enum Fingerprint {
    static func of(_ text: String) -> String { of(Array(text.utf8)) }

    static func of(_ bytes: [UInt8]) -> String { String(SHA256.hex(bytes).prefix(16)) }

    /// Of the bytes of all files below the folders, with their names: for sources, which are small and copied about.
    static func contents(of folders: [String]) throws -> String {
        var lines: [String] = []
        for folder in folders where Files.isFolder(folder) {
            for name in try names(below: folder) {
                lines.append("\(name) \(SHA256.hex(try Files.read("\(folder)/\(name)")))")
            }
        }
        return of(lines.joined(separator: "\n"))
    }

    /// Of names, sizes and times of change: for artefacts, which are large and written here. "none" where there is nothing.
    static func stamp(of path: String) throws -> String {
        if Files.isFolder(path) {
            return of(try names(below: path).map { try "\($0) \(state(of: "\(path)/\($0)"))" }.joined(separator: "\n"))
        }
        return Files.exists(path) ? of(try state(of: path)) : "none"
    }

    /// Of the running program: another build may do another thing.
    static func program() throws -> String { try stamp(of: Bundle.main.executablePath ?? CommandLine.arguments[0]) }

    /// Files only, dot-files left out, sorted.
    private static func names(below folder: String) throws -> [String] {
        try Files.list(folder).filter { !$0.hasPrefix(".") }.flatMap { name -> [String] in
            guard Files.isFolder("\(folder)/\(name)") else { return [name] }
            return try names(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
        }
    }

    private static func state(of path: String) throws -> String {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        let changed = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(attributes[.size] as? Int ?? 0) \(changed)"
    }
}
