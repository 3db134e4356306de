import Archive
import Core
import FakeHub
import Foundation
import JSON
import TestSupport
import Testing

@testable import Pipeline

/// What the command line does as a process: exit codes, streams, signals.
@Suite struct BinaryTests {
    @Test func helpAndVersionAreResults() throws {
        let help = try Binary.run(["--help"], in: "/")
        #expect(help.code == 0)
        #expect(help.out.contains("commands:"))
        #expect(help.err.isEmpty)
        #expect(try Binary.run(["--version"], in: "/").out.hasPrefix("hubatlas "))
        #expect(try Binary.run(["collect", "--help"], in: "/").out.contains("--endpoint URL"))
    }

    @Test(arguments: [
        ([], "no command given"), (["biuld"], "did you mean build?"), (["build", "--ot", "x"], "did you mean --out?"),
        (["collect", "datasets", "--token", "x"], "there is no option --token"),
        (["collect", "modles"], "'modles' is none of models, details, datasets, spaces"),
        (["collect", "leaderboard", "--browser", "chrome"], "--models needs a value: --models FILE|top N"),
        (["collect", "leaderboard", "--browser", "lynx"], "'lynx' is none of none, chrome, firefox, edge, safari"),
        (["mock", "0"], "out of range"), (["build", "--help=3"], "--help takes no value, but was given '3'"),
        (["mock", "5", "--faults", "bogus"], "--faults: \"bogus\" is no NAME=SHARE"),
    ])
    func wrongUsageIsCode64(_ arguments: [String], _ sentence: String) throws {
        let result = try Binary.run(arguments, in: "/")
        #expect(result.code == 64)
        #expect(result.err.hasPrefix("hubatlas: ") && result.err.contains(sentence))
        #expect(result.out.isEmpty)
    }

    @Test func wrongValuesOfTheEnvironmentAreWrongUsage() throws {
        try withTemporaryFolder { folder in
            let result = try Binary.run(["collect"], in: folder, environment: ["HUBATLAS_WORKERS": "lots"])
            #expect(result.code == 64)
            #expect(result.err.contains("HUBATLAS_WORKERS: 'lots' is no whole number"))
        }
    }

    @Test func statusOfNothingIsNoFailureAndMakesNothing() throws {
        try withTemporaryFolder { folder in
            let result = try Binary.run(["status"], in: folder)
            #expect(result.code == 0)
            #expect(result.out.contains("nothing collected yet"))
            #expect(try Folder(reading: folder).names.isEmpty)
            let json = try JSONValue.parse(Array(try Binary.run(["status", "--json"], in: folder).out.utf8))
            #expect(json["walks"] == [])
            #expect(json["catalog"] == .null)
        }
    }

    @Test func aFolderThatCannotBeMadeIsAClearFailure() throws {
        try withTemporaryFolder { folder in
            let result = try Binary.run(["build", "--data-dir", "/dev/null/data"], in: folder)
            #expect(result.code == 1)
            #expect(result.err.contains("/dev/null: cannot create the folder"))
        }
    }

    @Test func checkOfNothingIsAFailure() throws {
        try withTemporaryFolder { folder in
            let result = try Binary.run(["check", "nothing"], in: folder)
            #expect(result.code == 1)
            #expect(result.err.contains("nothing: there is no such file or folder"))
        }
    }

    @Test func checkFindsALinkThatLeadsNowhere() throws {
        try withTemporaryFolder { folder in
            let page = "<!doctype html><html lang=\"en\"><head><title>A</title></head><body><h1>A</h1>"
            let site: Folder = [
                "site/index.html": "\(page)<a href=\"gone.html\">B</a></body></html>",
                "site/other.html": "\(page)<a href=\"index.html\">B</a></body></html>",
            ]
            try site.write(to: folder)
            let whole = try Binary.run(["check"], in: folder)
            #expect(whole.code == 1)
            #expect(whole.out.contains("index.html") && whole.out.contains("gone.html"))
            #expect(!(try Binary.run(["check", "site/other.html"], in: folder).out.contains("gone.html")))
        }
    }

    @Test func aReaderWhoGoesAwayIsNoFailure() throws {
        let binary = try Binary(["--help"], in: "/")
        try binary.out.fileHandleForReading.close()
        try binary.process.run()
        binary.process.waitUntilExit()
        #expect(binary.process.terminationStatus == 0)
        #expect(binary.process.terminationReason == .exit)
    }

    @Test func theMockServesUntilItIsTold() throws {
        try withTemporaryFolder { folder in
            let mock = try Binary(["mock", "30", "--seed", "4"], in: folder)
            try mock.process.run()
            let line = Binary.firstLine(of: mock.out)
            let words = line.components(separatedBy: " on ")
            #expect(words.first == "hubatlas mock ready")
            let collected = try Binary.run(
                ["collect", "--endpoint", words.last ?? "", "--json-log"], in: folder,
                environment: ["HF_TOKEN": "hf_secret"])
            #expect(collected.code == 0)
            // What it did is told once, as a message; the result is where it is.
            #expect(collected.out == ".hubatlas/archive\n")
            #expect(collected.err.components(separatedBy: "records fetched").count == 2)
            for text in collected.err.split(separator: "\n") {
                #expect(try JSONValue.parse(Array(text.utf8))["at"] != nil)
            }
            let everything = try Folder(reading: folder).files.values.map { String(decoding: $0, as: UTF8.self) }
            #expect(!(everything + [collected.out, collected.err]).contains { $0.contains("hf_secret") })
            mock.process.terminate()
            #expect(mock.result().code == 0)
        }
    }

    @Test func aSliceThatNobodyListsIsToldOf() throws {
        try withTemporaryFolder { folder in
            let hub = FakeHub(modelCount: 30, seed: 5)
            try hub.start()
            defer { hub.stop() }
            let found = try Binary.run(
                ["collect", "models", "--endpoint", hub.baseURL, "--author", "nobody-here"], in: folder)
            #expect(found.code == 0)
            #expect(found.err.contains("\(hub.baseURL) lists no model with author nobody-here; check the spelling"))
        }
    }

    @Test func statusSaysWhatAWalkWasOf() throws {
        try withTemporaryFolder { folder in
            let hub = FakeHub(modelCount: 30, seed: 5)
            try hub.start()
            defer { hub.stop() }
            for slice in [[], ["--author", "nobody-here", "--limit", "7"]] {
                #expect(try Binary.run(["collect", "models", "--endpoint", hub.baseURL] + slice, in: folder).code == 0)
            }
            let status = try Binary.run(["status"], in: folder).out
            #expect(status.contains("(all of \(hub.baseURL)): 30 records"))
            #expect(status.contains("(\(hub.baseURL), with author nobody-here and limit 7): no records in 1 page"))
            let json = try JSONValue.parse(Array(try Binary.run(["status", "--json"], in: folder).out.utf8))
            #expect(json["walks"]?.array?.compactMap { $0["question"]?.string }.first == "all of \(hub.baseURL)")
        }
    }

    /// Settings that were changed after the collection do not change what the data are of.
    @Test(
        .enabled("the site needs assets/vendor, which 'make setup' brings") {
            Files.exists(Repository.path("assets/vendor/d3.v7.min.js"))
        })
    func theSiteSaysWhatWasCollectedNotWhatIsAskedForNow() throws {
        try withTemporaryFolder { folder in
            let hub = FakeHub(modelCount: 300, seed: 5, hostileShare: 0)
            try hub.start()
            defer { hub.stop() }
            let author = try #require(hub.modelIDs.sorted().first?.split(separator: "/").first.map(String.init))
            try (["hubatlas.conf": "scope.author = \(author)"] as Folder).write(to: folder)
            #expect(try Binary.run(["collect", "--endpoint", hub.baseURL], in: folder).code == 0)
            let fitting = try Binary.run(["build"], in: folder)
            #expect(fitting.code == 0 && !fitting.err.contains("asks for a slice"))
            try (["hubatlas.conf": "scope.author = another-one"] as Folder).write(to: folder)
            let built = try Binary.run(["build"], in: folder)
            #expect(built.code == 0)
            #expect(built.err.contains("asks for a slice (author: another-one), but what was collected is another"))
            let pages = try Folder(reading: folder).files.filter {
                $0.key.hasPrefix("site/") && $0.key.hasSuffix(".html")
            }
            let texts = pages.mapValues { String(decoding: $0, as: UTF8.self) }
            #expect(texts["site/index.html"]?.contains("slice of the Hub: author: \(author)") == true)
            #expect(!texts.values.contains { $0.contains("another-one") })
        }
    }

    /// The bundled snapshot is of the whole Hub, so a page of it may not claim to show a slice.
    @Test(
        .enabled("the site needs assets/vendor, which 'make setup' brings") {
            Files.exists(Repository.path("assets/vendor/d3.v7.min.js"))
        })
    func theSnapshotNeverPassesForASlice() throws {
        try withTemporaryFolder { folder in
            let settings: Folder = ["hubatlas.conf": "scope.author = nobody-here"]
            try settings.write(to: folder)
            let built = try Binary.run(["build"], in: folder)
            #expect(built.code == 0)
            #expect(built.err.contains("asks for a slice (author: nobody-here), but nothing was collected"))
            let made = try Folder(reading: folder)
            #expect(made.names.contains("site/index.html"))
            #expect(!made.names.contains { $0.hasSuffix("-journal") })
            for (name, bytes) in made.files where name.hasPrefix("site/") && name.hasSuffix(".html") {
                #expect(!String(decoding: bytes, as: UTF8.self).contains("nobody-here"), "\(name)")
            }
        }
    }

    /// SIGINT ends cleanly, SIGKILL at any moment: neither loses a page, and the next run ends the walk.
    @Test(arguments: [SIGINT, SIGKILL])
    func aCollectionThatIsStoppedGoesOn(_ signal: Int32) throws {
        try withTemporaryFolder { folder in
            let hub = FakeHub(
                modelCount: 120, seed: 5, faults: Faults([.slow: 1], slowSeconds: 0.05), hostileShare: 0)
            try hub.start()
            defer { hub.stop() }
            let arguments = ["collect", "models", "--endpoint", hub.baseURL, "--page-size", "1"]
            let first = try Binary(arguments, in: folder)
            try first.process.run()
            _ = Binary.firstLine(of: first.err)
            kill(first.process.processIdentifier, signal)
            let stopped = first.result()
            if signal == SIGINT {
                #expect(stopped.code == 1)
                #expect(stopped.err.contains("Everything collected is kept; 'hubatlas collect'"))
            }
            let before = try Archive(at: "\(folder)/.hubatlas/archive", mode: .read).walks
            #expect(before.count == 1 && !before[0].isFinished)
            #expect(try Binary.run(["status"], in: folder).out.contains("unfinished"))

            hub.faults = .none
            let second = try Binary.run(arguments, in: folder)
            #expect(second.code == 0)
            let archive = try Archive(at: "\(folder)/.hubatlas/archive", mode: .read)
            #expect(archive.walks.map(\.isFinished) == [true])
            var ids: [String] = []
            try archive.forEachPage(onDamage: { _ in }) { page in
                ids += try JSONValue.parse(page.body).array?.compactMap { $0["id"]?.string } ?? []
            }
            #expect(Set(ids) == hub.modelIDs)
            #expect(ids.count == hub.modelIDs.count)
        }
    }
}
