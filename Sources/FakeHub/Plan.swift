/// How many requests a window allows.
///
/// Source: the Hub's page on rate limits, September 2025.
package enum Plan: String, Sendable, CaseIterable {
    case anonymous, free, pro, unlimited

    /// API requests in five minutes.
    package var quota: Int {
        switch self {
        case .anonymous: 500
        case .free: 1000
        case .pro: 2500
        case .unlimited: 1_000_000_000
        }
    }
}

/// A fixed window: so many requests, then none until it is over.
struct Window: Sendable {
    var startedAt: Double
    var used = 0

    /// Counts one request at that second.
    mutating func take(at now: Double, quota: Int, seconds: Double) -> (isAllowed: Bool, remaining: Int, reset: Int) {
        if now - startedAt >= seconds { self = Window(startedAt: now) }
        used += 1
        return (used <= quota, max(0, quota - used), Int((startedAt + seconds - now).rounded(.up)))
    }
}
