import JSON

/// A browser and how its standard driver wants to be started. Chrome is tested here; the others follow the same standard.
package enum Browser: String, CaseIterable, Sendable {
    case chrome, firefox, edge, safari

    /// The driver's executable.
    package var driverName: String {
        switch self {
        case .chrome: "chromedriver"
        case .firefox: "geckodriver"
        case .edge: "msedgedriver"
        case .safari: "safaridriver"
        }
    }

    /// Executables of the browser itself, in the order in which they are looked for; safaridriver finds its own.
    var executableNames: [String] {
        switch self {
        case .chrome:
            ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "Google Chrome"]
        case .firefox: ["firefox", "firefox-esr"]
        case .edge: ["microsoft-edge", "microsoft-edge-stable"]
        case .safari: []
        }
    }

    /// Whether a driver drives only the browser of its own version.
    var isBoundToVersion: Bool { self == .chrome || self == .edge }

    func driverArguments(port: Int) -> [String] {
        switch self {
        case .chrome, .edge: ["--port=\(port)"]
        case .firefox, .safari: ["--port", "\(port)"]
        }
    }

    /// What a new session asks for: no window, and a console whose lines can be read afterwards.
    func capabilities(executable: String?) -> JSONValue {
        var capabilities: [String: JSONValue] = ["browserName": .string(name), "acceptInsecureCerts": false]
        switch self {
        case .chrome, .edge:
            // No sandbox: as root there is none to have. Shared memory is small in containers, so it is not relied on.
            var options: [String: JSONValue] = [
                "args": ["--headless", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"]
            ]
            options["binary"] = executable.map { .string($0) }
            capabilities[self == .chrome ? "goog:chromeOptions" : "ms:edgeOptions"] = .object(options)
            capabilities["goog:loggingPrefs"] = ["browser": "ALL", "performance": "ALL"]
        case .firefox:
            var options: [String: JSONValue] = [
                "args": ["-headless"],
                // Automation switches off what Firefox refuses to pages opened from disk; tests want the real thing.
                "prefs": ["remote.prefs.recommended": false],
            ]
            options["binary"] = executable.map { .string($0) }
            capabilities["moz:firefoxOptions"] = .object(options)
        case .safari: break
        }
        return ["capabilities": ["alwaysMatch": .object(capabilities)]]
    }

    private var name: String { self == .edge ? "MicrosoftEdge" : rawValue }
}
