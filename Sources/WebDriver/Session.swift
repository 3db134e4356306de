import Foundation
import HTTP
package import JSON

/// One browser window under the W3C WebDriver protocol.
///
///     try await withBrowser(.chrome) { window in
///         try await window.open("file:///…/site/index.html")
///         try await window.run("return document.title") → "What happened to open AI models? · HubAtlas"
///     }
///
/// Source: WebDriver, W3C Recommendation, 5 June 2018. Device emulation and the network log are Chromium's own additions.
package final class Session: Sendable {
    private let driver: DriverProcess
    private let http: HTTPClient
    private let path: String
    private let browser: Browser
    /// The browser's own process, where the driver tells it.
    package let browserProcess: Int32?

    init(_ browser: Browser, http: HTTPClient) async throws {
        let installation = try browser.installation()
        self.browser = browser
        self.http = http
        driver = try await DriverProcess(browser, executable: installation.driver, http: http)
        do {
            let opened = try await newSession(browser, executable: installation.browser, driver: driver, http: http)
            path = opened.path
            browserProcess = opened.process
        } catch {
            await driver.stop()
            throw error
        }
    }

    /// Closes the window and ends the driver, whatever state they are in.
    func close() async {
        // A browser that crashed cannot be asked to close; the driver's end takes it along.
        _ = try? await command(.delete, "", nil)
        await driver.stop()
    }
}

// MARK: - The standard's commands

extension Session {
    /// Goes to an address and waits for its load event.
    package func open(_ url: String) async throws { try await command(.post, "/url", ["url": .string(url)]) }

    /// The address of the page, its hash included.
    package func currentURL() async throws -> String { try await command(.get, "/url", nil).string ?? "" }

    /// Runs a function body in the page; `arguments` are `arguments[0]…` there. Returns what it returns, as JSON.
    @discardableResult
    package func run(_ script: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        try await command(.post, "/execute/sync", ["script": .string(script), "args": .array(arguments)])
    }

    /// As `run`, for a body that calls its last argument when it is done.
    @discardableResult
    package func runAsync(_ script: String, _ arguments: [JSONValue] = []) async throws -> JSONValue {
        try await command(.post, "/execute/async", ["script": .string(script), "args": .array(arguments)])
    }

    /// The first element that a CSS selector finds; throws `refused("no such element")`.
    package func find(_ selector: String) async throws -> Element {
        let found = try await command(
            .post, "/element", ["using": "css selector", "value": .string(selector)], place: "find \(selector)")
        guard let id = found.object?.values.first?.string else {
            throw WebDriverError(.notUnderstood(found.text), at: "find \(selector)")
        }
        return Element(session: self, id: id)
    }

    /// Waits until a script's value is true.
    ///
    /// Throws `refused("timeout")`, naming what was waited for.
    package func wait(
        for what: String, until script: String, _ arguments: [JSONValue] = [], patienceSeconds: Double = 10
    ) async throws {
        let deadline = ContinuousClock.now + .seconds(patienceSeconds)
        while ContinuousClock.now < deadline {
            if try await run(script, arguments).bool == true { return }
            try await Task.sleep(for: .milliseconds(30))
        }
        throw WebDriverError(.refused(error: "timeout", message: "waited \(Int(patienceSeconds)) s"), at: what)
    }

    /// Presses keys one after another in whatever has the focus; `Key` names those without a character.
    package func press(_ keys: String...) async throws {
        let actions = keys.flatMap { key -> [JSONValue] in
            [["type": "keyDown", "value": .string(key)], ["type": "keyUp", "value": .string(key)]]
        }
        try await command(
            .post, "/actions", ["actions": [["type": "key", "id": "keyboard", "actions": .array(actions)]]])
    }

    /// Moves the pointer over a point of the window, in CSS pixels, and clicks there if asked.
    package func point(x: Double, y: Double, click: Bool = false) async throws {
        var actions: [JSONValue] = [
            ["type": "pointerMove", "duration": 0, "x": .integer(Int(x)), "y": .integer(Int(y)), "origin": "viewport"]
        ]
        if click { actions += [["type": "pointerDown", "button": 0], ["type": "pointerUp", "button": 0]] }
        try await command(
            .post, "/actions", ["actions": [["type": "pointer", "id": "mouse", "actions": .array(actions)]]])
    }

    /// The window as PNG.
    package func screenshot() async throws -> [UInt8] {
        try decoded(try await command(.get, "/screenshot", nil).string, place: "screenshot")
    }

    @discardableResult
    func command(
        _ method: HTTPRequest.Method, _ suffix: String, _ body: JSONValue?, place: String? = nil
    ) async throws -> JSONValue {
        try await ask(http, method, path + suffix, body, place: place ?? "\(browser.rawValue) \(suffix)")
    }

    private func decoded(_ base64: String?, place: String) throws -> [UInt8] {
        guard let data = base64.flatMap({ Data(base64Encoded: $0) }) else {
            throw WebDriverError(.notUnderstood("no base64"), at: place)
        }
        return Array(data)
    }
}

// MARK: - Chromium's additions

extension Session {
    /// Sets the page's own size, in CSS pixels, whatever the window's is.
    package func resize(width: Int, height: Int, isPhone: Bool = false) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            ["width": .integer(width), "height": .integer(height), "deviceScaleFactor": 1, "mobile": .bool(isPhone)])
    }

    /// Sets what the page is told of its reader: `["prefers-color-scheme": "dark"]`, or the medium "print".
    package func emulate(media: String = "", features: [String: String] = [:]) async throws {
        let list = features.sorted { $0.key < $1.key }.map { name, value -> JSONValue in
            ["name": .string(name), "value": .string(value)]
        }
        try await devTools("Emulation.setEmulatedMedia", ["media": .string(media), "features": .array(list)])
    }

    /// The whole page as PNG, as high as it is.
    package func screenshotOfWholePage() async throws -> [UInt8] {
        guard let size = try await devTools("Page.getLayoutMetrics")["cssContentSize"],
            let width = size["width"], let height = size["height"]
        else { throw WebDriverError(.notUnderstood("no size"), at: "screenshot of the whole page") }
        let answer = try await devTools(
            "Page.captureScreenshot",
            [
                "captureBeyondViewport": true, "format": "png",
                "clip": ["x": 0, "y": 0, "width": width, "height": height, "scale": 1],
            ])
        return try decoded(answer["data"]?.string, place: "screenshot of the whole page")
    }

    /// Console lines since the last call: "SEVERE: …".
    package func console() async throws -> [String] {
        try await log("browser").compactMap { entry in
            guard let level = entry["level"]?.string, let message = entry["message"]?.string else { return nil }
            return "\(level): \(message)"
        }
    }

    /// URLs that the page asked for since the last call, whatever came of it.
    package func requestedURLs() async throws -> [String] {
        try await log("performance").compactMap { entry in
            guard let text = entry["message"]?.string, let message = try JSONValue.parse(text)["message"],
                message["method"]?.string == "Network.requestWillBeSent"
            else { return nil }
            return message["params"]?["request"]?["url"]?.string
        }
    }

    @discardableResult
    package func devTools(_ method: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
        try await command(
            .post, "/goog/cdp/execute", ["cmd": .string(method), "params": parameters], place: method)
    }

    private func log(_ type: String) async throws -> [JSONValue] {
        try await command(.post, "/se/log", ["type": .string(type)]).array ?? []
    }
}

/// Sends one command and returns the `value` of its answer; an error of the standard becomes `refused`.
private func ask(
    _ http: HTTPClient, _ method: HTTPRequest.Method, _ url: String, _ body: JSONValue?, place: String
) async throws -> JSONValue {
    var request = HTTPRequest(url, method: method, headers: ["Content-Type": "application/json"], timeoutSeconds: 60)
    if let body { request.body = body.bytes }
    let response = try await http.send(request)
    guard let value = try JSONValue.parse(response.body)["value"] else {
        throw WebDriverError(.notUnderstood(String(decoding: response.body.prefix(200), as: UTF8.self)), at: place)
    }
    guard (200..<300).contains(response.status) else {
        throw WebDriverError(
            .refused(
                error: value["error"]?.string ?? "status \(response.status)", message: value["message"]?.string ?? ""),
            at: place)
    }
    return value
}

/// Opens a window; returns the address that its commands go to, and the browser's process.
private func newSession(
    _ browser: Browser, executable: String?, driver: DriverProcess, http: HTTPClient
) async throws -> (path: String, process: Int32?) {
    let answer = try await ask(
        http, .post, "\(driver.baseURL)/session", browser.capabilities(executable: executable), place: "new session")
    guard let id = answer["sessionId"]?.string else {
        throw WebDriverError(.notUnderstood(answer.text), at: "new session")
    }
    let process = answer["capabilities"]?["goog:processID"] ?? answer["capabilities"]?["moz:processID"]
    return ("\(driver.baseURL)/session/\(id)", process?.integer.flatMap(Int32.init(exactly:)))
}
