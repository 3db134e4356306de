import Core
import Testing

@testable import Clean

@Suite struct DateRuleTests {
    @Test(arguments: [
        ("2022-03-02T23:29:04.000Z", true), ("2022-03-02T23:29:05.000Z", true), ("2022-03-02T23:29:22.000Z", true),
        ("2022-03-02T23:46:41.000Z", false), ("2024-05-03T10:00:00.000Z", false), ("2021-01-01T00:00:00Z", true),
    ])
    func theFloorIsNoDate(_ sent: String, _ isBefore: Bool) {
        let (createdAt, isBeforeRecord) = DateRule.created(Instant(sent))
        #expect(isBeforeRecord == isBefore)
        #expect(createdAt == (isBefore ? nil : Instant(sent)))
    }

    @Test(arguments: [
        ("2024-07-11T10:00:00Z", false), ("2024-07-12T23:00:00Z", false), ("2024-07-13T00:00:00Z", true),
        ("9999-12-31T00:00:00Z", true),
    ])
    func whatIsStillToComeIsNoDate(_ sent: String, _ isFuture: Bool) throws {
        var diagnostics: [Diagnostic] = []
        let read = try #require(Day("2024-07-11"))
        let date = DateRule.past(Instant(sent), readOn: read, at: "a/b", &diagnostics)
        #expect(date == (isFuture ? nil : Instant(sent)))
        #expect(diagnostics.map(\.identifier) == (isFuture ? ["date.future"] : []))
        #expect(DateRule.past(Instant(sent), readOn: nil, at: "a/b", &diagnostics) == Instant(sent))
    }

    @Test func whatWasNotSentIsNotBeforeTheRecord() {
        #expect(DateRule.created(nil) == (nil, false))
    }
}
