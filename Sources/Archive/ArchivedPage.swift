package import Core

/// One answer of a server, or one piece of a file, untouched, with where and when it came from.
package struct ArchivedPage: Equatable, Sendable {
    /// The walk it belongs to: "models/2026-11-21".
    package var walk: String
    package var url: String
    /// HTTP status; 200 for pieces of files, 0 where no answer came and the body says why.
    package var status: Int
    package var fetchedAt: Instant
    /// How to decode the body: "hub-models", "hub-model", "csv-2022-07", …
    package var format: String
    /// How many records the body holds, where that was counted. Of formats that say so (`hub-commits`): how many there are on
    /// all pages, which only a header of the answer tells.
    package var records: Int?
    /// The cursor: where the walk goes on after this page; nil on the last one, and in walks without an order.
    package var next: String?
    package var body: [UInt8]

    package init(
        walk: String, url: String, status: Int = 200, fetchedAt: Instant, format: String, records: Int? = nil,
        next: String? = nil, body: [UInt8]
    ) {
        self.walk = walk
        self.url = url
        self.status = status
        self.fetchedAt = fetchedAt
        self.format = format
        self.records = records
        self.next = next
        self.body = body
    }
}

/// A page without its body, and where the body lies.
package struct ArchiveEntry: Equatable, Sendable {
    package var walk: String
    package var url: String
    package var status: Int
    package var fetchedAt: Instant
    package var format: String
    package var records: Int?
    package var next: String?
    /// Of the body as it was sent.
    package var sha256: [UInt8]
    package var bodyBytes: Int

    /// Position in `Archive.segments`.
    var segment: Int
    var bodyOffset: Int
    var packedBytes: Int
}

/// One pass over a list (or over many single addresses), begun on one day. Its numbers count what the archive has.
///
///     Walk(id: "models/2026-11-21", name: "models", plan: "author=Qwen", …)
package struct Walk: Equatable, Sendable {
    /// Name, day of beginning, and a number from the second one of a day on: "models/2026-11-21.2".
    package var id: String
    package var name: String
    /// What was asked for, in words that two walks for the same share. Never a secret.
    package var plan: String
    package var began: Instant
    package var ended: Instant?
    package var pages = 0
    package var records = 0
    package var bodyBytes = 0
    /// Where it goes on: the first address, or the cursor of its last page; nil behind the last page.
    package var next: String?

    package var isFinished: Bool { ended != nil }
    /// The day the collection counts for.
    package var day: Day { began.day }
}
