import Archive
import Core
import Hub
import JSON
import Report

/// One pass over a list: models, datasets or Spaces.
///
/// A page is written down before the next one is asked for, so that a process which is killed loses at most the page that
/// was on its way; it is compressed while that one comes. Pages are written in their order, and a page together with the
/// cursor behind it, so the archive always says where to go on.
struct Listing {
    let plan: CollectPlan
    let archive: Archive
    let client: HubClient
    let log: Log

    func run(_ summary: inout CollectSummary) async throws -> Walk {
        let walk = try beginOrGoOn()
        if walk.isFinished {
            log.info("Collect", "\(walk.id): complete since \(walk.ended!.day), not walked again")
            return walk
        }
        if let next = walk.next, !isEnough(walk) { try await follow(next, of: walk, &summary) }
        try archive.finish(walk.id)
        let done = archive.walk(walk.id)!
        log.info("Collect", "\(done.id): \(Format.count(done.pages, "page")), \(Format.int(done.records)) \(plan.list)")
        return done
    }
}

extension Listing {
    private func beginOrGoOn() throws -> Walk {
        let identity = plan.identity(endpoint: client.endpoint)
        if !plan.fresh, let known = archive.latestWalk(plan.list.rawValue, plan: identity) {
            if !known.isFinished, known.pages > 0 {
                log.info(
                    "Collect",
                    "\(known.id): going on after \(Format.count(known.pages, "page")), \(Format.int(known.records)) \(plan.list)"
                )
            }
            return known
        }
        return try archive.begin(plan.list.rawValue, plan: identity, first: client.address(of: plan.query))
    }

    private func follow(_ first: String, of walk: Walk, _ summary: inout CollectSummary) async throws {
        var writing: Task<Void, any Error>?
        var records = walk.records
        do {
            for try await page in client.pages(from: first) {
                try await writing?.value
                let held = try archive.hold(ArchivedPage(page, of: walk.id, format: plan.list.format))
                writing = Task { [archive] in try archive.append(held) }
                records += page.records ?? 0
                summary.pagesFetched += 1
                summary.recordsFetched += page.records ?? 0
                log.progress("Collect", done: records, total: plan.limit, unit: plan.list.rawValue)
                if let limit = plan.limit, records >= limit { break }
                if isBeforeSince(page) { break }
            }
        } catch {
            // The page before the failure is kept; should its writing fail too, that is the graver news.
            try await writing?.value
            throw error
        }
        try await writing?.value
    }

    private func isEnough(_ walk: Walk) -> Bool { plan.limit.map { walk.records >= $0 } ?? false }

    /// The list comes newest first, so its last record tells whether the next page can still hold anything wanted.
    private func isBeforeSince(_ page: HubPage) -> Bool {
        let (key, day): (StaticString, Day)
        switch plan.since {
        case .created(let since): (key, day) = ("createdAt", since)
        case .changed(let since): (key, day) = ("lastModified", since)
        case nil: return false
        }
        // A page that cannot be read says nothing about dates, so the walk goes on.
        guard let items = try? JSONDocument.parse(page.body).root.elements else { return false }
        var oldest: Day?
        for item in items { oldest = item[key]?.string.flatMap { Instant($0) }?.day ?? oldest }
        return oldest.map { $0 < day } ?? false
    }
}

extension ArchivedPage {
    init(_ page: HubPage, of walk: String, format: String) {
        self.init(
            walk: walk, url: page.url, status: page.status, fetchedAt: page.fetchedAt, format: format,
            records: page.records, next: page.next, body: page.body)
    }
}
