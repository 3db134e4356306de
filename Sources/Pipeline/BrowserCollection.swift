import Archive
import Catalog
import Collect
import Core
import Leaderboard
import Report
import Sources
import Web
package import WebDriver

/// A leaderboard's page that only a browser can read, and which models to look for there.
package struct BrowserWish: Sendable {
    /// The leaderboard as its makers show it.
    package static let usualPage = "https://huggingface.co/spaces/open-llm-leaderboard/open_llm_leaderboard"

    package var browser: Browser
    package var page: String
    /// A file with an id a line, or "top N": so many language models, the most downloaded first.
    package var models: String

    package init(browser: Browser, page: String = Self.usualPage, models: String) {
        self.browser = browser
        self.page = page
        self.models = models
    }
}

extension Pipeline {
    /// Reads rows by a browser into `leaderboard-browser.csv` of the data folder, and takes that in like any other file.
    func readByBrowser(_ wish: BrowserWish, _ settings: CollectSettings, at desk: Desk) async throws -> Collected {
        let models = try models(wish.models)
        let file = data.browserRows
        if settings.isFresh { try Files.remove(file) }
        // Whether programs may read it at all.
        _ = try await desk.web.page(wish.page)
        log.info(
            "",
            "\(Format.count(models.count, "model")), a search each in \(wish.browser.rawValue), at \(wish.page.visible)"
        )
        var collected = Collected()
        collected.add(
            try await BrowserRun(
                browser: wish.browser, page: wish.page, models: models, file: file, log: log
            ).run())
        let format = try Leaderboard().format(ofFile: file, beginning: try CollectStage.beginning(ofFile: file))
        _ = try CollectStage.importFile(
            file, format: format, into: desk.archive, fetchedAt: time.instant, log: log)
        try desk.archive.flush()
        return collected
    }

    /// The ids that are meant, each once.
    private func models(_ words: String) throws -> [String] {
        let parts = words.split(separator: " ")
        if parts.count == 2, parts[0] == "top", let count = Int(parts[1]), count > 0 {
            guard Files.exists(data.catalog) else { throw PipelineError(.noCatalog, at: data.catalog) }
            return try Catalog(path: data.catalog, mode: .read).mostDownloaded(task: "text-generation", limit: count)
                .map(\.repoID)
        }
        var seen: Set<String> = []
        let lines = String(decoding: try Files.read(words, limit: 16 << 20), as: UTF8.self).split(
            whereSeparator: \.isNewline)
        let ids = lines.map { $0.split(separator: " ").joined(separator: " ") }
        return ids.filter { !$0.isEmpty && !$0.hasPrefix("#") && seen.insert($0.lowercased()).inserted }
    }
}
