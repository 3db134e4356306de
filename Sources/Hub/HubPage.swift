package import Core
import JSON

/// One answer of the Hub whose body is what was asked for.
package struct HubPage: Equatable, Sendable {
    package var url: String
    package var status: Int
    package var fetchedAt: Instant
    /// As sent.
    package var body: [UInt8]
    /// The address of the next page; nil on the last one, and for what has no pages.
    package var next: String?
    /// How many records the body holds; nil where nobody counted.
    package var records: Int?
    /// How many records there are on all pages, as the header `X-Total-Count` says; only lists of commits have it.
    package var total: Int?

    package init(
        url: String, status: Int = 200, fetchedAt: Instant, body: [UInt8], next: String? = nil, records: Int? = nil,
        total: Int? = nil
    ) {
        self.url = url
        self.status = status
        self.fetchedAt = fetchedAt
        self.body = body
        self.next = next
        self.records = records
        self.total = total
    }
}

/// What a body must be.
package enum HubShape: Sendable { case list, object }

/// Looks at a body before it is believed: a status of 200 is not enough.
///
///     HubBody.check(Array("[{},{}]".utf8), is: .list)            → .good(records: 2)
///     HubBody.check(Array(#"{"error":"busy"}"#.utf8), is: .list)  → .bad("an object with an error: busy")
///     HubBody.check(Array("<html>".utf8), is: .list)             → .bad("not JSON: …")
enum HubBody: Equatable {
    case good(records: Int)
    /// Whole, but with a value in it that cannot be read.
    case doubtful(records: Int)
    case bad(String)

    static func check(_ body: [UInt8], is shape: HubShape) -> HubBody {
        do {
            return judge(try JSONDocument.parse(body).root, shape)
        } catch {
            // One number or one text in it is unreadable, and would be at every try: cleaning tells which, and counts.
            let records = begins(body, like: shape) ? JSONSalvage.wholeCount(of: body) ?? 0 : 0
            return records > 0 ? .doubtful(records: records) : .bad("\(error)")
        }
    }

    private static func judge(_ root: JSONView, _ shape: HubShape) -> HubBody {
        switch (shape, root.kind) {
        case (.list, .array): .good(records: root.elements.reduce(0) { count, _ in count + 1 })
        case (.object, .object) where root["error"] == nil || root["id"] != nil: .good(records: 1)
        case (_, .object): .bad("an object with an error: \(message(of: root))")
        default: .bad("a JSON \(root.kind.rawValue)")
        }
    }

    private static func begins(_ body: [UInt8], like shape: HubShape) -> Bool {
        body.first { $0 > 0x20 } == (shape == .list ? UInt8(ascii: "[") : UInt8(ascii: "{"))
    }

    /// What the server says is wrong: `{"error":"…"}`, `{"error":["…"]}`, `{"errors":[{"message":"…"}]}`; "" for none.
    static func message(of body: [UInt8]) -> String {
        // Only a help for people: a body that is no JSON has no message.
        (try? JSONDocument.parse(body)).map { message(of: $0.root) } ?? ""
    }

    private static func message(of root: JSONView) -> String {
        let error = root["error"]
        let text =
            error?.string ?? error?.elements.first?.string ?? root["errors"]?.elements.first?["message"]?.string
            ?? root["message"]?.string ?? ""
        // A server's text may not move the terminal's cursor, nor turn it round.
        return String(text.prefix(1500)).visible
    }
}
