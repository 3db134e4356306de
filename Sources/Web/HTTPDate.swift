import Core

/// Dates of HTTP headers (RFC 9110, 5.6.7; the form that is sent, not the two obsolete ones).
///
///     HTTPDate.seconds("Sun, 06 Nov 1994 08:49:37 GMT") → 784111777
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since 1970; nil for anything else.
    static func seconds(_ text: String) -> Double? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
            return nil
        }
        let number = String(month + 1)
        let day = "\(parts[3])-\(number.count == 1 ? "0" : "")\(number)-\(parts[1])"
        return Instant("\(day)T\(parts[4])Z").map { Double($0.seconds) }
    }
}
