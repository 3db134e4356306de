import Archive
import Core
import FakeHub
import Sources
import Synchronization
import TestSupport
import Testing

@testable import Activity

@Suite struct PaceTests {
    /// More requests than a window grants: nothing is refused, and it takes as long as was said.
    @Test func theQuotaIsKeptAndTheTimeIsWhatWasSaid() async throws {
        let world = try ActivityWorld(models: 900, plan: .anonymous)
        let start = world.clock.now
        try await world.collect(.commits, RepoChoice(order: .all, people: 0, requests: 100_000))
        let asked = world.newlyAsked().count
        #expect(asked > 1200)
        #expect(world.hub.requestCount == asked, "no request was refused and made again")
        #expect(world.archive.entries.filter { $0.walk.hasPrefix("commits/") }.allSatisfy { $0.status == 200 })
        let said = Budget(requests: asked, quota: 500, windowSeconds: 300).seconds
        let took = world.clock.now - start
        #expect(took > said - 300 && took < said + 300)
        let line = try #require(world.lines.withLock { $0 }.first { $0.hasPrefix("commits: ") })
        #expect(line.contains("requests, 1") && line.contains(" min ") && line.contains("at 500 in 5 min"))
    }

    @Test func howFarAWalkIsIsTold() async throws {
        let world = try ActivityWorld()
        try await world.collect(.commits, RepoChoice(count: 8, people: 1, requests: 10))
        var walk = try #require(world.archive.walks.last)
        var progress = try #require(Activity.progress(of: walk, in: world.archive))
        #expect(progress.due == 24 && (7...10).contains(progress.answered))
        try await world.collect(.commits, RepoChoice(count: 8, people: 1))
        walk = try #require(world.archive.walks.last)
        progress = try #require(Activity.progress(of: walk, in: world.archive))
        #expect(walk.isFinished && progress == (24, 24))
        #expect(Activity.progress(of: world.archive.walks[0], in: world.archive) == nil)
    }
}
