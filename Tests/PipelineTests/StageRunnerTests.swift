import Core
import Synchronization
import TestSupport
import Testing

@testable import Pipeline

/// One stage that writes a file, whose input is a text that the test changes.
private final class World: Sendable {
    let folder: TemporaryFolder
    let lines = Mutex<[String]>([])
    let input = Mutex("a")
    let fails = Mutex(false)
    let runs = Mutex(0)

    init() throws { folder = try TemporaryFolder() }

    struct Failed: Error {}

    var stage: Stage {
        Stage(
            artefact: "thing", title: "Make", output: folder.path("out"),
            inputs: { ["text": self.input.withLock { $0 }] },
            run: {
                self.runs.withLock { $0 += 1 }
                if self.fails.withLock({ $0 }) { throw Failed() }
                try Files.write(Array(self.input.withLock { $0 }.utf8), to: self.folder.path("out"))
                return "1 thing"
            })
    }

    func run(isForced: Bool = false) async throws {
        let log = Log(line: { _, stage, text in
            self.lines.withLock { $0.append(stage.isEmpty ? text : "\(stage): \(text)") }
        })
        let still = TimeSource(now: { 0 }, sleep: { _ in })
        lines.withLock { $0 = [] }
        var runner = StageRunner(data: DataFolder(folder.path), log: log, time: still, isForced: isForced)
        runner.peakMemory = { 412_000_000 }
        try await runner.run([stage])
    }

    var said: [String] { lines.withLock { $0 } }
}

@Suite struct StageRunnerTests {
    @Test func runsOnceForTheSameInputs() async throws {
        let world = try World()
        try await world.run()
        #expect(
            world.said == [
                "Make: runs because it has not run here to its end", "[1/1] Make · 1 thing · 0.0 s · peak 412\u{A0}MB",
            ])
        try await world.run()
        #expect(world.said == ["[1/1] Make · unchanged · 1 thing"])
        #expect(world.runs.withLock { $0 } == 1)
    }

    @Test func runsAgainForOtherInputsAndSaysWhich() async throws {
        let world = try World()
        try await world.run()
        world.input.withLock { $0 = "b" }
        try await world.run()
        #expect(
            world.said == ["Make: runs because of another text", "[1/1] Make · 1 thing · 0.0 s · peak 412\u{A0}MB"])
    }

    @Test(arguments: ["changed", nil])
    func runsAgainWhenItsOutputIsNotAsItLeftIt(_ text: String?) async throws {
        let world = try World()
        try await world.run()
        if let text {
            try Files.write(Array(text.utf8), to: world.folder.path("out"))
        } else {
            try Files.remove(world.folder.path("out"))
        }
        try await world.run()
        #expect(world.said.first == "Make: runs because what it wrote was changed or removed")
    }

    @Test func runsAgainWhenForced() async throws {
        let world = try World()
        try await world.run()
        try await world.run(isForced: true)
        #expect(world.said.first == "Make: runs because it was asked to")
    }

    @Test func runsAgainAfterAFailure() async throws {
        let world = try World()
        try await world.run()
        world.input.withLock { $0 = "b" }
        world.fails.withLock { $0 = true }
        await #expect(throws: World.Failed.self) { try await world.run() }
        world.input.withLock { $0 = "a" }
        world.fails.withLock { $0 = false }
        try await world.run()
        #expect(world.said.first == "Make: runs because it has not run here to its end")
    }

    @Test func aDamagedLedgerOnlyCostsARun() async throws {
        let world = try World()
        try await world.run()
        try Files.write(Array("{\"thing\": 7".utf8), to: world.folder.path("stages.json"))
        try await world.run()
        #expect(world.runs.withLock { $0 } == 2)
    }
}
