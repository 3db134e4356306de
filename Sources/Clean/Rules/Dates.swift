package import Core

/// When a repo was created, as far as the Hub knows.
///
///     2024-05-03T10:00:00Z  → createdAt 2024-05-03T10:00:00Z
///     2022-03-02T23:29:04Z  → no createdAt, `isBeforeRecord`
///     2022-03-02T23:29:05Z  → no createdAt, `isBeforeRecord`
///     2022-03-02T23:46:41Z  → createdAt 2022-03-02T23:46:41Z    the first one that was noted
///     not sent              → no createdAt
///
/// The Hub began to note the day of creation on the evening of 2022-03-02, and gave every repo that was there already an
/// instant within the minute 23:29. Source: the Hub's own client, and the lists of July 2024, where 29,990 models share two
/// of these instants and 2,949 datasets a third.
package enum DateRule {
    /// The last second that means "before the record".
    package static let floor = Instant("2022-03-02T23:29:59Z")!

    /// The day of creation; for the Hub's first day of record nil, and that it is older.
    package static func created(_ sent: Instant?) -> (createdAt: Instant?, isBeforeRecord: Bool) {
        guard let sent else { return (nil, false) }
        return sent <= floor ? (nil, true) : (sent, false)
    }

    /// What was sent, unless it lies after the day on which it was read, which no clock's error explains: then nothing.
    ///
    ///     past("2100-01-01T00:00:00Z", read on 2026-11-21) → nil, and a diagnostic
    ///
    /// - Parameter day: nil where nobody knows when the record was read.
    package static func past(
        _ sent: Instant?, readOn day: Day?, at id: String, _ diagnostics: inout [Diagnostic]
    ) -> Instant? {
        guard let sent, let day, sent.day.number > day.number + 1 else { return sent }
        diagnostics.append(Diagnostic("date.future", at: id, "\(sent.day)"))
        return nil
    }
}
