import Core

/// Why a source gives nothing: which one, why, and what to do.
///
///     SourceError(.notConfigured("X needs a token in X_BEARER_TOKEN"), at: "mentions")
///     → "mentions: not set up: X needs a token in X_BEARER_TOKEN"
package struct SourceError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// Something is needed that nobody gave; says what and how.
        case notConfigured(String)
        /// It costs money, and nobody said yes; says how much.
        case needsConsent(String)
        /// An answer is not what the source knows: says which field is missing.
        case changed(String)
        /// A file is none that the source reads: says what is missing.
        case notTaken(String)
    }

    package var reason: Reason
    package var source: String

    package init(_ reason: Reason, at source: String) {
        self.reason = reason
        self.source = source
    }

    /// Whether it is the publisher's to decide, and nothing is broken.
    package var isAboutSetup: Bool {
        switch reason {
        case .notConfigured, .needsConsent: true
        case .changed, .notTaken: false
        }
    }

    package var description: String {
        switch reason {
        case .notConfigured(let what): "\(source): not set up: \(what)"
        case .needsConsent(let what): "\(source): \(what); --yes agrees to it"
        case .notTaken(let what): "\(source): \(what); the file is not taken"
        case .changed(let what):
            "\(source): the service has changed (\(what)); what it sent is archived, tell the project"
        }
    }
}
