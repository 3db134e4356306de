package import Core
import Sources
package import WebDriver

/// Reads a leaderboard's rows of some models by a real browser, into a CSV file that is taken in like any other.
///
///     try await BrowserRun(browser: .chrome, page: url, models: ["openai-community/gpt2"], file: "rows.csv").run()
///     → "1 of 1 models found, 1 row in rows.csv"
///
/// A run that dies loses nothing: the next one goes on behind the last model that is in the file. The browser is closed whatever
/// happens. Models that are not there are said, and looked for again next time.
package struct BrowserRun {
    private let browser: Browser
    private let page: String
    private let models: [String]
    private let file: String
    private let log: Log

    package init(browser: Browser, page: String, models: [String], file: String, log: Log = .silent) {
        self.browser = browser
        self.page = page
        self.models = models
        self.file = file
        self.log = log
    }

    /// - Returns: what was done, in a few words.
    /// - Throws: `WebDriverError`, `FileError`, `SourceError`, `CancellationError`.
    package func run() async throws -> String {
        try await withBrowser(browser) { window in try await run(in: window) }
    }

    /// The same in a window that is open.
    func run(in window: Session) async throws -> String {
        var rows = try RowsFile(file)
        let wanted = models.filter { !rows.models.contains($0.lowercased()) }
        let known = models.count - wanted.count
        guard !wanted.isEmpty else { return "all \(models.count) models are in \(file) already" }
        if known > 0 { log.info("Collect", "\(known) of \(models.count) models are in \(file) already") }
        let result = ResultPage(window)
        try await result.open(page)
        try rows.begin(try await result.header())
        var missed: [String] = []
        for (i, model) in wanted.enumerated() {
            do {
                let found = try await result.rows(of: model)
                if found.isEmpty { missed.append(model) } else { try rows.append(found.map(\.cells)) }
            } catch let error as WebDriverError {
                log.warning("Collect", "\(model): \(error); \(rows.rows) rows are kept in \(file), run again to go on")
                throw error
            }
            log.progress("Collect", done: i + 1, total: wanted.count, unit: "models")
        }
        for model in missed.prefix(10) { log.warning("Collect", "\(model) is not on the leaderboard") }
        if missed.count > 10 { log.warning("Collect", "and \(missed.count - 10) more are not on the leaderboard") }
        return "\(models.count - missed.count) of \(models.count) models found, \(rows.rows) rows in \(file)"
    }
}
