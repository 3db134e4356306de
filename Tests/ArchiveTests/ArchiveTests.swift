import Archive
import Core
import Foundation
import TestSupport
import Testing

@Suite struct ArchiveTests {
    let folder: TemporaryFolder
    var path: String { folder.path("archive") }
    static let noon = Instant("2026-11-21T12:00:00Z")!
    static let time = TimeSource(now: { Double(noon.seconds) }, sleep: { _ in })

    init() throws { folder = try TemporaryFolder() }

    func open(_ mode: Archive.Mode = .write, segmentBytes: Int = 64 << 20) throws -> Archive {
        try Archive(at: path, mode: mode, time: Self.time, segmentBytes: segmentBytes)
    }

    static func page(_ number: Int, of walk: Walk, next: String?) -> ArchivedPage {
        let body = Array(
            #"[{"id":"owner/model-\#(number)","tags":["\#(String(repeating: "x", count: number))"]}]"#.utf8)
        return ArchivedPage(
            walk: walk.id, url: "https://hub.example/api/models?cursor=\(number)", status: 200, fetchedAt: noon,
            format: "hub-models", records: 1, next: next, body: body)
    }

    /// A walk of so many pages, not finished.
    @discardableResult func write(_ pages: Int, segmentBytes: Int = 64 << 20) throws -> [ArchivedPage] {
        let archive = try open(segmentBytes: segmentBytes)
        let walk = try archive.begin("models", plan: "limit=1", first: "https://hub.example/api/models?cursor=0")
        let written = (0..<pages).map { Self.page($0, of: walk, next: "cursor=\($0 + 1)") }
        for page in written { try archive.append(page) }
        return written
    }

    func read(_ archive: Archive) throws -> (pages: [ArchivedPage], damage: [Diagnostic]) {
        var (pages, damage): ([ArchivedPage], [Diagnostic]) = ([], [])
        try archive.forEachPage(onDamage: { damage.append($0) }, { pages.append($0) })
        return (pages, damage)
    }

    @Test func pagesComeBackAsTheyWere() throws {
        let written = try write(5)
        let archive = try open(.read)
        #expect(try read(archive).pages == written)
        #expect(archive.diagnostics.isEmpty)
        let walk = try #require(archive.walks.first)
        #expect(walk.id == "models/2026-11-21")
        #expect((walk.pages, walk.records, walk.next, walk.isFinished) == (5, 5, "cursor=5", false))
        #expect(archive.latestWalk("models", plan: "limit=1") == walk)
        #expect(archive.latestWalk("models", plan: "limit=2") == nil)
    }

    @Test func aWalkBeginsAtItsFirstAddressAndEndsOnce() throws {
        try write(0)
        #expect(try open(.read).walks.first?.next == "https://hub.example/api/models?cursor=0")
        let archive = try open()
        try archive.append(Self.page(0, of: archive.walks[0], next: nil))
        try archive.finish("models/2026-11-21")
        let again = try archive.begin("models", plan: "limit=1")
        #expect(again.id == "models/2026-11-21.2")
        #expect(try archive.begin("models", plan: "").id == "models/2026-11-21.3")
        let reread = try open(.read).walks
        #expect(reread.map(\.isFinished) == [true, false, false])
        #expect(reread[0].next == nil)
    }

    @Test func segmentsAreAnyZstandardProgramsFood() throws {
        let written = try write(3)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["zstd", "-dcq", "\(path)/segments/000001.zst"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = Pipe()
        try process.run()
        let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        if process.terminationStatus == 127 { return print("skipped: reading a segment with zstd, which is not here") }
        #expect(bytes == written.flatMap(\.body))
    }

    @Test func segmentsRollAndStayReadable() throws {
        let written = try write(20, segmentBytes: 1000)
        #expect(try Files.list("\(path)/segments").count > 3)
        let archive = try open(segmentBytes: 1000)
        #expect(try read(archive).pages == written)
        try archive.append(Self.page(99, of: archive.walks[0], next: nil))
        #expect(try read(archive).pages.count == 21)
        #expect(archive.diagnostics.isEmpty)
    }

    @Test func secondWriterIsRefusedAndNamesTheHolder() throws {
        let first = try open()
        #expect(throws: ArchiveError(.locked(by: "process \(getpid()), hubatlas"), at: path)) { try open() }
        #expect(throws: Never.self) { try open(.read) }
        withExtendedLifetime(first) {}
    }

    @Test func lockEndsWithItsHolder() throws {
        try write(1)
        #expect(throws: Never.self) { try open() }
    }

    @Test func readerMayNotWriteAndUnknownWalksAreRefused() throws {
        try write(1)
        #expect(throws: ArchiveError(.readOnly, at: path)) { try open(.read).begin("models", plan: "") }
        let archive = try open()
        #expect(throws: ArchiveError(.unknownWalk("no/such"), at: path)) { try archive.finish("no/such") }
    }

    @Test func aReaderSeesWhatWasWrittenBesideIt() throws {
        let writer = try open()
        let walk = try writer.begin("models", plan: "")
        try writer.append(Self.page(1, of: walk, next: nil))
        #expect(try read(open(.read)).pages.count == 1)
        #expect(try read(writer).pages.count == 1)
    }

    /// A page that a collector is just writing is no damage; one that nobody ends is.
    @Test func aPageInTheWritingIsNoDamage() throws {
        try write(2)
        let segment = "\(path)/segments/000001.zst"
        let whole = try Files.read(segment)
        try write(1)
        let more = try Files.read(segment)
        let middle = (whole.count + more.count) / 2
        try Files.write(Array(more.prefix(middle)), to: segment)
        let file = try OpenFile(segment, .append)
        let writer = Thread {
            Thread.sleep(forTimeInterval: 0.03)
            // A failure shows as the damage that is tested for.
            try? file.append(Array(more[middle...]))
        }
        writer.start()
        #expect(try open(.read).diagnostics.isEmpty)
        try Files.write(Array(more.prefix(middle)), to: segment)
        #expect(try open(.read).diagnostics.map(\.identifier).contains("archive.tail"))
    }
}
