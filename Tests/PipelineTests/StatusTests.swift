import Archive
import Core
import JSON
import TestSupport
import Testing

@testable import Pipeline

@Suite struct StatusTests {
    @Test func aWalkOverReposTellsHowManyAreLeft() throws {
        let folder = try TemporaryFolder()
        let clock = TestClock()
        let data = DataFolder(folder.path("data"))
        let archive = try Archive(at: data.archive, mode: .write, time: clock.time)
        let walk = try archive.begin("commits", plan: "https://huggingface.co: commits of all of each kind; 3 due")
        for (id, status) in [("a/b", 200), ("a/c", 404), ("a/d", 0)] {
            try archive.append(
                ArchivedPage(
                    walk: walk.id, url: "https://huggingface.co/api/models/\(id)/commits/main?limit=1", status: status,
                    fetchedAt: clock.time.instant, format: "hub-commits-count", records: 7, body: Array("[]".utf8)))
        }
        let status = Status(of: data, now: clock.time.instant)
        #expect(status.text.contains("3 due): 2 of 3 repositories in 3 pages, unfinished, 1 left; 'hubatlas collect'"))
        #expect(status.json["walks"]?.array?.first?["answered"]?.integer == 2)
        try archive.finish(walk.id)
        #expect(
            Status(of: data, now: clock.time.instant).text.contains(
                "2 of 3 repositories in 3 pages, over for this run, 1 left"))
    }
}
