import Core
import JSON
import WebDriver

/// A leaderboard's page that only its own script fills, in a real browser.
///
///     let page = ResultPage(window)
///     try await page.open("https://huggingface.co/spaces/open-llm-leaderboard/open_llm_leaderboard")
///     try await page.rows(of: "Qwen/Qwen2.5-7B-Instruct")  → its rows, none when no name is exactly that
struct ResultPage {
    let window: Session
    /// How long the page may take to show its table; how long a search may take to be seen.
    var patienceSeconds = 60.0
    var searchSeconds = 10.0
    /// A table that does not change for so long has done what it was asked.
    var quietSeconds = 1.0

    /// Scrolls through a table no further than this.
    private static let mostSteps = 5_000

    init(_ window: Session) { self.window = window }

    /// Opens the page, waits for the frame and then for the table in it; both come late.
    ///
    /// - Throws: `WebDriverError`, `refused("timeout")` where there is no table.
    func open(_ url: String) async throws {
        try await window.open(url)
        let deadline = ContinuousClock.now + .seconds(patienceSeconds)
        while ContinuousClock.now < deadline {
            if try await enterTable() { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        throw WebDriverError(.refused(error: "timeout", message: "no table in \(Int(patienceSeconds)) s"), at: url)
    }

    /// What the header of the table says.
    func header() async throws -> [String] { try await table().header }

    /// Searches for a model and gives all rows whose name is exactly that, but for case.
    func rows(of model: String) async throws -> [ResultTable.Row] {
        let before = try await table()
        try await searchField().replaceText(with: model)
        try await settle(from: before, onceThere: model)
        return try await scroll(for: model)
    }
}

extension ResultPage {
    /// Where a search is typed, the surest first: a page has other inputs, too.
    private static let searches = ["input[type=search]", "input[placeholder*=earch]", "input[type=text]"]
    /// A row with a link to a model or with text: the table is filled.
    private static let isFilled =
        "return [...document.querySelectorAll('table tbody tr')].some((r) => r.children.length > 2 && r.textContent.trim())"

    private func searchField() async throws -> Element {
        _ = try await window.waitFor(Self.searches.joined(separator: ", "))
        for selector in Self.searches {
            if let found = try await window.findAll(selector).first { return found }
        }
        return try await window.find(Self.searches[0])
    }

    private func enterTable() async throws -> Bool {
        try await window.leaveFrames()
        if try await window.run(Self.isFilled).bool == true { return true }
        for frame in try await window.findAll("iframe") {
            do {
                try await window.enter(frame)
                if try await window.run(Self.isFilled).bool == true { return true }
            } catch let error as WebDriverError where error.isAboutTheMoment {
                // A frame that was exchanged meanwhile is looked for again.
            }
            try await window.leaveFrames()
        }
        return false
    }

    /// A page may take its table away where it has nothing to show.
    private func table() async throws -> ResultTable {
        let script = "const table = document.querySelector('table'); return table ? table.outerHTML : ''"
        return ResultTable(try await window.run(script).string ?? "")
    }

    /// Waits until the search is seen: the model's row is there, or the table has changed and is quiet, or stays as it is.
    private func settle(from before: ResultTable, onceThere model: String) async throws {
        let start = ContinuousClock.now
        var (last, since) = (before, start)
        while ContinuousClock.now < start + .seconds(searchSeconds) {
            let now = try await table()
            if now != last { (last, since) = (now, ContinuousClock.now) }
            let isQuiet = ContinuousClock.now > since + .seconds(quietSeconds)
            let isThere = now.rows.contains { $0.model.lowercased() == model.lowercased() }
            // A table that has not changed yet may not have heard; that takes more patience.
            if isQuiet, isThere || now != before || ContinuousClock.now > start + .seconds(searchSeconds / 3) { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Reads the table from its top to its end: only the rows that can be seen are there.
    private func scroll(for model: String) async throws -> [ResultTable.Row] {
        var found: [ResultTable.Row] = []
        _ = try await window.run(Self.scrollScript, [0])
        for _ in 0..<Self.mostSteps {
            let table = try await settledTable()
            for row in table.rows where row.model.lowercased() == model.lowercased() && !found.contains(row) {
                found.append(row)
            }
            if try await window.run(Self.scrollScript, [1]).bool != true { break }
        }
        return found
    }

    /// After scrolling rows come a moment later.
    private func settledTable() async throws -> ResultTable {
        var last = try await table()
        for _ in 0..<20 {
            try await Task.sleep(for: .milliseconds(40))
            let now = try await table()
            if now == last { return now }
            last = now
        }
        return last
    }

    /// Scrolls what holds the table: to the top for 0, a window's height on for 1; says whether it moved.
    private static let scrollScript = """
        let box = document.querySelector('table');
        while (box && !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
          box = box.parentElement;
        }
        box = box || document.scrollingElement;
        const before = box.scrollTop;
        box.scrollTop = arguments[0] ? before + Math.max(40, box.clientHeight * 0.8) : 0;
        return box.scrollTop > before;
        """
}

extension WebDriverError {
    /// Whether it says only that something is not there any more, or not yet.
    fileprivate var isAboutTheMoment: Bool {
        guard case .refused(let error, _) = reason else { return false }
        return ["no such frame", "no such element", "stale element reference"].contains(error)
    }
}
