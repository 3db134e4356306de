import Archive
import Catalog
import Core
import Sources
import Testing
import Web

@testable import Activity

@Suite struct BudgetTests {
    @Test func requestsBecomeTime() {
        #expect(
            Budget(requests: 12_000, quota: 1000, windowSeconds: 300).words
                == "12,000 requests, 1 h 0 min at 1,000 in 5 min")
        #expect(Budget(requests: 600, quota: 500, windowSeconds: 300).words == "600 requests, 6 min at 500 in 5 min")
        #expect(Budget(requests: 1, quota: 500, windowSeconds: 300).words == "1 request, 1 s at 500 in 5 min")
        #expect(
            Budget(requests: 2_960_000, quota: 500, windowSeconds: 300).words
                == "2,960,000 requests, 493 h 20 min at 500 in 5 min")
    }

    /// What a mock without a plan grants is no limit.
    @Test func noLimitIsSaidAsNone() {
        #expect(
            Budget(requests: 1100, quota: 1_000_000_000, windowSeconds: 300).words == "1,100 requests, no limit named")
    }

    @Test func theServersWordGoesBeforeTheDocuments() {
        let stated = RateLimit(remaining: 3, resetSeconds: 10, quota: 2500, windowSeconds: 300)
        #expect(Budget(requests: 5000, stated: stated, hasToken: true).seconds == 600)
        #expect(Budget(requests: 5000, stated: nil, hasToken: true).seconds == 1500)
        #expect(Budget(requests: 5000, stated: nil, hasToken: false).seconds == 3000)
        #expect(Budget(requests: 5, quota: 0, windowSeconds: 300).seconds == 1500)
    }

    @Test func aLongHistoryIsSeveralRequests() {
        func requests(_ total: Int?, everything: Bool = true) -> Int {
            let known = Knowledge(walk: "w", askedAt: Instant(seconds: 0), isWhole: true, total: total)
            return Asking(repo: RepoName(kind: "models", id: "a/b"), everything: everything, known: known)
                .requests(of: .commits)
        }
        #expect(requests(0) == 1 && requests(1000) == 1 && requests(1001) == 2 && requests(nil) == 1)
        #expect(requests(4_000_000_000) == 100)
        #expect(requests(5000, everything: false) == 1)
        let known = Knowledge(walk: "w", askedAt: Instant(seconds: 0), isWhole: false, total: 51)
        let talks = Asking(repo: RepoName(kind: "models", id: "a/b"), everything: true, known: known)
        #expect(talks.requests(of: .discussions) == 2 && !talks.isOpen)
    }
}

@Suite struct DueTests {
    let now = Instant("2026-11-21T12:00:00Z")!

    func known(daysAgo: Int, isWhole: Bool = true, hasFailed: Bool = false) -> Knowledge {
        Knowledge(
            walk: "w", askedAt: Instant(seconds: now.seconds - daysAgo * 86_400), hasFailed: hasFailed,
            isWhole: isWhole)
    }

    func due(_ known: [Knowledge?], people: Int = 0, days: Int = 7) -> [Int] {
        let repos = known.indices.map { (repo: RepoName(kind: "models", id: "a/\($0)"), rank: $0) }
        let pairs = zip(repos, known).compactMap { repo, known in known.map { (repo.repo, $0) } }
        return Asking.due(
            of: repos, known: Dictionary(uniqueKeysWithValues: pairs), choice: RepoChoice(people: people, days: days),
            now: now
        ).map { Int($0.repo.id.dropFirst(2))! }
    }

    @Test func whatWasNeverAskedComesFirstThenTheOldest() {
        #expect(due([known(daysAgo: 8), nil, known(daysAgo: 30), known(daysAgo: 7), nil]) == [1, 4, 2, 0, 3])
    }

    @Test func whatIsNewIsLeftAlone() {
        #expect(due([known(daysAgo: 6), known(daysAgo: 0)]) == [])
        #expect(due([known(daysAgo: 1), known(daysAgo: 6)], days: 0) == [1, 0])
    }

    @Test func failuresAndCountsWhereAllIsWantedAreDueAtOnce() {
        let list = [known(daysAgo: 9), known(daysAgo: 0, isWhole: false), known(daysAgo: 0, hasFailed: true)]
        #expect(due(list, people: 2) == [2, 1, 0])
        #expect(due(list) == [2, 0])
    }
}

@Suite struct AspectTests {
    @Test(arguments: [
        ("https://huggingface.co/api/models/a/b/commits/main?limit=1", "models", "a/b"),
        ("https://huggingface.co/api/models/gpt2/commits/main?limit=1000&p=3", "models", "gpt2"),
        ("http://127.0.0.1:80/hub/api/spaces/commits/api/commits/main?limit=1", "spaces", "commits/api"),
    ]) func addressesNameTheirRepo(_ url: String, _ kind: String, _ id: String) {
        #expect(Aspect.commits.repo(of: url) == RepoName(kind: kind, id: id))
    }

    @Test(arguments: [
        "https://huggingface.co/api/models?limit=1", "file:x#record=0", "",
        "https://huggingface.co/api/models/a/b/discussions",
    ]) func otherAddressesDoNot(_ url: String) {
        #expect(Aspect.commits.repo(of: url) == nil)
    }

    @Test func pagesAreNumbered() {
        let first = "https://huggingface.co/api/datasets/a/p/discussions"
        #expect(Aspect.discussions.repo(of: first) == RepoName(kind: "datasets", id: "a/p"))
        let third = Aspect.address(ofPage: 2, behind: first)
        #expect(third == "\(first)?p=2")
        #expect(Aspect.page(of: third) == (first, 2))
        #expect(Aspect.page(of: first) == (first, 0))
        let commits = "https://h/api/models/a/p/commits/main?limit=1000"
        #expect(Aspect.page(of: Aspect.address(ofPage: 1, behind: commits)) == (commits, 1))
    }
}
