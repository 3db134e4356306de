import Archive
import CSV
import Catalog
import Core
import Hub

// Tables of others, each with its own columns. A table that lists models gives rows; one that says something about models
// gives facts, which fill the gaps of rows that are there.

extension PageCleaner {
    func takeTable(_ page: ArchivedPage, into cleaned: inout CleanedPage) {
        let table: CSVTable
        do {
            table = try CSVTable(page.body, named: page.url)
        } catch {
            cleaned.diagnostics.append(Diagnostic("page.damaged", at: page.url, "\(error)"))
            return
        }
        cleaned.records = table.rows.count
        cleaned.counts = table.diagnostics
        switch page.format {
        case "csv-2022-07": takeListing(table, .july2022, of: page, into: &cleaned)
        case "csv-2025-03": takeListing(table, .march2025, of: page, into: &cleaned)
        case "daily-csv": takeListing(table, .daily, of: page, into: &cleaned)
        case "leaderboard-csv": takeLeaderboard(table, of: page, into: &cleaned)
        case "lineage-csv": takeLineage(table, of: page, into: &cleaned)
        case "gated-csv": takeGated(table, of: page, into: &cleaned)
        case "spaces-to-models-csv": takeSpaceLinks(table, of: page, into: &cleaned)
        // Renames are read before the first page, because every rule needs them.
        default: break
        }
    }

    /// Old id → id of today, of a table `old_id,new_id`.
    static func renames(in table: CSVTable) -> [(old: String, new: String)] {
        guard let old = table.column("old_id"), let new = table.column("new_id") else { return [] }
        return table.rows.compactMap { row in
            guard let a = row[at: old], let b = row[at: new], RepoID.isValid(a), RepoID.isValid(b) else { return nil }
            return (a, b)
        }
    }
}

/// The columns of a table that lists models.
private struct Listing {
    var id: String
    var downloads: String
    var likes: String?
    var task: String
    var createdAt: String?
    /// Taken by its makers from the Hub's `safetensors.total`.
    var tensorCount: String?
    /// The day of the row's counts, where a file has many.
    var day: String?

    static let july2022 = Listing(id: "model", downloads: "downloads", task: "task")
    static let march2025 = Listing(
        id: "model_name", downloads: "downloads", likes: "likes", task: "task_category", createdAt: "publishing_date",
        tensorCount: "model_size")
    static let daily = Listing(id: "id", downloads: "downloads", likes: "likes", task: "task", day: "date")
}

extension PageCleaner {
    private func takeListing(
        _ table: CSVTable, _ listing: Listing, of page: ArchivedPage, into cleaned: inout CleanedPage
    ) {
        guard let id = table.column(listing.id) else { return noColumn(listing.id, page, into: &cleaned) }
        let downloads = table.column(listing.downloads)
        let likes = listing.likes.flatMap { table.column($0) }
        let task = table.column(listing.task)
        let createdAt = listing.createdAt.flatMap { table.column($0) }
        let tensorCount = listing.tensorCount.flatMap { table.column($0) }
        let day = listing.day.flatMap { table.column($0) }
        for row in table.rows {
            guard var record = record(row[at: id], into: &cleaned) else { continue }
            var reader = WireReader(subject: record.id)
            record.downloads = reader.count(row[at: downloads], "downloads")
            record.likes = reader.count(row[at: likes], "likes")
            record.pipelineTag = row[at: task]
            record.createdAt = row[at: createdAt].flatMap { reader.date($0, "created") }
            record.statedParameters = reader.count(row[at: tensorCount], "size", atMost: WireReader.greatestSize)
                .map { .init(count: $0, isTensorCount: true) }
            let seen = row[at: day].flatMap { reader.date($0, "date")?.day }
            guard listing.day == nil || seen != nil else { continue }
            cleaned.diagnostics += reader.diagnostics
            cleaned.models.append(models.row(from: record, on: seen ?? page.fetchedAt.day, &cleaned.diagnostics))
        }
    }

    /// Names and sizes only: scores are measurements of others and belong to their own analysis. A size of 0 or −1 is an
    /// unknown one.
    private func takeLeaderboard(_ table: CSVTable, of page: ArchivedPage, into cleaned: inout CleanedPage) {
        guard let id = table.column("model_name", "fullname", "model") else {
            return noColumn("model_name", page, into: &cleaned)
        }
        let billions = table.column("metadata_params_billions", "params_b", "#Params (B)")
        for row in table.rows {
            guard var record = record(row[at: id], into: &cleaned) else { continue }
            if let value = row[at: billions].flatMap(Double.init), value > 0, value < 100_000 {
                record.statedParameters = .init(count: Int((value * 1e9).rounded()), isTensorCount: false)
            }
            cleaned.modelFacts.append(models.row(from: record, on: nil, &cleaned.diagnostics))
        }
    }

    /// `source` is the parent, `target` the child.
    private func takeLineage(_ table: CSVTable, of page: ArchivedPage, into cleaned: inout CleanedPage) {
        guard let parent = table.column("source"), let child = table.column("target"), let edge = table.column("edge")
        else { return noColumn("source", page, into: &cleaned) }
        for row in table.rows {
            guard var record = record(row[at: child], into: &cleaned), let base = row[at: parent] else { continue }
            record.baseIDs = [base]
            record.baseRelation = row[at: edge]
            cleaned.modelFacts.append(models.row(from: record, on: nil, &cleaned.diagnostics))
        }
    }

    private func takeGated(_ table: CSVTable, of page: ArchivedPage, into cleaned: inout CleanedPage) {
        guard let id = table.column("id") else { return noColumn("id", page, into: &cleaned) }
        for row in table.rows {
            guard var record = record(row[at: id], into: &cleaned) else { continue }
            record.gated = .gated
            cleaned.modelFacts.append(models.row(from: record, on: nil, &cleaned.diagnostics))
        }
    }

    /// One row a link; rows of one Space that stand together make one.
    private func takeSpaceLinks(_ table: CSVTable, of page: ArchivedPage, into cleaned: inout CleanedPage) {
        guard let space = table.column("space"), let model = table.column("model") else {
            return noColumn(table.column("space") == nil ? "space" : "model", page, into: &cleaned)
        }
        for row in table.rows {
            guard let id = row[at: space], let used = row[at: model], RepoID.isValid(id), RepoID.isValid(used) else {
                cleaned.diagnostics.append(Diagnostic("record.badID", at: "", row[at: space] ?? ""))
                continue
            }
            var record = SpaceRecord(id: id)
            record.models = [used]
            let link = models.row(from: record, readOn: nil, &cleaned.diagnostics)
            if cleaned.spaceLinks.last?.repoID == id {
                cleaned.spaceLinks[cleaned.spaceLinks.count - 1].models += link.models
            } else {
                cleaned.spaceLinks.append(link)
            }
        }
    }

    private func record(_ id: String?, into cleaned: inout CleanedPage) -> ModelRecord? {
        if let id, RepoID.isValid(id) { return ModelRecord(id: id) }
        cleaned.diagnostics.append(Diagnostic(id == nil ? "record.noID" : "record.badID", at: "", id ?? ""))
        return nil
    }

    private func noColumn(_ name: String, _ page: ArchivedPage, into cleaned: inout CleanedPage) {
        cleaned.diagnostics.append(Diagnostic("page.noColumn", at: page.url, name))
    }
}

extension WireReader {
    /// "110106428" or, as a table writes whole numbers, "110106428.0".
    fileprivate mutating func count(_ text: String?, _ field: StaticString, atMost limit: Int = greatestCount) -> Int? {
        guard let text else { return nil }
        guard let value = Int(text) ?? Double(text).flatMap(Int.init(exactly:)) else {
            note("field.type", "\(field): no whole number")
            return nil
        }
        return within(limit, value, field)
    }
}

extension [String] {
    /// The field of a column; nil when the row is short or the field is empty.
    fileprivate subscript(at column: Int?) -> String? {
        guard let column, column < count, !self[column].isEmpty else { return nil }
        return self[column]
    }
}
