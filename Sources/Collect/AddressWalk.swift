import Archive
import Core
import Report

/// One request each for many addresses, several at a time, as one walk of the archive: what it has is not asked again.
///
/// An address that gives nothing (`ask` returns nil) is told of and left out; the walk then stays open, and the next run
/// tries it again.
struct AddressWalk {
    let name: String
    let identity: String
    /// What is counted: "details".
    let unit: String
    let workers: Int
    /// At most so many a run; the rest is for the next one.
    var most = Int.max
    let isFresh: Bool
    let archive: Archive
    let log: Log

    /// - Parameters:
    ///   - urls: in the order to ask in; made only when the walk is not complete yet.
    ///   - ask: the answer of an address, as a page of that walk.
    func run(
        _ summary: inout CollectSummary, urls: () throws -> [String],
        ask: @escaping @Sendable (_ url: String, _ walk: String) async throws -> ArchivedPage?
    ) async throws -> Walk {
        let walk = try beginOrGoOn()
        if walk.isFinished {
            log.info("Collect", "\(walk.id): complete since \(walk.ended!.day), not asked again")
            return walk
        }
        let done = Set(archive.entries.lazy.filter { $0.walk == walk.id }.map(\.url))
        let left = try urls().filter { !done.contains($0) }
        if left.count > 0 {
            log.info("Collect", "\(walk.id): \(Format.int(left.count)) \(unit) to ask for, one request each")
        }
        let answered = try await fetch(
            left.prefix(most), of: walk, already: done.count, left: left.count, ask, &summary)
        if answered == left.count { try archive.finish(walk.id) }
        return archive.walk(walk.id)!
    }
}

extension AddressWalk {
    private func beginOrGoOn() throws -> Walk {
        if !isFresh, let known = archive.latestWalk(name, plan: identity) { return known }
        return try archive.begin(name, plan: identity)
    }

    /// - Returns: how many gave something.
    private func fetch(
        _ urls: some Collection<String>, of walk: Walk, already: Int, left: Int,
        _ ask: @escaping @Sendable (String, String) async throws -> ArchivedPage?, _ summary: inout CollectSummary
    ) async throws -> Int {
        var waiting = urls.makeIterator()
        var answered = 0
        try await withThrowingTaskGroup(of: Bool.self) { group in
            func startOne() {
                guard let url = waiting.next() else { return }
                group.addTask { [archive] in
                    guard let page = try await ask(url, walk.id) else { return false }
                    try archive.append(page)
                    return true
                }
            }
            for _ in 0..<max(1, workers) { startOne() }
            while let gave = try await group.next() {
                if gave {
                    answered += 1
                    summary.pagesFetched += 1
                    summary.recordsFetched += 1
                    log.progress("Collect", done: already + answered, total: already + left, unit: unit)
                }
                startOne()
            }
        }
        return answered
    }
}
