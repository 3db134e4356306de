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
        while true {
            guard ration.take() else { return .hungry }
            do {
                let page = try await hub.answer(url, is: aspect == .commits ? .list : .object)
                let next = next(behind: page)
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
    private func next(behind page: HubPage) -> String? {
        let (first, number) = Aspect.page(of: page.url)
        guard page.status == 200, number + 1 < Aspect.mostPages, hasMore(page) else { return nil }
        return Aspect.address(ofPage: number + 1, behind: first)
    }

    private func hasMore(_ page: HubPage) -> Bool {
        switch aspect {
        case .commits: return page.next != nil && !page.url.contains("limit=1&") && !page.url.hasSuffix("limit=1")
        case .discussions:
            // What is no JSON was refused before; what lacks the numbers is for cleaning to tell.
            guard let root = try? JSONDocument.parse(page.body).root, let count = root["count"]?.integer,
                let start = root["start"]?.integer
            else { return false }
            let here = root["discussions"]?.elements.reduce(0) { sum, _ in sum + 1 } ?? 0
            return here > 0 && start < count - here
        }
    }

    private func archived(_ page: HubPage, everything: Bool, next: String?) -> ArchivedPage {
        ArchivedPage(
            walk: walk.id, url: page.url, status: page.status, fetchedAt: page.fetchedAt,
            format: aspect.format(everything: everything), records: aspect == .commits ? page.total : page.records,
            next: next, body: page.body)
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
            if case .refused(let status, _) = error.reason { status != 401 } else { false }
        default: false
        }
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
