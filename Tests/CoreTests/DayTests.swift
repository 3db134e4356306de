import Core
import Testing

@Suite struct DayTests {
    @Test(
        "counts days from 1970",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("2022-03-02", 19_053), ("2000-02-29", 11_016),
            ("0001-01-01", -719_162),
            ("9999-12-31", 2_932_896),
        ])
    func countsDaysFrom1970(text: String, number: Int) {
        #expect(Day(text)?.number == number)
        #expect(Day(number: number).description == text)
    }

    @Test(
        "refuses what is no day",
        arguments: [
            "", "2024-02-30", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024-1-1",
            "2024-01-01T",
            "2024-01-01-", "+024-01-01", "٢٠٢٤-01-01",
        ])
    func refusesWhatIsNoDay(text: String) {
        #expect(Day(text) == nil)
    }

    @Test("every day of four centuries survives the round trip") func everyDayOfFourCenturiesSurvivesTheRoundTrip() {
        for number in stride(from: -25_000, to: 125_000, by: 1) {
            let civil = Day(number: number).civil
            #expect(Day(year: civil.year, month: civil.month, day: civil.day).number == number)
        }
    }

    @Test("months know their ends") func monthsKnowTheirEnds() throws {
        let february = try #require(Month("2024-02"))
        #expect(february.lastDay.description == "2024-02-29")
        #expect(february.advanced(by: -2).description == "2023-12")
        #expect(february.distance(to: try #require(Month("2025-01"))) == 11)
        #expect(Month("2024-2") == nil)
    }
}

@Suite struct InstantTests {
    @Test(
        "reads RFC 3339",
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2022-03-02T23:29:04.000Z", 1_646_263_744),
            ("2022-03-02t23:29:05z", 1_646_263_745),
            ("2024-07-11T19:04:39+02:00", 1_720_717_479),
            ("2024-07-11T11:34:39.123456-05:30", 1_720_717_479),
            ("1969-12-31T23:59:59Z", -1),
        ])
    func readsRfc3339(text: String, seconds: Int) {
        #expect(Instant(text)?.seconds == seconds)
    }

    @Test(
        "refuses what is no instant",
        arguments: [
            "", "yesterday", "2024-07-11", "2024-07-11T10:00:00", "2024-13-01T00:00:00Z", "2024-02-30T00:00:00Z",
            "2024-07-11T24:00:00Z", "2024-07-11T10:60:00Z", "2024-07-11T10:00:00.Z", "2024-07-11T10:00:00Zulu",
            "2024-07-11T10:00:00+2:00", "2024-07-11T10:00:00+25:00", "20240711T100000Z", "2024-07-11T10:00:00\u{0}",
        ])
    func refusesWhatIsNoInstant(text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("writes what it reads") func writesWhatItReads() {
        #expect(Instant(seconds: 1_646_263_744).description == "2022-03-02T23:29:04Z")
        #expect(Instant(seconds: -1).description == "1969-12-31T23:59:59Z")
        #expect(Instant(seconds: -1).day.description == "1969-12-31")
    }
}
