import Core

/// Says how long each part of the stage took, in the log alone.
///
///     Index: terms 12.3 s
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
        let tenths = Int((began.duration(to: clock.now) / .milliseconds(100)).rounded())
        log.info("Index", "\(part) \(tenths / 10).\(tenths % 10) s")
        began = clock.now
    }
}
