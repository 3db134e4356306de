import Archive
import Catalog
import Core
import Sources

/// What the archive knows about a repo: how its newest asking ended.
struct Knowledge: Equatable {
    var walk: String
    var askedAt: Instant
    var hasFailed = false
    /// Where it goes on, when it was broken off.
    var next: String?
    /// Everything that there was is here, or the server said that there is nothing to have.
    var isWhole: Bool
    /// How many there are, where that was told.
    var total: Int?

    /// The newest of every repo that was asked about at that endpoint; no page is read, their heads tell it.
    static func all(of aspect: Aspect, in archive: Archive, endpoint: String) -> [RepoName: Knowledge] {
        var known: [RepoName: Knowledge] = [:]
        for entry in archive.entries where aspect.owns(format: entry.format) && entry.url.hasPrefix("\(endpoint)/api/")
        {
            guard let repo = aspect.repo(of: entry.url) else { continue }
            if entry.status == 0 {
                // What was known before is still what is known.
                known[repo, default: Knowledge(walk: entry.walk, askedAt: entry.fetchedAt, isWhole: false)].hasFailed =
                    true
            } else if Aspect.page(of: entry.url).number == 0 {
                known[repo] = Knowledge(entry)
            } else if known[repo]?.walk == entry.walk {
                known[repo]!.hasFailed = false
                known[repo]!.next = entry.next
                known[repo]!.isWhole = entry.next == nil
            }
        }
        return known
    }
}

extension Knowledge {
    private init(_ entry: ArchiveEntry) {
        let hasAll = entry.format != "hub-commits-count" || (entry.records ?? 2) <= 1
        self.init(
            walk: entry.walk, askedAt: entry.fetchedAt, next: entry.next,
            isWhole: entry.status != 200 || entry.next == nil && hasAll, total: entry.records)
    }
}

/// One repo to ask about.
struct Asking: Equatable {
    var repo: RepoName
    var everything: Bool
    /// What is known; nil for a repo that was never asked about.
    var known: Knowledge?

    /// The requests that it takes, as far as one can know before.
    func requests(of aspect: Aspect) -> Int {
        guard everything, let total = known?.total else { return 1 }
        return min(Aspect.mostPages, max(1, (total + aspect.pageSize - 1) / aspect.pageSize))
    }

    /// Whether nobody knows yet how many pages there are.
    var isOpen: Bool { everything && known?.total == nil }

    /// The repos that are due, in the order of asking: never asked, failed, known by count only where everything is wanted,
    /// and the others from the oldest on.
    static func due(
        of repos: [(repo: RepoName, rank: Int)], known: [RepoName: Knowledge], choice: RepoChoice, now: Instant
    ) -> [Asking] {
        var due: [(urgency: Int, at: Int, asking: Asking)] = []
        for (repo, rank) in repos {
            let asking = Asking(repo: repo, everything: rank < choice.people, known: known[repo])
            guard let known = asking.known else {
                due.append((0, 0, asking))
                continue
            }
            let isOld = now.seconds - known.askedAt.seconds >= choice.days * 86_400
            if known.hasFailed {
                due.append((1, 0, asking))
            } else if asking.everything && !known.isWhole {
                due.append((2, 0, asking))
            } else if isOld {
                due.append((3, known.askedAt.seconds, asking))
            }
        }
        // Equal ones stay in the order of importance.
        return due.enumerated().sorted {
            ($0.element.urgency, $0.element.at, $0.offset) < ($1.element.urgency, $1.element.at, $1.offset)
        }.map(\.element.asking)
    }
}
