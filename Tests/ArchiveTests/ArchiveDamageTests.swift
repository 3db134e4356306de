import Archive
import Core
import Foundation
import TestSupport
import Testing

/// What a killed process, a bad disk or a full one leaves behind.
@Suite struct ArchiveDamageTests {
    let world: ArchiveTests
    init() throws { world = try ArchiveTests() }

    var segment: String { "\(world.path)/segments/000001.zst" }

    func put(_ bytes: some Sequence<UInt8>) throws { try Files.write(Array(bytes), to: segment) }

    /// A segment cut anywhere opens, keeps every page that was whole, and can be written on.
    @Test func tornTailAtEveryByte() throws {
        let written = try world.write(3)
        let whole = try Files.read(segment)
        var ends: [Int] = []
        for count in 0...3 {
            try Files.remove(segment)
            try Files.remove("\(world.path)/manifest.json")
            try world.write(count)
            ends.append(try Files.read(segment).count)
        }
        for length in 0...whole.count {
            try put(whole.prefix(length))
            let kept = (ends.lastIndex { $0 <= length } ?? -1)
            let archive = try world.open()
            #expect(try world.read(archive).pages == Array(written.prefix(max(0, kept))), "cut at \(length)")
            let isWhole = ends.contains(length) || length == 20 || length == 0
            #expect(archive.diagnostics.contains { $0.identifier == "archive.tail" } == !isWhole, "cut at \(length)")
            let walk = try archive.walks.first ?? archive.begin("models", plan: "limit=1")
            let next = ArchiveTests.page(7, of: walk, next: nil)
            try archive.append(next)
            #expect(try world.read(world.open(.read)).pages.last == next, "cut at \(length)")
        }
    }

    /// A changed byte costs at most the page that it lies in; the others stay.
    @Test func anyChangedByteCostsAtMostItsPage() throws {
        let written = try world.write(4)
        let whole = try Files.read(segment)
        for index in 20..<whole.count {
            var changed = whole
            changed[index] ^= 0x10
            try put(changed)
            let archive = try world.open(.read)
            let (pages, damage) = try world.read(archive)
            #expect(pages.count >= 3, "byte \(index)")
            #expect(pages.allSatisfy(written.contains), "byte \(index)")
            // Zstandard ignores one bit of a frame's header, so a change there harms nothing.
            #expect(pages == written || !damage.isEmpty || !archive.diagnostics.isEmpty, "byte \(index)")
        }
    }

    @Test func aChangedBeginningCostsNoPage() throws {
        let written = try world.write(2)
        var bytes = try Files.read(segment)
        bytes[9] ^= 0x10
        try put(bytes)
        let archive = try world.open()
        #expect(try world.read(archive).pages == written)
        #expect(archive.diagnostics.map(\.identifier) == ["archive.damaged"])
    }

    @Test func aLastPageOfZerosIsCutOff() throws {
        let written = try world.write(3)
        var bytes = try Files.read(segment)
        for index in bytes.count - 20..<bytes.count { bytes[index] = 0 }
        try put(bytes)
        let archive = try world.open()
        #expect(try world.read(archive).pages == Array(written.prefix(2)))
        #expect(archive.walks[0].next == "cursor=2")
        #expect(archive.diagnostics.first?.identifier == "archive.tail")
    }

    @Test func aMissingSegmentIsTold() throws {
        try world.write(20, segmentBytes: 1000)
        try Files.remove("\(world.path)/segments/000002.zst")
        let archive = try world.open(segmentBytes: 1000)
        #expect(archive.diagnostics.map(\.identifier) == ["archive.missing"])
        let walk = try archive.begin("models", plan: "again")
        try archive.append(ArchiveTests.page(1, of: walk, next: nil))
        #expect(try world.read(archive).pages.count > 10)
    }

    @Test func unknownVersionsAreRefused() throws {
        try world.write(1)
        var bytes = try Files.read(segment)
        bytes[16] = 2
        try put(bytes)
        #expect(throws: ArchiveError(.unknownVersion(2), at: segment)) { try world.open(.read) }
        try put(Array("something else entirely".utf8))
        #expect(throws: ArchiveError(.notAnArchive("it does not begin like a segment"), at: segment)) {
            try world.open()
        }
        try Files.write(
            Array(#"{"format":"hubatlas-archive","version":9}"#.utf8), to: "\(world.path)/manifest.json")
        #expect(throws: ArchiveError(.unknownVersion(9), at: world.path)) { try world.open(.read) }
    }

    @Test func noFolderIsAClearError() throws {
        #expect(throws: ArchiveError(.notAnArchive("it has no folder \"segments\""), at: world.path)) {
            try world.open(.read)
        }
    }

    @Test func aFolderThatCannotBeMadeIsAClearError() throws {
        try Files.write([], to: world.path)
        let error = #expect(throws: ArchiveError.self) { try world.open() }
        #expect("\(try #require(error))".contains("choose another folder"))
    }

    /// `/dev/full` answers every write with "no space left".
    @Test func aFullDiskLosesNothing() throws {
        guard Files.exists("/dev/full") else { return print("skipped: a full disk, as /dev/full is not here") }
        let written = try world.write(3, segmentBytes: 1)
        let archive = try world.open(segmentBytes: 1)
        // The link is opened as the next segment, so the write of its header fails for want of space.
        try FileManager.default.createSymbolicLink(
            atPath: "\(world.path)/segments/000005.zst", withDestinationPath: "/dev/full")
        let page = ArchiveTests.page(9, of: archive.walks[0], next: nil)
        let error = #expect(throws: ArchiveError.self) { try archive.append(page) }
        #expect("\(try #require(error))".contains("make room on the disk"))
        #expect(try world.read(archive).pages == written)
        try FileManager.default.removeItem(atPath: "\(world.path)/segments/000005.zst")
        try archive.append(page)
        #expect(try world.read(world.open(.read)).pages == written + [page])
    }
}
