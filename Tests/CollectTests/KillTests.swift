import Archive
import Core
import Foundation
import JSON
import Synchronization
import TestSupport
import Testing

/// The program itself, ended by `kill -9` in the middle of its work, again and again.
@Suite struct KillTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    /// The built program, beside the tests' own; nil, and a line that says so, where it was not built.
    static let program: String? = {
        let beside = Files.parent(of: CommandLine.arguments[0]) + "/hubatlas"
        let found = [beside, Repository.path(".build/debug/hubatlas")].first(where: Files.exists)
        if found == nil { print("skipped: ending the program while it collects, as it is not built") }
        return found
    }()

    func collect(_ program: String, from hub: SmallHub, pid: borrowing Mutex<Int32>) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "collect", "models", "--endpoint", hub.url, "--data-dir", folder.path("data"), "--page-size", "5",
        ]
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        // Held until the number is known, so that a request which comes at once finds it.
        try pid.withLock { pid in
            try process.run()
            pid = process.processIdentifier
        }
        process.waitUntilExit()
        return process
    }

    func archived() throws -> (pages: Int, ids: [String], isFinished: [Bool]) {
        // The next writer takes up what the one that was killed held.
        let archive = try Archive(at: folder.path("data/archive"), mode: .write)
        var ids: [String] = []
        try archive.forEachPage(onDamage: { Issue.record("\($0)") }) { page in
            for item in try JSONDocument.parse(page.body).root.elements { ids.append(item["id"]?.string ?? "") }
        }
        return (archive.entries.count, ids, archive.walks.map(\.isFinished))
    }

    @Test(.timeLimit(.minutes(15))) func aKilledCollectionGoesOnAndMissesNothing() throws {
        guard let program = Self.program else { return }
        let hub = try SmallHub(200)
        let pid = Pid()
        var before = 0
        for request in [1, 2, 5, 9] {
            hub.forget()
            hub.fail(at: request, .event { pid.value.withLock { _ = kill($0, SIGKILL) } })
            let process = try collect(program, from: hub, pid: pid.value)
            #expect(process.terminationReason == .uncaughtSignal)
            let (pages, ids, isFinished) = try archived()
            // Only the page that was on its way is lost.
            #expect(pages == before + request)
            #expect(ids == hub.models.prefix(ids.count).map(\.id))
            #expect(isFinished == [false])
            before = pages
        }
        hub.forget()
        #expect(try collect(program, from: hub, pid: pid.value).terminationStatus == 0)
        #expect(hub.targets.count == 40 - before)
        let (pages, ids, isFinished) = try archived()
        #expect((pages, isFinished) == (40, [true]))
        #expect(ids == hub.models.map(\.id))
    }

    final class Pid: Sendable { let value = Mutex<Int32>(0) }
}
