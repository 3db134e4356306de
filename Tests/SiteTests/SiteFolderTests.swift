import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct SiteFolderTests {
    private let manager = FileManager.default
    private let page = Array(SiteFolder.mark.utf8)

    @Test func swapKeepsDotFilesAndNothingElse() throws {
        try withTemporaryFolder { path in
            let out = "\(path)/site"
            let old: Folder = [
                ".gitignore": "*\n", ".git/HEAD": "ref", "index.html": SiteFolder.mark, "gone.html": "old",
            ]
            try old.write(to: out)
            var folder = try SiteFolder(out)
            try folder.write(page, to: "index.html")
            try folder.write([1], to: "data/a.bin")
            try folder.swap()
            #expect(
                try Folder(reading: out).names == [
                    ".git/HEAD", ".gitignore", ".hubatlas-files", "data/a.bin", "index.html",
                ])
            #expect(try manager.contentsOfDirectory(atPath: path) == ["site"])
        }
    }

    @Test func theOldSiteSurvivesABuildThatFails() throws {
        try withTemporaryFolder { folder in
            let before = try SmallAtlas.build(in: folder)
            var tools = SmallAtlas.tools
            tools.bundle = { entry in throw SiteError(.missingProgram("esbuild", package: "esbuild"), at: entry) }
            #expect(throws: SiteError.self) { try SmallAtlas.build(in: folder, tools: tools) }
            #expect(try Folder(reading: "\(folder)/site") == before)
            #expect(try manager.contentsOfDirectory(atPath: folder).sorted() == ["root", "site"])
        }
    }

    @Test func takesUpWhatAKilledBuildLeft() throws {
        try withTemporaryFolder { path in
            // Killed between the two renames: the old site stands aside, its dot-files are already in the new one.
            try (["index.html": SiteFolder.mark] as Folder).write(to: "\(path)/.site.hubatlas-old")
            try ([".gitignore": "*", "index.html": "half", ".work/x": ""] as Folder).write(
                to: "\(path)/.site.hubatlas-new")
            var folder = try SiteFolder("\(path)/site")
            #expect(try Folder(reading: "\(path)/site") == [".gitignore": "*", "index.html": SiteFolder.mark])
            folder.discard()
            #expect(try manager.contentsOfDirectory(atPath: path) == ["site"])
        }
    }

    @Test func refusesAFolderThatIsNotASite() throws {
        try withTemporaryFolder { path in
            try (["thesis.txt": "years of work"] as Folder).write(to: "\(path)/home")
            let error = #expect(throws: SiteError.self) { try SiteFolder("\(path)/home") }
            #expect(error?.reason == .notOurs("thesis.txt"))
            #expect(try Folder(reading: "\(path)/home") == ["thesis.txt": "years of work"])
        }
    }

    @Test func refusesASiteWithAStrangersFileInIt() throws {
        try withTemporaryFolder { path in
            let site: Folder = ["index.html": SiteFolder.mark, "CNAME": "atlas.example"]
            try site.write(to: "\(path)/site")
            let error = #expect(throws: SiteError.self) { try SiteFolder("\(path)/site") }
            #expect(error?.reason == .notOurs("CNAME"))
            #expect(try Folder(reading: "\(path)/site") == site)
        }
    }

    /// Below the top too, and only what no build wrote.
    @Test(arguments: ["data/thesis.csv", "assets/photo.png", "data/search/mine.js", "notes.html"])
    func refusesASiteWithAStrangersFileAnywhere(name: String) throws {
        try withTemporaryFolder { path in
            var first = try SiteFolder("\(path)/site")
            try first.write(page, to: "index.html")
            try first.write([1], to: "data/a.csv")
            try first.swap()
            // Our own files may be replaced as often as one likes.
            var second = try SiteFolder("\(path)/site")
            try second.write(page, to: "index.html")
            try second.write([2], to: "data/b.csv")
            try second.swap()
            #expect(try Folder(reading: "\(path)/site").names == [".hubatlas-files", "data/b.csv", "index.html"])
            try ([name: "years of work"] as Folder).write(to: "\(path)/site")
            let error = #expect(throws: SiteError.self) { try SiteFolder("\(path)/site") }
            #expect(error?.reason == .notOurs(name))
            #expect(try Folder(reading: "\(path)/site").names.contains(name))
        }
    }

    @Test func takesASiteOfBeforeThereWasAList() throws {
        try withTemporaryFolder { path in
            try (["index.html": SiteFolder.mark, "data/a.csv": "", "assets/a.js": "", "robots.txt": ""] as Folder)
                .write(to: "\(path)/site")
            var folder = try SiteFolder("\(path)/site")
            folder.discard()
        }
    }

    @Test func oneBuildAtATime() throws {
        try withTemporaryFolder { path in
            var first = try SiteFolder("\(path)/site")
            let error = #expect(throws: SiteError.self) { try SiteFolder("\(path)/site") }
            guard case .busy(let holder) = error?.reason else {
                Issue.record("\(error as Any)")
                return
            }
            #expect(holder.hasPrefix("process "))
            #expect(error?.description.contains("wait for it to end") == true)
            // The one that came second has not hurt the first.
            try first.write(page, to: "index.html")
            try first.swap()
            #expect(try manager.contentsOfDirectory(atPath: path) == ["site"])
            var second = try SiteFolder("\(path)/site")
            second.discard()
            #expect(try manager.contentsOfDirectory(atPath: path) == ["site"])
        }
    }

    @Test func leavesNeighboursAlone() throws {
        try withTemporaryFolder { path in
            let neighbours: Folder = ["site.old/thesis.txt": "years", "site.new/thesis.txt": "of work"]
            try neighbours.write(to: path)
            var folder = try SiteFolder("\(path)/site")
            try folder.write(page, to: "index.html")
            try folder.swap()
            #expect(
                try Folder(reading: path).names == [
                    "site.new/thesis.txt", "site.old/thesis.txt", "site/.hubatlas-files", "site/index.html",
                ])
        }
    }

    @Test func takesAFolderWithDotFilesOnly() throws {
        try withTemporaryFolder { path in
            try ([".gitignore": "*"] as Folder).write(to: "\(path)/site")
            var folder = try SiteFolder("\(path)/site")
            try folder.write(page, to: "index.html")
            try folder.swap()
            #expect(try Folder(reading: "\(path)/site").names == [".gitignore", ".hubatlas-files", "index.html"])
        }
    }

    @Test func saysWhereItCannotWrite() throws {
        let error = #expect(throws: SiteError.self) { try SiteFolder("/proc/nowhere/site") }
        #expect(error?.description.contains("cannot be written") == true)
    }

    @Test func aFullDiskIsAnErrorAndTheOldSiteStays() throws {
        // /dev/full answers every write with "no space left".
        try withTemporaryFolder { path in
            try (["index.html": SiteFolder.mark] as Folder).write(to: "\(path)/site")
            var folder = try SiteFolder("\(path)/site")
            try manager.createSymbolicLink(atPath: "\(folder.new)/a.html", withDestinationPath: "/dev/full/a")
            #expect(throws: SiteError.self) { try folder.write([1], to: "a.html/b.html") }
            folder.discard()
            #expect(try Folder(reading: "\(path)/site") == ["index.html": SiteFolder.mark])
        }
    }
}
