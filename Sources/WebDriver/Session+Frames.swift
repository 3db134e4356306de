import HTTP
import JSON

/// Documents inside documents, and waiting for what comes late.
extension Session {
    /// From here on commands mean the document inside that `iframe`.
    package func enter(_ frame: Element) async throws {
        try await command(.post, "/frame", ["id": frame.reference], place: "enter a frame")
    }

    /// From here on commands mean the page itself.
    package func leaveFrames() async throws {
        try await command(.post, "/frame", ["id": .null], place: "leave the frames")
    }

    /// All elements that a CSS selector finds, in the order of the page; none is an answer.
    package func findAll(_ selector: String) async throws -> [Element] {
        let found = try await command(
            .post, "/elements", ["using": "css selector", "value": .string(selector)], place: "find all \(selector)")
        return (found.array ?? []).compactMap { entry in
            entry.object?.values.first?.string.map { Element(session: self, id: $0) }
        }
    }

    /// The first element that a CSS selector finds, as soon as there is one.
    ///
    /// Throws `refused("timeout")`, naming the selector.
    package func waitFor(_ selector: String, patienceSeconds: Double = 10) async throws -> Element {
        try await wait(
            for: selector, until: "return document.querySelector(arguments[0]) !== null", [.string(selector)],
            patienceSeconds: patienceSeconds)
        return try await find(selector)
    }
}

extension Element {
    /// Where the standard keeps an element's id (WebDriver, section 11).
    private static let identifier = "element-6066-11e4-a52e-4f735466cecf"

    /// How commands and scripts are told which element is meant.
    var reference: JSONValue { .object([Self.identifier: .string(id)]) }

    /// Its markup, its own tag included.
    package func html() async throws -> String {
        try await session.run("return arguments[0].outerHTML", [reference]).string ?? ""
    }

    /// Puts a text in place of what an input holds, key by key, so that the page's own script hears of it.
    package func replaceText(with text: String) async throws {
        let value = try await session.run("return arguments[0].value", [reference]).string ?? ""
        let rubber = String(repeating: Key.backspace, count: value.unicodeScalars.count)
        try await type(Key.end + rubber + text)
    }
}
