import Catalog
import Compression
import Core
import Testing

@testable import Snapshot

@Suite struct ModelsFileTests {
    let file: [UInt8]
    let unpacked: [UInt8]

    init() throws {
        file = try ModelsFile.encode(world)
        unpacked = try Zstd.decompress(Array(file.dropFirst(ModelsFile.firstLine.utf8.count)), limit: 1 << 20)
    }

    @Test func roundTrips() throws {
        #expect(try ModelsFile.decode(file, at: "test") == world)
        #expect(try ModelsFile.decode(try ModelsFile.encode([]), at: "test") == [])
    }

    @Test func refusesAnotherForm() throws {
        let error = #expect(throws: SnapshotError.self) {
            try ModelsFile.decode(Array("HubAtlas models 2\n".utf8), at: "test")
        }
        #expect(error?.description == "test: form \"HubAtlas models 2\" is not known here (1 is); use a newer hubatlas")
    }

    /// Whatever the bytes say, the answer is rows or an error, and every cut is an error.
    @Test func neverReadsBeyondTheEnd() throws {
        for count in unpacked.indices {
            #expect(throws: SnapshotError.self) { try decode(Array(unpacked[..<count])) }
        }
    }

    @Test func aChangedByteIsAnErrorOrOtherRows() throws {
        var refused = 0
        for i in unpacked.indices {
            for change: UInt8 in [1, 0x80, 0xFF] {
                var damaged = unpacked
                damaged[i] ^= change
                do {
                    #expect(try decode(damaged).count == world.count)
                } catch {
                    #expect(error is SnapshotError)
                    refused += 1
                }
            }
        }
        #expect(refused > unpacked.count)
    }

    @Test func bytesTooManyAreAnError() throws {
        let error = #expect(throws: SnapshotError.self) { try decode(unpacked + [0]) }
        #expect(error?.description.hasPrefix("test: damaged: 1 bytes too many;") == true)
    }

    @Test func aCountThatCannotBeTrueCostsNoMemory() throws {
        var writer = ByteWriter()
        writer.append(count: 1 << 40)
        let error = #expect(throws: SnapshotError.self) { try decode(writer.bytes) }
        #expect(error?.description.hasPrefix("test: damaged: 1099511627776 rows in 0 bytes;") == true)
    }

    private func decode(_ bytes: [UInt8]) throws -> [ModelRow] {
        try ModelsFile.decode(Array(ModelsFile.firstLine.utf8) + (try Zstd.compress(bytes)), at: "test")
    }
}

@Suite struct ByteTests {
    @Test(arguments: [0, 1, 127, 128, 300, UInt64.max])
    func numbersRoundTrip(_ value: UInt64) throws {
        var writer = ByteWriter()
        writer.append(value)
        var reader = ByteReader(writer.bytes[...])
        #expect(try reader.number() == value)
        #expect(reader.remaining == 0)
    }

    @Test(arguments: [0, -1, 1, -64, 64, Int.min, Int.max])
    func signedNumbersRoundTrip(_ value: Int) throws {
        var writer = ByteWriter()
        writer.append(signed: value)
        var reader = ByteReader(writer.bytes[...])
        #expect(try reader.signed() == value)
    }

    @Test func smallNumbersAreShort() {
        var writer = ByteWriter()
        writer.append(300)
        writer.append(signed: -2)
        #expect(writer.bytes == [0xAC, 0x02, 3])
    }

    @Test(
        arguments: [
            [0x80], [UInt8](repeating: 0x80, count: 9) + [2], [UInt8](repeating: 0xFF, count: 11), [],
        ] as [[UInt8]])
    func numbersThatAreNone(_ bytes: [UInt8]) {
        var reader = ByteReader(bytes[...])
        #expect(throws: ByteReader.Damage.self) { try reader.number() }
    }

    @Test func textsAreUTF8() {
        var reader = ByteReader([2, 0xC3, 0x28][...])
        #expect(throws: ByteReader.Damage.self) { try reader.text() }
    }
}
