/// Where a stage reports what it does: lines for people, progress for terminals. A value of closures, so a test can listen.
///
///     log.info("Collect", "760 pages, 760,000 records")
///     log.progress("Collect", done: 12_000, total: nil, unit: "records")
///
/// Only the rim decides how a line looks (terminal, plain, JSON) and writes it.
package struct Log: Sendable {
    /// How grave a line is.
    package enum Level: String, Sendable { case info, warning, error }

    package var line: @Sendable (_ level: Level, _ stage: String, _ text: String) -> Void
    /// Called often; the receiver decides how seldom it shows anything. `total` is nil when unknown.
    package var progress: @Sendable (_ stage: String, _ done: Int, _ total: Int?, _ unit: String) -> Void

    package init(
        line: @escaping @Sendable (Level, String, String) -> Void,
        progress: @escaping @Sendable (String, Int, Int?, String) -> Void = { _, _, _, _ in }
    ) {
        self.line = line
        self.progress = progress
    }

    /// Says nothing.
    package static let silent = Log(line: { _, _, _ in })

    /// A line that is shown when one asks for much.
    package func info(_ stage: String, _ text: String) { line(.info, stage, text) }
    /// A line that is shown always.
    package func warning(_ stage: String, _ text: String) { line(.warning, stage, text) }
    package func progress(_ stage: String, done: Int, total: Int? = nil, unit: String) {
        progress(stage, done, total, unit)
    }
}
