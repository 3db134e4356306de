import Foundation
import JSON

/// A folder of pages: `<id>.json` for each, and `pages.json` with their order.
///
///     try ReportStore.write(pages, to: ".hubatlas/report")
///     try ReportStore.read(".hubatlas/report") == pages
///
/// The same pages give the same bytes. Each file is written beside itself and renamed, `pages.json` last, so a reader
/// finds whole files. Pages of an earlier report that are no more are removed.
package enum ReportStore {
    /// Raised when a report can no longer be read by older programs, or the other way round.
    package static let version = 1

    /// Throws `ReportError` when the folder cannot be made or written.
    package static func write(_ pages: [Page], to folder: String) throws(ReportError) {
        precondition(Set(pages.map(\.id)).count == pages.count, "two pages have one id")
        precondition(pages.allSatisfy { isPlainName($0.id) && $0.id != index }, "a page's id is no file name")
        try reach(folder) { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        for page in pages { try write(page.json, to: path(of: page.id, in: folder)) }
        let order: JSONValue = ["version": .integer(version), "pages": .array(pages.map { .string($0.id) })]
        try write(order, to: path(of: index, in: folder))
        try removeOthers(than: pages.map(\.id), in: folder)
    }

    /// The pages in the order they were written in. Throws `ReportError` with file and place for a report that is missing,
    /// damaged or of another version.
    package static func read(_ folder: String) throws(ReportError) -> [Page] {
        let file = path(of: index, in: folder)
        let json = try parse(file)
        guard json["version"] == .integer(version) else {
            throw ReportError(.version(json["version"]?.text ?? "none"), at: file)
        }
        guard let ids = json["pages"]?.array?.map(\.string), ids.allSatisfy({ $0.map(isPlainName) ?? false }) else {
            throw ReportError(.malformed("pages is not a list of page names"), at: file)
        }
        var pages: [Page] = []
        for case let id? in ids {
            let file = path(of: id, in: folder)
            pages.append(try Page(json: try parse(file), at: file))
        }
        return pages
    }
}

extension ReportStore {
    private static let index = "pages"

    private static func path(of id: String, in folder: String) -> String { "\(folder)/\(id).json" }

    private static func isPlainName(_ id: String) -> Bool {
        !id.isEmpty && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }

    private static func write(_ json: JSONValue, to file: String) throws(ReportError) {
        try reach(file) { try Data(json.bytes + [10]).write(to: URL(fileURLWithPath: file), options: .atomic) }
    }

    private static func removeOthers(than ids: [String], in folder: String) throws(ReportError) {
        let kept = Set(ids + [index]).map { "\($0).json" }
        try reach(folder) {
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            where name.hasSuffix(".json") && !kept.contains(name) {
                try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
    }

    private static func reach(_ path: String, _ work: () throws -> Void) throws(ReportError) {
        do { try work() } catch { throw ReportError(.unwritable(error.localizedDescription), at: path) }
    }

    private static func parse(_ file: String) throws(ReportError) -> JSONValue {
        guard let data = FileManager.default.contents(atPath: file) else { throw ReportError(.missing, at: file) }
        do { return try JSONValue.parse([UInt8](data)) } catch {
            throw ReportError(.notJSON("\(error)"), at: file)
        }
    }
}
