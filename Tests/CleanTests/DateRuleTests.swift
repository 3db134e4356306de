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

    @Test func whatWasNotSentIsNotBeforeTheRecord() {
        #expect(DateRule.created(nil) == (nil, false))
    }
}
