import Core
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct PeopleKeyTests {
    @Test func isMadeOnceAndKeptForItsOwner() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("people.key")
        let key = try PeopleKey.read(at: path)
        #expect(key.count == PeopleKey.length && Set(key).count > 8)
        #expect(try PeopleKey.read(at: path) == key)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func anotherFileIsNoKey() throws {
        let folder = try TemporaryFolder()
        try Files.write([1, 2, 3], to: folder.path("people.key"))
        let error = #expect(throws: PipelineError.self) { try PeopleKey.read(at: folder.path("people.key")) }
        #expect(error?.reason == .badKey)
    }
}
