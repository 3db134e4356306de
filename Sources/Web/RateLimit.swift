package import HTTP

/// What an answer says about the limits of use.
///
///     RateLimit: "api";r=497;t=174
///     RateLimit-Policy: "fixed window";"api";q=500;w=300
///     → RateLimit(remaining: 497, resetSeconds: 174, quota: 500, windowSeconds: 300)
///
/// What GitHub (`x-ratelimit-*`) and X (`x-rate-limit-*`) say instead is read, too: remaining, and an epoch second of reset.
///
/// Sources: draft-ietf-httpapi-ratelimit-headers-09 as the Hub uses it; RFC 9110, 10.2.3 for `Retry-After`.
package struct RateLimit: Equatable, Sendable {
    package var remaining: Int?
    package var resetSeconds: Double?
    package var quota: Int?
    package var windowSeconds: Double?
    /// From `Retry-After`: seconds, or a date, which is counted from `now`.
    package var retryAfterSeconds: Double?

    package init(
        remaining: Int? = nil, resetSeconds: Double? = nil, quota: Int? = nil, windowSeconds: Double? = nil,
        retryAfterSeconds: Double? = nil
    ) {
        self.remaining = remaining
        self.resetSeconds = resetSeconds
        self.quota = quota
        self.windowSeconds = windowSeconds
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// - Parameter now: seconds since 1970.
    package init(_ headers: HTTPHeaders, now: Double) {
        let limit = headers["RateLimit"].map(parameters) ?? [:]
        let policy = headers["RateLimit-Policy"].map(parameters) ?? [:]
        func older(_ name: String) -> String? { headers["x-ratelimit-\(name)"] ?? headers["x-rate-limit-\(name)"] }
        let reset = older("reset").flatMap(Double.init).map { String(max(0, $0 - now)) }
        self.init(
            remaining: (limit["r"] ?? older("remaining")).flatMap(count),
            resetSeconds: (limit["t"] ?? reset).flatMap(window),
            quota: (policy["q"] ?? older("limit")).flatMap(count), windowSeconds: policy["w"].flatMap(window),
            retryAfterSeconds: headers["Retry-After"].flatMap { value in
                seconds(value) ?? HTTPDate.seconds(value).map { max(0, $0 - now) }
            })
    }

    /// How long a refused caller is to wait: what `Retry-After` says; else, when nothing is left, until a second after
    /// the window ends; nil when the headers say neither.
    package var waitSeconds: Double? {
        if let retryAfterSeconds { return retryAfterSeconds }
        guard remaining == 0, let resetSeconds else { return nil }
        return resetSeconds + 1
    }
}

/// A number of seconds that makes sense; ever so many are a hundred years.
private func seconds(_ text: String) -> Double? {
    guard let value = Double(text), value.isFinite, value >= 0 else { return nil }
    return min(value, 100 * 365 * 86_400)
}

/// Pacing waits for a window's end without a word, so only for one that a person would wait for, too.
private func window(_ text: String) -> Double? { seconds(text).flatMap { $0 <= 3600 ? $0 : nil } }

private func count(_ text: String) -> Int? { Int(text).map { max(0, $0) } }

/// `"api";r=497;t=174` → ["r": "497", "t": "174"]
private func parameters(_ value: String) -> [String: String] {
    var found: [String: String] = [:]
    for part in value.split(whereSeparator: { $0 == ";" || $0 == "," }) {
        let pair = part.filter { $0 != " " }.split(separator: "=", maxSplits: 1)
        if pair.count == 2, found[String(pair[0])] == nil { found[String(pair[0])] = String(pair[1]) }
    }
    return found
}
