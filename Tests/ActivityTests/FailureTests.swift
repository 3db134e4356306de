import Catalog
import Core
import FakeHub
import HTTP
import Sources
import Synchronization
import TestSupport
import Testing
import Web

@testable import Activity

/// Servers that fail, repos that are gone, discussions that are closed: noted as what they are, never as zero.
@Suite struct FailureTests {
    let choice = RepoChoice(count: 6, people: 0)

    @Test func aFailedRepoIsNoZeroAndIsAskedAgain() async throws {
        let world = try ActivityWorld()
        let bad = try #require(world.hub.models.sorted { ($1.likes, $0.id) < ($0.likes, $1.id) }.dropFirst(2).first?.id)
        world.instead.withLock { $0 = { $0.contains("/\(bad)/") ? world.answer(500) : nil } }
        #expect(
            try await world.collect(.commits, choice) == """
                17 of 18 repositories asked in 18 requests, 1 failed and will be asked again
                """)
        let failed = "FROM commit_counts c JOIN activity_repos r ON r.id = c.repo WHERE repo_id = '\(bad)'"
        var catalog = try world.clean()
        #expect(try catalog.value("SELECT status \(failed)") == "failed")
        #expect(try catalog.value("SELECT total \(failed)") == "NULL")
        #expect(try catalog.diagnostics().contains { $0.identifier == "activity.failed" && $0.count == 1 })

        world.instead.withLock { $0 = { _ in nil } }
        _ = world.newlyAsked()
        #expect(try await world.collect(.commits, choice) == "1 of 1 repository asked in 1 request, 17 known already")
        #expect(world.newlyAsked().allSatisfy { $0.contains("/\(bad)/") })
        catalog = try world.clean()
        #expect(try catalog.column("SELECT status \(failed)") == ["counted"])
        #expect(Int(try catalog.value("SELECT total \(failed)"))! > 0)

        // A failure later that day takes nothing away.
        world.instead.withLock { $0 = { $0.contains("/\(bad)/") ? world.answer(500) : nil } }
        try await world.collect(.commits, RepoChoice(count: 6, people: 0, days: 0))
        #expect(try world.clean().column("SELECT status \(failed)") == ["counted"])
    }

    /// Repos that never answer come first in every run: they may not keep the others from being asked.
    @Test func reposThatAlwaysFailStopNobodyElse() async throws {
        let world = try ActivityWorld()
        let ids = world.hub.models.sorted { ($1.likes, $0.id) < ($0.likes, $1.id) }.prefix(6).map(\.id)
        // Three fail, a week later three more, and then all six do, one after another.
        for (failing, answering) in [(3, 15), (6, 12), (6, 12)] {
            let bad = ids.prefix(failing)
            world.instead.withLock {
                $0 = { url in bad.contains { url.contains("/\($0)/") } ? world.answer(504) : nil }
            }
            #expect(
                try await world.collect(.commits, choice)
                    == "\(answering) of 18 repositories asked in 18 requests, \(failing) failed and will be asked again"
            )
            world.clock.advance(by: 8 * 86_400)
        }
        #expect(try world.clean().value("SELECT count(*) FROM commit_counts WHERE status = 'failed'") == "15")
    }

    @Test func aServerThatFailsForAllEndsTheWalk() async throws {
        let world = try ActivityWorld()
        world.instead.withLock { $0 = { _ in world.answer(503) } }
        await #expect(throws: WebError.self) { try await world.collect(.commits, choice) }
        #expect(world.newlyAsked().count < 9 * 12)
        #expect(try world.clean().value("SELECT count(*) FROM commit_counts WHERE total IS NOT NULL") == "0")
        world.instead.withLock { $0 = { _ in nil } }
        #expect(try await world.collect(.commits, choice) == "18 of 18 repositories asked in 18 requests")
    }

    @Test func whatIsGoneOrClosedIsNotedAsSuch() async throws {
        let world = try ActivityWorld()
        let ids = world.hub.models.sorted { ($1.likes, $0.id) < ($0.likes, $1.id) }.map(\.id)
        world.instead.withLock {
            $0 = { url in
                url.contains("/\(ids[1])/")
                    ? world.answer(404, #"{"error":"Repository not found"}"#)
                    : url.contains("/\(ids[2])/")
                        ? world.answer(403, #"{"error":"closed"}"#)
                        : url.contains("/\(ids[3])/")
                            ? world.answer(401, #"{"error":"Invalid username or password."}"#)
                            : nil
            }
        }
        try await world.collect(.discussions, choice)
        #expect(world.newlyAsked().count == 18)
        let catalog = try world.clean()
        func status(_ id: String) throws -> String {
            try catalog.value(
                """
                SELECT status || ' ' || ifnull(total, 'NULL') FROM discussion_counts c JOIN activity_repos r
                ON r.id = c.repo WHERE repo_id = '\(id)'
                """)
        }
        #expect(try status(ids[1]) == "gone NULL")
        #expect(try status(ids[2]) == "disabled NULL")
        #expect(try status(ids[3]) == "gone NULL")
        #expect(try await world.collect(.discussions, choice).contains("all known"))
    }

    @Test func bodiesThatAreNotWhatWasAskedAreFailures() async throws {
        let world = try ActivityWorld()
        let bodies = ["<html>", "{}", #"{"error":"You hit the quota"}"#, "[1"]
        let ids = world.hub.models.sorted { ($1.likes, $0.id) < ($0.likes, $1.id) }.map(\.id)
        world.instead.withLock {
            $0 = { url in
                bodies.indices.first { url.contains("/\(ids[$0])/") }.map { world.answer(200, bodies[$0]) }
            }
        }
        try await world.collect(.commits, choice)
        let catalog = try world.clean()
        #expect(try catalog.value("SELECT count(*) FROM commit_counts WHERE status = 'failed'") == "4")
        #expect(try catalog.value("SELECT count(*) FROM commit_counts WHERE total = 0") == "0")
    }

    @Test func aCountWithoutItsHeaderIsUnknown() async throws {
        let world = try ActivityWorld()
        world.instead.withLock {
            $0 = { _ in world.answer(200, #"[{"id":"1","date":"2026-01-02T03:04:05Z","authors":[]}]"#) }
        }
        try await world.collect(.commits, choice)
        let catalog = try world.clean()
        #expect(
            try catalog.value("SELECT count(*) FROM commit_counts WHERE status = 'counted' AND total IS NULL") == "18")
        #expect(try catalog.value("SELECT min(last_at) FROM commit_counts") == "1767323045")
        #expect(try catalog.diagnostics().contains { $0.identifier == "commits.noTotal" && $0.count == 18 })
    }

    @Test func faultsChangeNothing() async throws {
        let all = RepoChoice(count: 12, people: 4)
        let faults = try Faults("seed=2,429=0.1,html429=0.05,500=0.05,504=0.05,error200=0.05,reset=0.05,truncate=0.05")
        var dumps: [[String]] = []
        for faults in [Faults.none, faults] {
            let world = try ActivityWorld(faults: faults)
            for aspect in Aspect.allCases { try await world.collect(aspect, all) }
            let catalog = try world.clean()
            let join = "JOIN activity_repos r ON r.id = t.repo"
            let lines = try [
                "SELECT account || ' ' || is_bot FROM accounts",
                "SELECT repo_id || ' ' || is_bot || ' ' || hour || ' ' || commits FROM commit_hours t \(join)",
                "SELECT repo_id || ' ' || total || ' ' || status || ' ' || seen FROM commit_counts t \(join)",
                "SELECT repo_id || ' ' || ifnull(total, '') || ' ' || status FROM discussion_counts t \(join)",
                "SELECT repo_id || ' ' || commits || ' ' || discussions FROM repo_accounts t \(join)",
            ].flatMap { try catalog.column($0).sorted() }
            #expect(lines.count > 80)
            dumps.append(lines)
        }
        #expect(Set(dumps[0]).symmetricDifference(dumps[1]) == [])
        #expect(dumps[0].count == dumps[1].count)
    }
}
