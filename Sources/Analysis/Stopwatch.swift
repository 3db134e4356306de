import Report

/// How long each question took, for the log and the bench; no number of it enters a page.
///
///     var watch = Stopwatch()
///     let race = try watch.time("race") { try Race(catalog) }
///     watch.slowest(3)  → "race 0.8 s, lineage 0.6 s, adoption 0.3 s"
package struct Stopwatch: Sendable {
    private var seconds: [String: Double] = [:]

    package init() {}

    /// Does something and adds its time to what is known under that name.
    mutating func time<Result>(_ name: String, _ body: () throws -> Result) rethrows -> Result {
        let clock = ContinuousClock()
        let start = clock.now
        defer { seconds[name, default: 0] += Self.seconds(start.duration(to: clock.now)) }
        return try body()
    }

    /// The names that took longest, and how long.
    func slowest(_ count: Int) -> String {
        seconds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count)
            .map { "\($0.key) \(Format.decimal($0.value, digits: 1)) s" }.joined(separator: ", ")
    }

    private static func seconds(_ duration: Duration) -> Double {
        let (whole, atto) = duration.components
        return Double(whole) + Double(atto) / 1e18
    }
}
