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
        // Answers that are no records, and a file of posts under the name it was given.
        let communities = try archive.begin("communities-wikidata", plan: "https://huggingface.co")
        for (format, records) in [("wikidata-search", nil), ("community-left", 3), ("wikidata-search", nil)] {
            try archive.append(
                ArchivedPage(
                    walk: communities.id, url: "https://h/\(archive.entries.count)", fetchedAt: clock.time.instant,
                    format: format, records: records, body: Array("{}".utf8)))
        }
        let views = try archive.begin("pageviews", plan: "https://wikimedia.org")
        try archive.append(
            ArchivedPage(
                walk: views.id, url: "https://h/a", fetchedAt: clock.time.instant, format: "pageviews", records: nil,
                body: Array("{}".utf8)))
        try archive.finish(views.id)
        _ = try archive.begin(
            "import/p.csv",
            plan: "format=posts-csv?date=day&text=title&name=My%20forum bytes=1500 records-a-page=1000 sha256=00")
        let status = Status(of: data, now: clock.time.instant)
        #expect(status.text.contains("3 due): 2 of 3 repositories in 3 pages, unfinished, 1 left; 'hubatlas collect'"))
        #expect(status.json["walks"]?.array?.first?["answered"]?.integer == 2)
        #expect(status.text.contains("(https://huggingface.co): 2 of 4 questions, unfinished, 2 left;"))
        #expect(status.text.contains("(https://wikimedia.org): 1 answer, complete"))
        #expect(
            status.text.contains(
                "(posts, called My forum, dated by day, read from title, 1.5\u{A0}kB): no records in no"))
        try archive.finish(walk.id)
        #expect(
            Status(of: data, now: clock.time.instant).text.contains(
                "2 of 3 repositories in 3 pages, over for this run, 1 left"))
    }
}
