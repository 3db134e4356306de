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
    /// How many records the body holds; nil where its JSON is one that the program cannot read, though it is whole.
    package var records: Int?

    package init(
        url: String, status: Int = 200, fetchedAt: Instant, body: [UInt8], next: String? = nil, records: Int? = nil
    ) {
        self.url = url
        self.status = status
        self.fetchedAt = fetchedAt
        self.body = body
        self.next = next
        self.records = records
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
    case good(records: Int?)
    case bad(String)

    static func check(_ body: [UInt8], is shape: HubShape) -> HubBody {
        do {
            return judge(try JSONDocument.parse(body).root, shape)
        } catch let error as JSONError where error.isAboutOneValue && isWhole(body, shape) {
            // One number or one text in it is unreadable, and would be at every try: cleaning tells which, and counts.
            return .good(records: nil)
        } catch {
            return .bad("\(error)")
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

    private static func isWhole(_ body: [UInt8], _ shape: HubShape) -> Bool {
        let isSpace = { (byte: UInt8) in byte == 32 || (9...13).contains(byte) }
        let (first, last) = (body.first { !isSpace($0) }, body.last { !isSpace($0) })
        return shape == .list
            ? first == UInt8(ascii: "[") && last == UInt8(ascii: "]")
            : first == UInt8(ascii: "{") && last == UInt8(ascii: "}")
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
        // A server's text may not move the terminal's cursor.
        return String(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }.prefix(1500).map(Character.init))
    }
}

extension JSONError {
    fileprivate var isAboutOneValue: Bool {
        switch reason {
        case .numberTooLarge, .invalidUTF8: true
        default: false
        }
    }
}
