import Core

/// A text that is not JSON, or more than this reader takes.
///
///     JSONError(.notJSON("unclosed string"), at: "page 12").description → "page 12: not JSON: unclosed string"
package struct JSONError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// simdjson's own words.
        case notJSON(String)
        case malformedNumber
        case invalidUTF8
        case outOfMemory
    }

    package var reason: Reason
    /// Where the text came from; empty when the caller did not say.
    package var place: String

    package init(_ reason: Reason, at place: String = "") {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        place.isEmpty ? explanation : "\(place): \(explanation)"
    }
}

extension JSONError {
    private var explanation: String {
        switch reason {
        case .notJSON(let why): "not JSON: \(why)"
        case .malformedNumber: "not JSON: a number is malformed"
        case .invalidUTF8: "not JSON: the text is not UTF-8"
        case .outOfMemory: "no memory left to read this text"
        }
    }
}
