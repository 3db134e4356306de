package import Archive
import CSV
import Catalog
import Core
import Hub
import JSON

/// Decodes archived pages and applies the rules to their records. Not for several threads at once.
///
///     var cleaner = PageCleaner(ModelCleaner())
///     cleaner.clean(page).models → [ModelRow(repoID: "acme/model", …), …]
///
/// A page that is damaged gives what can be saved of it, and diagnostics: `page.damaged` for the page,
/// `record.malformed` for each record that could not be read.
package struct PageCleaner {
    let models: ModelCleaner
    private let parser = JSONParser()

    package init(_ models: ModelCleaner) { self.models = models }

    /// The rows of a page, and what was wrong with it.
    package func clean(_ page: ArchivedPage) -> CleanedPage {
        var cleaned = CleanedPage(day: page.fetchedAt.day, listing: "\(page.walk) \(page.format)")
        guard page.status == 200 else {
            cleaned.diagnostics.append(Diagnostic("page.status", at: page.url, "\(page.status)"))
            return cleaned
        }
        guard let format = PageFormat(page.format) else {
            cleaned.diagnostics.append(Diagnostic("page.format", at: page.url, page.format))
            return cleaned
        }
        switch format.shape {
        case .csv: takeTable(page, into: &cleaned)
        case .array: takeArray(page, format, into: &cleaned)
        case .lines: takeLines(page, format, into: &cleaned)
        case .html: takeModelPage(page, into: &cleaned)
        }
        return cleaned
    }
}

/// How a page's body is to be read, and what its records are.
struct PageFormat: Equatable {
    enum Shape { case array, lines, csv, html }
    enum Kind { case model, dataset, space, treeSize, modelPage, radar, table }

    var shape: Shape
    var kind: Kind

    init?(_ name: String) {
        switch name {
        case "hub-models", "hub-model": (shape, kind) = (.array, .model)
        case "hub-datasets", "hub-dataset": (shape, kind) = (.array, .dataset)
        case "hub-spaces", "hub-space": (shape, kind) = (.array, .space)
        case "hub-treesize": (shape, kind) = (.array, .treeSize)
        case "hub-model-page": (shape, kind) = (.html, .modelPage)
        case "hub-models-ndjson", "hub-model-ndjson", "hub-model-details-ndjson": (shape, kind) = (.lines, .model)
        case "hub-datasets-ndjson": (shape, kind) = (.lines, .dataset)
        case "hub-spaces-ndjson": (shape, kind) = (.lines, .space)
        case "radar-ndjson": (shape, kind) = (.lines, .radar)
        case "csv-2022-07", "csv-2025-03", "daily-csv", "leaderboard-csv", "lineage-csv", "gated-csv",
            "legacy-renames-csv", "spaces-to-models-csv":
            (shape, kind) = (.csv, .table)
        default: return nil
        }
    }
}

extension PageCleaner {
    private func takeArray(_ page: ArchivedPage, _ format: PageFormat, into cleaned: inout CleanedPage) {
        do {
            let root = try parser.parse(page.body).root
            switch root.kind {
            case .array:
                for record in root.elements { take(record, format, page, into: &cleaned) }
            case .object where root["error"] == nil || root["id"] != nil:
                take(root, format, page, into: &cleaned)
            default:
                cleaned.diagnostics.append(Diagnostic("page.noList", at: page.url, root.kind.rawValue))
            }
        } catch {
            cleaned.diagnostics.append(Diagnostic("page.damaged", at: page.url, "\(error)"))
            for record in JSONSalvage.elements(of: page.body) { takeRecord(record, format, page, into: &cleaned) }
        }
    }

    private func takeLines(_ page: ArchivedPage, _ format: PageFormat, into cleaned: inout CleanedPage) {
        for line in page.body.split(separator: UInt8(ascii: "\n")) where line.contains(where: { $0 > 0x20 }) {
            takeRecord(line, format, page, into: &cleaned)
        }
    }

    private func takeRecord(
        _ bytes: ArraySlice<UInt8>, _ format: PageFormat, _ page: ArchivedPage, into cleaned: inout CleanedPage
    ) {
        do {
            take(try parse(bytes, at: page.url, &cleaned.diagnostics).root, format, page, into: &cleaned)
        } catch {
            cleaned.records += 1
            cleaned.diagnostics.append(Diagnostic("record.malformed", at: page.url, "\(error)"))
        }
    }

    /// The record, where need be with bytes taken out that are not UTF-8.
    private func parse(
        _ bytes: ArraySlice<UInt8>, at url: String, _ diagnostics: inout [Diagnostic]
    ) throws -> JSONDocument {
        do {
            return try parser.parse(bytes)
        } catch let error as JSONError where error.reason == .invalidUTF8 {
            let document = try parser.parse(Array(String(decoding: bytes, as: UTF8.self).utf8))
            diagnostics.append(Diagnostic("record.utf8", at: RepoID.sent(in: document.root), ""))
            return document
        }
    }

    private func take(_ view: JSONView, _ format: PageFormat, _ page: ArchivedPage, into cleaned: inout CleanedPage) {
        cleaned.records += 1
        let day = page.fetchedAt.day
        switch format.kind {
        case .model:
            guard let record = ModelRecord.decode(view, into: &cleaned.diagnostics) else { return }
            cleaned.models.append(models.row(from: record, on: day, &cleaned.diagnostics))
        case .radar:
            guard let record = ModelRecord.decodeRadar(view, into: &cleaned.diagnostics) else { return }
            cleaned.models.append(models.row(from: record, on: day, &cleaned.diagnostics))
        case .dataset:
            guard let record = DatasetRecord.decode(view, into: &cleaned.diagnostics) else { return }
            cleaned.datasets.append(models.row(from: record, readOn: day, &cleaned.diagnostics))
        case .space:
            guard let record = SpaceRecord.decode(view, into: &cleaned.diagnostics) else { return }
            cleaned.spaces.append(models.row(from: record, readOn: day, &cleaned.diagnostics))
        case .treeSize: treeSize(view, of: page, into: &cleaned)
        case .table, .modelPage: preconditionFailure("tables and pages are no JSON")
        }
    }
}

extension RepoID {
    fileprivate static func sent(in view: JSONView) -> String {
        let id = (view["id"] ?? view["modelId"])?.string ?? ""
        return isValid(id) ? id : ""
    }
}
