package import HTTP

/// What an answer is worth to the one who asked.
package enum Verdict<Value: Sendable>: Sendable {
    case good(Value)
    /// Whole, but with a value that no reader takes: perhaps hurt on the way, perhaps what the server has.
    case doubtful(Value)
    /// - Parameter waitSeconds: what the server asked for; nil leaves it to the policy.
    case again(why: String, waitSeconds: Double?)
    /// The same question in other words, at once.
    case rephrase(HTTPRequest)
    case stop(any Error)
}
