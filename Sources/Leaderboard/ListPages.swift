import Archive
import Hub
import Sources

/// A list of the Hub as a part of a walk: pages that are archived are read again, the others asked for and archived.
struct ListPages {
    let desk: Desk
    let walk: Walk
    let format: String

    /// - Parameters:
    ///   - first: where the list begins.
    ///   - countsRecords: whether its items are what the walk is about, not only the way to it.
    /// - Throws: `HubError`, `ArchiveError`, what `body` throws; every page that came is kept.
    func read(
        from first: String, countsRecords: Bool, _ body: (_ page: [UInt8], _ url: String) throws -> Void
    ) async throws {
        let known = desk.archive.entries.filter { $0.walk == walk.id && $0.format == format }
        for entry in known { try body(try desk.archive.page(entry).body, entry.url) }
        // The list itself may have been broken off.
        guard let next = known.isEmpty ? first : known.last?.next else { return }
        for try await page in desk.hub.pages(from: next) {
            try desk.archive.append(
                ArchivedPage(
                    walk: walk.id, url: page.url, fetchedAt: page.fetchedAt, format: format,
                    records: countsRecords ? page.records : 0, next: page.next, body: page.body))
            try body(page.body, page.url)
        }
    }
}
