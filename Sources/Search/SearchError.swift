import Core

/// Why a search cannot be done as asked.
///
///     SearchError(.unknownValue("germann", guess: "german"), at: "language").description
///     → "language: no model here has 'germann' (did you mean german?)"
package struct SearchError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case unknownFilter(guess: String?)
        case unknownValue(String, guess: String?)
        /// A value that is no amount, and one that would be.
        case notAnAmount(String, example: String)
        case notADay(String)
        case notOneOf(String, [String])
        case onlyOne
        case unknownModel(String)
        /// The index was made without vectors, or none of the model.
        case noVectors
        case noVector(String)
        /// What is wrong with the files that would tell.
        case unreadable([String])
        /// A line of a file of queries.
        case badLine(Int, String)
    }

    package var reason: Reason
    /// The filter, the file or the model.
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    /// What was asked may be there, but the index is damaged: nobody's wrong question.
    package var isDamage: Bool {
        if case .unreadable = reason { true } else { false }
    }

    /// Values come from files of queries and from links, too: they cannot move the cursor.
    package var description: String { "\(place): \(sentence)".visible }

    private var sentence: String {
        switch reason {
        case .unknownFilter(let guess): "there is no such filter\(ending(guess))"
        case .unknownValue(let value, let guess): "no model here has '\(value)'\(ending(guess))"
        case .notAnAmount(let value, let example): "'\(value)' is no amount; it takes one such as \(example)"
        case .notADay(let value): "'\(value)' is no day; it takes one such as 2024-07-11"
        case .notOneOf(let value, let choices): "'\(value)' is none of \(choices.joined(separator: ", "))"
        case .onlyOne: "it takes one value"
        case .unknownModel(let id): "there is no model '\(id)' in this index; its id is needed, as author/name"
        case .noVectors: "this index was made without vectors, by which similar models are found; build it with them"
        case .noVector(let id): "nothing but its name is known of '\(id)', so nothing can be similar to it"
        case .unreadable(let troubles): "the index cannot tell: \(troubles.joined(separator: "; "))"
        case .badLine(let line, let why): "line \(line): \(why)"
        }
    }

    private func ending(_ guess: String?) -> String { guess.map { " (did you mean \($0)?)" } ?? "" }
}
