import Archive
import Catalog
import Collect
package import Core
import Hub
package import JSON
import Report
import SearchFormat

/// What a data folder holds: what is collected, how old it is, how much disk it takes, what is left of a walk.
package struct Status: Equatable, Sendable {
    /// One walk of the archive.
    package struct WalkStatus: Equatable, Sendable {
        var id: String
        /// "the Hub", "the Hub, with author Qwen and limit 500": what was asked for.
        var question: String
        var pages: Int
        var records: Int
        var began: Instant
        var ended: Instant?
        /// Records of the last finished walk for the same question: what this one will come to, about.
        var expectedRecords: Int?
        /// What answered and what was due, where a walk asks one question after another.
        var progress: WalkProgress?

        /// A list or a file: without a record it is empty, and no answer to something else.
        var isOfRecords: Bool {
            id.hasPrefix("import/") || HubList.allCases.contains { id.hasPrefix("\($0.rawValue)/") }
        }
    }

    /// What the catalog holds.
    package struct CatalogStatus: Equatable, Sendable {
        var models: Int
        /// "Hub model list, 11 Jul 2024".
        var sources: [String]
        var newestDay: Day?
    }

    /// What the search index holds.
    package struct SearchStatus: Equatable, Sendable {
        var models: Int
        var files: Int
    }

    var folder: String
    var now: Instant
    var walks: [WalkStatus] = []
    /// What the archive found damaged in itself.
    var damage: [String] = []
    var catalog: CatalogStatus?
    var search: SearchStatus?
    /// Name → bytes on disk, of what there is.
    var bytes: [String: Int] = [:]

    /// Looks at a data folder without changing it. A part that cannot be read is told as damage, not thrown.
    package init(of data: DataFolder, now: Instant) {
        folder = data.path
        self.now = now
        readArchive(data.archive)
        readCatalog(data.catalog)
        readSearch(data.search)
        for (name, path) in [
            ("archive", data.archive), ("catalog", data.catalog), ("report", data.report), ("search", data.search),
            ("log", data.log),
        ] {
            if let size = try? DiskUse.bytes(below: path), size > 0 { bytes[name] = size }
        }
    }
}

extension Status {
    private mutating func readArchive(_ path: String) {
        guard Files.exists(path) else { return }
        do {
            let archive = try Archive(at: path, mode: .read)
            damage += archive.diagnostics.map { "\($0.subject): \($0.detail)" }
            walks = archive.walks.enumerated().map { i, walk in
                let before = archive.walks[..<i].last { $0.name == walk.name && $0.plan == walk.plan && $0.isFinished }
                return WalkStatus(
                    id: walk.id, question: WalkQuestion.words(of: walk), pages: walk.pages, records: walk.records,
                    began: walk.began, ended: walk.ended, expectedRecords: before?.records,
                    progress: WalkProgress(of: walk, in: archive, now: now))
            }
        } catch {
            damage.append("\(error)")
        }
    }

    private mutating func readCatalog(_ path: String) {
        guard Files.exists(path) else { return }
        do {
            let catalog = try Catalog(path: path, mode: .read)
            let sources = try catalog.sources()
            self.catalog = CatalogStatus(
                models: try catalog.modelCount, sources: sources.map { "\($0.title), \(Format.day($0.day))" },
                newestDay: sources.filter { $0.subject == .models }.map(\.day).max())
        } catch {
            damage.append("\(error)")
        }
    }
}

extension Status {
    private mutating func readSearch(_ path: String) {
        guard Files.exists(path) else { return }
        do {
            let list = try IndexFolder(path).list
            search = SearchStatus(models: list.modelCount, files: list.files.count)
        } catch {
            damage.append("\(error)")
        }
    }
}

extension Status {
    /// For people.
    package var text: String {
        guard catalog != nil || !walks.isEmpty || !damage.isEmpty else {
            return "\(folder): nothing collected yet; 'hubatlas build' shows the bundled snapshot"
        }
        var lines = walks.map(line)
        if let catalog {
            let age = catalog.newestDay.map { ", as of \(Format.day($0)) (\(days(since: $0)))" } ?? ""
            lines.append("catalog: \(Format.count(catalog.models, "model"))\(age)")
            lines += catalog.sources.map { "  \($0)" }
        }
        if let search {
            lines.append("search: \(Format.count(search.models, "model")) in \(Format.count(search.files, "file"))")
        }
        lines += damage.map { "damaged: \($0)" }
        let parts = bytes.sorted { $0.key < $1.key }.map { "\($0.key) \(Format.bytes($0.value))" }
        lines.append("on disk: \(Format.bytes(bytes.values.reduce(0, +))) (\(parts.joined(separator: ", ")))")
        return lines.joined(separator: "\n")
    }

    /// For machines.
    package var json: JSONValue {
        [
            "folder": .string(folder), "at": .string(now.description), "walks": .array(walks.map(\.json)),
            "catalog": catalog.map { .object($0.json) } ?? .null,
            "search": search.map { ["models": .integer($0.models), "files": .integer($0.files)] } ?? .null,
            "damage": .array(damage.map { .string($0) }),
            "bytes": .object(bytes.mapValues { .integer($0) }),
        ]
    }

    private func line(_ walk: WalkStatus) -> String {
        // A file may be called anything.
        let size = "\(walk.id.visible) (\(walk.question.visible)): \(amount(of: walk))"
        // A walk over repositories ends with its ration, whatever is left for the next.
        let isWhole = (walk.progress?.left ?? 0) == 0
        if let ended = walk.ended, isWhole { return "\(size), complete, \(days(since: ended.day))" }
        let state = walk.ended == nil ? "unfinished" : "over for this run"
        return "\(size), \(state), \(left(of: walk)); 'hubatlas collect' goes on"
    }

    private func amount(of walk: WalkStatus) -> String {
        let pages = Format.count(walk.pages, "page")
        if let progress = walk.progress {
            let words = "\(Format.int(progress.answered)) of \(Format.int(progress.due)) \(progress.unit)"
            return progress.unit == "repositories" ? "\(words) in \(pages)" : words
        }
        // Questions whose answers are no lists of records.
        if walk.records == 0, walk.pages > 0, !walk.isOfRecords { return Format.count(walk.pages, "answer") }
        return "\(Format.count(walk.records, "record")) in \(pages)"
    }

    private func left(of walk: WalkStatus) -> String {
        if let progress = walk.progress {
            // Questions about what other answers will name are not known before those come.
            return progress.left > 0 ? "\(Format.int(progress.left)) left" : "more may follow from other answers"
        }
        guard let expected = walk.expectedRecords else { return "what is left is not known" }
        return "about \(Format.int(max(0, expected - walk.records))) left"
    }

    /// "today", "3 days old".
    private func days(since day: Day) -> String {
        let days = now.day.number - day.number
        return days <= 0 ? "today" : "\(Format.count(days, "day")) old"
    }
}

extension Status.WalkStatus {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "question": .string(question), "pages": .integer(pages), "records": .integer(records),
            "began": .string(began.description), "ended": JSONValue(ended?.description),
            "finished": .bool(ended != nil), "expectedRecords": JSONValue(expectedRecords),
            "answered": JSONValue(progress?.answered), "due": JSONValue(progress?.due),
            "unit": JSONValue(progress?.unit),
        ]
    }
}

extension Status.CatalogStatus {
    fileprivate var json: [String: JSONValue] {
        [
            "models": .integer(models), "sources": .array(sources.map { .string($0) }),
            "newestDay": JSONValue(newestDay?.description),
        ]
    }
}
