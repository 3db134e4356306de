package import Core

/// When a repo was created, as far as the Hub knows.
///
///     2024-05-03T10:00:00Z  → createdAt 2024-05-03T10:00:00Z
///     2022-03-02T23:29:04Z  → no createdAt, `isBeforeRecord`
///     2022-03-02T23:29:05Z  → no createdAt, `isBeforeRecord`
///     not sent              → no createdAt
///
/// The Hub began to note the day of creation on 2022-03-02, and gave every repo that was there already one of a few
/// instants of that evening; so the whole day counts as "before the record". Source: the Hub's own client, and the model
/// list of July 2024, where 29,990 models share two of these instants.
package enum DateRule {
    package static let floor = Day(year: 2022, month: 3, day: 2)

    package static func created(_ sent: Instant?) -> (createdAt: Instant?, isBeforeRecord: Bool) {
        guard let sent else { return (nil, false) }
        return sent.day <= floor ? (nil, true) : (sent, false)
    }
}
