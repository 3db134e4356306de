import Core
import Foundation
import JSON
import Report
import Testing

/// What `assets/js/chart/format.js` is held to as well.
@Suite struct FormatFixtureTests {
    @Test func bothLanguagesWriteNumbersAlike() throws {
        let fixture = try fixture()
        try check(fixture, "int") { Format.int($0[0].integer) }
        try check(fixture, "compact") { Format.compact($0[0].number) }
        try check(fixture, "percent") { Format.percent($0[0].number) }
        try check(fixture, "bytes") { Format.bytes($0[0].integer) }
        try check(fixture, "decimal") { Format.decimal($0[0].number, digits: $0[1].integer ?? 0) }
        try check(fixture, "signed") { Format.signed($0[0].number, digits: $0[1].integer ?? 0) }
        try check(fixture, "probability") { Format.probability($0[0].number) }
        try check(fixture, "words") { Format.words($0[0].integer ?? 0) }
    }

    @Test func bothLanguagesWriteDatesAndListsAlike() throws {
        let fixture = try fixture()
        try check(fixture, "day") { Format.day($0[0].string.flatMap { Day($0) }) }
        try check(fixture, "month") { Format.month($0[0].string.flatMap { Month($0) }) }
        try check(fixture, "list") { Format.list(($0[0].array ?? []).compactMap(\.string)) }
        try check(fixture, "count") { Format.count($0[0].integer ?? 0, $0[1].string ?? "", $0[2].string) }
    }

    private func fixture() throws -> JSONValue {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/format.json")
        return try JSONValue.parse([UInt8](Data(contentsOf: path)))
    }

    /// Each case is its arguments and, last, what is written.
    private func check(_ fixture: JSONValue, _ name: String, _ write: ([JSONValue]) -> String) throws {
        let cases = try #require(fixture[name]?.array, "the fixture has no cases of \(name)")
        #expect(!cases.isEmpty)
        for item in cases {
            let parts = try #require(item.array)
            #expect(write(Array(parts.dropLast())) == parts.last?.string, "\(name) of \(parts[0].text)")
        }
    }
}
