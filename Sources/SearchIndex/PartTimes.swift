import Core

/// Says how long each part of the stage took, and how much memory the process had at most by its end, in the log alone.
///
///     Index: terms 12.31 s, at most 310 MB
struct PartTimes {
    private let log: Log
    private let clock = ContinuousClock()
    private var began: ContinuousClock.Instant

    init(_ log: Log) {
        self.log = log
        began = clock.now
    }

    /// What was done since the last part ended.
    mutating func end(_ part: String) {
        let hundredths = Int((began.duration(to: clock.now) / .milliseconds(10)).rounded())
        let rest = hundredths % 100
        let seconds = "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
        log.info("Index", "\(part) \(seconds), at most \(PeakMemory.bytes() / 1_000_000) MB")
        began = clock.now
    }
}
