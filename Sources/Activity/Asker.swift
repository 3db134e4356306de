import Archive
import Catalog
import Core
import Hub
import JSON
import Sources
import Synchronization
import Web

/// Asks about one repo after another, as long as the run's ration of requests lasts, and archives each answer.
struct Asker: Sendable {
    enum Outcome: Sendable {
        case done
        /// The ration is used up; what is archived of the repo stays.
        case hungry
        case failed(any Failure)
    }

    let aspect: Aspect
    let walk: Walk
    let archive: Archive
    let hub: HubClient
    let time: TimeSource
    let ration: Ration

    /// Throws what no other repo could survive either: a token that is refused, a server that asks to wait for hours.
    func ask(_ asking: Asking) async throws -> Outcome {
        let first = aspect.address(of: asking.repo, everything: asking.everything, at: hub)
        // What was broken off in this walk goes on; in another one it may have moved since.
        let goesOn = asking.known?.walk == walk.id ? asking.known?.next : nil
        var url = asking.everything ? goesOn ?? first : first
        var visited: Set<String> = []
        while true {
            guard ration.take() else { return .hungry }
            do {
                guard visited.insert(url).inserted else { throw HubError(.cursorStands, at: url) }
                let page = try await hub.answer(url, is: aspect == .commits ? .list : .object)
                let next = next(behind: page, everything: asking.everything)
                try archive.append(archived(page, everything: asking.everything, next: next))
                guard asking.everything, let next else { return .done }
                url = next
            } catch let error as any Failure where isOfOneRepo(error) {
                try archive.append(failure(error, at: url, everything: asking.everything))
                return .failed(error)
            }
        }
    }
}

extension Asker {
    /// Where there is a page behind this one; of commits only where more than their number is wanted.
    private func next(behind page: HubPage, everything: Bool) -> String? {
        let (first, number) = Aspect.page(of: page.url)
        guard page.status == 200, number + 1 < Aspect.mostPages else { return nil }
        let hasMore =
            switch aspect {
            case .commits: everything && page.next != nil
            case .discussions: DiscussionPage(page.body).map { $0.end < $0.count && $0.end > $0.start } ?? false
            }
        return hasMore ? Aspect.address(ofPage: number + 1, behind: first) : nil
    }

    private func archived(_ page: HubPage, everything: Bool, next: String?) -> ArchivedPage {
        ArchivedPage(
            walk: walk.id, url: page.url, status: page.status, fetchedAt: page.fetchedAt,
            format: aspect.format(everything: everything), records: records(of: page), next: next, body: page.body)
    }

    /// On the first page how many there are on all; the others add nothing to that.
    private func records(of page: HubPage) -> Int? {
        guard page.status == 200, Aspect.page(of: page.url).number == 0 else { return 0 }
        return aspect == .commits ? page.total : DiscussionPage(page.body)?.count
    }

    private func failure(_ error: any Failure, at url: String, everything: Bool) -> ArchivedPage {
        ArchivedPage(
            walk: walk.id, url: url, status: 0, fetchedAt: time.instant, format: aspect.format(everything: everything),
            records: 0, body: Array(error.description.utf8.prefix(1000)))
    }

    private func isOfOneRepo(_ error: any Failure) -> Bool {
        switch error {
        case let error as WebError: if case .gaveUp = error.reason { true } else { false }
        case let error as HubError:
            switch error.reason {
            case .refused(let status, _): status != 401
            case .cursorStands: true
            default: false
            }
        default: false
        }
    }
}

/// What a page of discussions says of itself; nil for one that does not.
private struct DiscussionPage {
    var start: Int
    var end: Int
    var count: Int

    init?(_ body: [UInt8]) {
        // What is no JSON is no such page; the client has refused it before, and cleaning counts it.
        guard let root = try? JSONDocument.parse(body).root, let count = root["count"]?.integer,
            (0..<1 << 32).contains(count), let start = root["start"]?.integer, (0..<1 << 32).contains(start),
            let items = root["discussions"]
        else { return nil }
        (self.start, self.count) = (start, count)
        end = start + items.elements.reduce(0) { sum, _ in sum + 1 }
    }
}

/// Requests that a run may still make. Shared by those who ask at the same time.
final class Ration: Sendable {
    private let left: Mutex<Int>
    private let granted: Int

    init(_ requests: Int) {
        granted = requests
        left = Mutex(requests)
    }

    var used: Int { granted - left.withLock { $0 } }

    /// False when there are none left.
    func take() -> Bool {
        left.withLock { left in
            guard left > 0 else { return false }
            left -= 1
            return true
        }
    }
}
