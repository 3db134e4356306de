import Report

/// How far a stage is, and how fast: fed with counts and the time, gives a line now and then.
///
///     var line = ProgressLine()
///     line.note("Collect", done: 0, total: 760_000, unit: "records", at: 0)
///     line.note("Collect", done: 120_000, total: 760_000, unit: "records", at: 2)
///     line.text → "Collect  120,000 of 760,000 records · 60,000/s · 11 s left"
package struct ProgressLine: Sendable {
    private var stage = ""
    private var unit = ""
    private var total: Int?
    private var done = 0
    private var now = 0.0
    private var first: (done: Int, at: Double)?
    private var lastShownAt = -Double.infinity

    package init() {}

    /// Takes in how far a stage is.
    package mutating func note(_ stage: String, done: Int, total: Int?, unit: String, at now: Double) {
        // A stage that goes on from an earlier run begins above zero: only what is new counts for the rate.
        if stage != self.stage || unit != self.unit || done < self.done { first = nil }
        (self.stage, self.unit, self.total, self.done, self.now) = (stage, unit, total, done, now)
        if first == nil { first = (done, now) }
    }

    /// Whether `interval` seconds have gone by since a line was last shown; then this is one.
    package mutating func isDue(every interval: Double) -> Bool {
        guard now - lastShownAt >= interval else { return false }
        lastShownAt = now
        return true
    }

    package var text: String {
        guard !unit.isEmpty else { return stage }
        var parts = [total.map { "\(Format.int(done)) of \(Format.int($0)) \(unit)" } ?? "\(Format.int(done)) \(unit)"]
        if let rate {
            parts.append("\(rate < 10 ? Format.decimal(rate, digits: 1) : Format.int(Int(rate)))/s")
            if let total, total > done { parts.append("\(Duration.words(Double(total - done) / rate)) left") }
        }
        return "\(stage)  \(parts.joined(separator: " · "))"
    }

    /// Nil in the first half second, which tells nothing yet.
    private var rate: Double? {
        guard let first, now - first.at >= 0.5, done > first.done else { return nil }
        return Double(done - first.done) / (now - first.at)
    }
}
