import Core
import Foundation
import Hashing

/// A site in the making: files go to a folder beside `out`; `swap` puts that in its place, which stays whole until then.
///
/// Dot-files of the old folder (`.gitignore`, `.git`) go over into the new one. The folders beside it, `.site.hubatlas-new`
/// and `.site.hubatlas-old`, have names that nobody else gives, for what a killed build left there is removed. The file
/// `.site.hubatlas-lock`, there as long as a build is, keeps a second one away. `.hubatlas-files` in the site names what
/// the build wrote, so that the next one knows what it did not, and replaces nothing of a stranger's.
struct SiteFolder {
    let out: String
    let new: String
    private let old: String
    /// What programs read and write meanwhile; gone before the swap.
    let work: String
    private(set) var files: [String: [UInt8]] = [:]
    /// Name → size of what was copied as it is, and may be much.
    private(set) var copied: [String: Int] = [:]
    /// Until the swap, or until the build is given up.
    private var lock: FileLock?

    /// Throws `SiteError` when the folder cannot be made, another build is at work on it, or `out` holds what no build
    /// wrote.
    init(_ out: String) throws {
        self.out = URL(fileURLWithPath: out).resolvingSymlinksInPath().path
        let url = URL(fileURLWithPath: self.out)
        let beside = "\(url.deletingLastPathComponent().path)/.\(url.lastPathComponent).hubatlas-"
        (new, old) = (beside + "new", beside + "old")
        work = new + "/.work"
        lock = try Self.lock(beside + "lock", for: out)
        try recover()
        if let foreign = try Self.foreignName(in: self.out) { throw SiteError(.notOurs(foreign), at: out) }
        try reach(new) { try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true) }
    }

    /// Writes a file and returns its name.
    @discardableResult
    mutating func write(_ bytes: [UInt8], to name: String) throws -> String {
        precondition(files[name] == nil, "\(name) is written twice")
        let url = URL(fileURLWithPath: "\(new)/\(name)")
        try reach(url.path) {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        files[name] = bytes
        return name
    }

    /// Writes a file whose name carries the hash of what it holds: `assets/atlas.0123456789.css`.
    mutating func write(_ bytes: [UInt8], named stem: String, _ suffix: String) throws -> String {
        try write(bytes, to: "\(stem).\(SHA256.hex(bytes).prefix(10)).\(suffix)")
    }

    /// Copies a file as it is; what comes back is its size in bytes.
    mutating func copy(_ source: String, to name: String) throws -> Int {
        precondition(files[name] == nil && copied[name] == nil, "\(name) is written twice")
        let url = URL(fileURLWithPath: "\(new)/\(name)")
        let manager = FileManager.default
        try reach(source) {
            try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try manager.copyItem(atPath: source, toPath: url.path)
            copied[name] = try manager.attributesOfItem(atPath: url.path)[.size] as? Int ?? 0
        }
        return copied[name] ?? 0
    }

    /// Puts the new folder in the place of the old. Two renames: a build killed between them is mended by the next.
    mutating func swap() throws {
        try putInPlace()
        lock = nil
    }

    private func putInPlace() throws {
        let manager = FileManager.default
        try reach(work) { try manager.removeItem(atPath: work) }
        try writeNames()
        guard manager.fileExists(atPath: out) else {
            return try reach(out) { try manager.moveItem(atPath: new, toPath: out) }
        }
        try moveDotFiles(from: out, to: new)
        try reach(out) {
            do {
                try manager.moveItem(atPath: out, toPath: old)
                try manager.moveItem(atPath: new, toPath: out)
            } catch {
                try undo()
                throw error
            }
            try manager.removeItem(atPath: old)
        }
    }

    /// Leaves the old site as it was.
    mutating func discard() {
        // What cannot be removed now is removed by the next build; the error that led here is the one to show.
        try? FileManager.default.removeItem(atPath: new)
        lock = nil
    }
}

extension SiteFolder {
    /// The mark in `index.html` by which a build knows its own work again.
    static let mark = #"<meta name="generator" content="hubatlas">"#

    /// The file in the site that names what the build wrote, a line each, sorted.
    static let namesFile = ".hubatlas-files"

    /// The first name in a folder that no build wrote; nil when the folder may be replaced, or is not there.
    private static func foreignName(in path: String) throws -> String? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let names = try names(below: path).filter { !$0.hasPrefix(".") }
        let index = FileManager.default.contents(atPath: "\(path)/index.html") ?? Data()
        guard String(decoding: index, as: UTF8.self).contains(mark) else { return names.first }
        let own = ownNames(in: path)
        return names.first { !own($0) }
    }

    /// Which names a build wrote: those of its list; in a site of before there was one, what usually stands in a site.
    private static func ownNames(in path: String) -> (String) -> Bool {
        guard let list = FileManager.default.contents(atPath: "\(path)/\(namesFile)") else {
            return { name in
                name.hasPrefix("assets/") || name.hasPrefix("data/") || name == "robots.txt" || name == "sitemap.xml"
                    || (name.hasSuffix(".html") && !name.contains("/"))
            }
        }
        let names = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
        return { names.contains($0) }
    }

    /// Files below a folder, sorted; what the system itself puts into folders left out.
    private static func names(below path: String) throws -> [String] {
        try reading(path) { try FileManager.default.subpathsOfDirectory(atPath: path) }.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
                && !isFolder.boolValue && name.split(separator: "/").last != ".DS_Store"
        }.sorted()
    }

    private func writeNames() throws {
        let text = try Self.names(below: new).map { "\($0)\n" }.joined()
        try reach(new) { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(new)/\(Self.namesFile)")) }
    }

    private static func lock(_ path: String, for out: String) throws -> FileLock {
        do {
            try Files.createFolder(Files.parent(of: path))
            return try FileLock(path, purpose: "hubatlas", isRemoved: true)
        } catch let held as FileLock.Held {
            throw SiteError(.busy(by: held.holder), at: out)
        } catch let error as FileError {
            throw SiteError(.unwritable(error.description), at: out)
        }
    }

    /// Takes up what a killed build left: a site that was moved away, dot-files that were moved over.
    private func recover() throws {
        let manager = FileManager.default
        if !manager.fileExists(atPath: out), manager.fileExists(atPath: old) {
            try reach(out) { try manager.moveItem(atPath: old, toPath: out) }
        }
        if manager.fileExists(atPath: new) {
            try reach(work) { if manager.fileExists(atPath: work) { try manager.removeItem(atPath: work) } }
            if manager.fileExists(atPath: out) { try moveDotFiles(from: new, to: out) }
            try reach(new) { try manager.removeItem(atPath: new) }
        }
        if manager.fileExists(atPath: old) { try reach(old) { try manager.removeItem(atPath: old) } }
    }

    private func moveDotFiles(from: String, to: String) throws {
        try reach(to) {
            for name in try FileManager.default.contentsOfDirectory(atPath: from).sorted()
            where name.hasPrefix(".") && name != Self.namesFile {
                try FileManager.default.moveItem(atPath: "\(from)/\(name)", toPath: "\(to)/\(name)")
            }
        }
    }

    private func undo() throws {
        if !FileManager.default.fileExists(atPath: out) {
            try FileManager.default.moveItem(atPath: old, toPath: out)
        }
        try moveDotFiles(from: new, to: out)
    }

    private static func reading<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw SiteError(.unreadable(error.localizedDescription), at: path) }
    }

    private func reach(_ path: String, _ body: () throws -> Void) throws {
        do { try body() } catch let error as SiteError { throw error } catch {
            throw SiteError(.unwritable(error.localizedDescription), at: path)
        }
    }
}
