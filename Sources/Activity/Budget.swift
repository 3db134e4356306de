import Core
import Report
import Web

/// How many requests a walk takes, and how long that is.
///
///     Budget(requests: 12_000, quota: 1000, windowSeconds: 300).words
///     → "12,000 requests, 1 h 0 min at 1,000 in 5 min"
struct Budget: Equatable {
    var requests: Int
    var quota: Int
    var windowSeconds: Double

    init(requests: Int, quota: Int, windowSeconds: Double) {
        (self.requests, self.quota, self.windowSeconds) = (requests, quota, windowSeconds)
    }

    /// By what the server said it grants; before it said anything by the Hub's own words: 500 requests in 5 minutes, 1,000
    /// with a token.
    ///
    /// Source: the Hub's page on rate limits, September 2025.
    init(requests: Int, stated: RateLimit?, hasToken: Bool) {
        self.init(
            requests: requests, quota: stated?.quota ?? (hasToken ? 1000 : 500),
            windowSeconds: stated?.windowSeconds ?? 300)
    }

    /// At full pace; a quota that is still whole, and is enough, costs less.
    var seconds: Double { Double(requests) * windowSeconds / Double(max(1, quota)) }

    var words: String {
        let count = Format.count(requests, "request")
        // A mock without a plan has a number for a limit, and no walk ever comes near.
        guard quota < 1_000_000 else { return "\(count), no limit named" }
        return "\(count), \(Self.span(seconds)) at \(Format.int(quota)) in \(Self.span(windowSeconds))"
    }

    /// 3600 → "1 h 0 min"; 330 → "5 min 30 s"; 300 → "5 min"; 12 → "12 s".
    private static func span(_ seconds: Double) -> String {
        guard seconds < 1e9 else { return "ages" }
        let whole = Int(seconds.rounded(.up))
        if whole >= 3600 { return "\(Format.int(whole / 3600)) h \(whole % 3600 / 60) min" }
        if whole >= 60 { return "\(whole / 60) min" + (whole % 60 > 0 ? " \(whole % 60) s" : "") }
        return "\(whole) s"
    }
}
