import HTTP
import JSON

/// An element of the page that a session has open.
package struct Element: Sendable {
    let session: Session
    let id: String

    /// Clicks in its middle, as a reader would.
    package func click() async throws { try await session.command(.post, "/element/\(id)/click", [:]) }

    /// Types as a person would, at the end of what is there.
    package func type(_ text: String) async throws {
        try await session.command(.post, "/element/\(id)/value", ["text": .string(text)])
    }

    /// The text that a reader sees.
    package func text() async throws -> String {
        try await session.command(.get, "/element/\(id)/text", nil).string ?? ""
    }

    /// An attribute of the element; nil where it has none.
    package func attribute(_ name: String) async throws -> String? {
        try await session.command(.get, "/element/\(id)/attribute/\(name)", nil).string
    }
}

/// Keys without a character, as the standard codes them (WebDriver, section 17.4.2).
package enum Key {
    package static let backspace = "\u{E003}"
    package static let tab = "\u{E004}"
    package static let enter = "\u{E007}"
    package static let escape = "\u{E00C}"
    package static let end = "\u{E010}"
    package static let left = "\u{E012}"
    package static let up = "\u{E013}"
    package static let right = "\u{E014}"
    package static let down = "\u{E015}"
}
