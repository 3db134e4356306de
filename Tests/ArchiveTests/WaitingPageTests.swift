import Archive
import Core
import TestSupport
import Testing

/// A page that was held is not lost, wherever the process ends.
@Suite struct WaitingPageTests {
    let world: ArchiveTests
    init() throws { world = try ArchiveTests() }

    var waiting: String { "\(world.path)/waiting" }

    /// An archive with one page appended, and one held.
    private func hold() throws -> [ArchivedPage] {
        let written = try world.write(1)
        let archive = try world.open()
        let page = ArchiveTests.page(1, of: archive.walks[0], next: "cursor=2")
        _ = try archive.hold(page)
        return written + [page]
    }

    @Test func theNextWriterTakesItUp() throws {
        let pages = try hold()
        #expect(try world.read(world.open(.read)).pages == Array(pages.prefix(1)))
        let archive = try world.open()
        #expect(try world.read(archive).pages == pages)
        #expect(archive.walks[0].next == "cursor=2" && archive.diagnostics.isEmpty)
        #expect(try Files.read(waiting).isEmpty)
        #expect(try world.read(world.open(.read)).pages == pages)
    }

    @Test func itIsTakenOnce() throws {
        let pages = try hold()
        let kept = try Files.read(waiting)
        _ = try world.open()
        // As if the process had ended between appending the page and clearing the file.
        try Files.write(kept, to: waiting)
        #expect(try world.read(world.open()).pages == pages)
    }

    @Test func aPageHeldAndAppendedIsThereOnce() throws {
        let written = try world.write(1)
        do {
            let archive = try world.open()
            for i in 1...3 {
                try archive.append(
                    try archive.hold(ArchiveTests.page(i, of: archive.walks[0], next: "cursor=\(i + 1)")))
            }
        }
        let archive = try world.open()
        let expected = written + (1...3).map { ArchiveTests.page($0, of: archive.walks[0], next: "cursor=\($0 + 1)") }
        #expect(try world.read(archive).pages == expected)
        try archive.finish(archive.walks[0].id)
        #expect(try Files.read(waiting).isEmpty)
    }

    /// Cut anywhere, changed anywhere: the page is taken whole or not at all.
    @Test func aDamagedFileIsPassedOver() throws {
        let pages = try hold()
        let whole = try Files.read(waiting)
        let segment = try Files.read("\(world.path)/segments/000001.zst")
        for index in whole.indices {
            for bytes in [Array(whole.prefix(index)), flipped(whole, at: index)] {
                try Files.write(segment, to: "\(world.path)/segments/000001.zst")
                try Files.write(bytes, to: waiting)
                #expect(try world.read(world.open()).pages == Array(pages.prefix(1)), "byte \(index)")
            }
        }
    }

    private func flipped(_ bytes: [UInt8], at index: Int) -> [UInt8] {
        var bytes = bytes
        bytes[index] ^= 0x20
        return bytes
    }
}
