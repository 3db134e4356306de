import Core

/// Why a browser did not do what it was asked.
///
///     WebDriverError(.missing("chromedriver"), at: "chrome")
///     → "chrome: chromedriver is not on PATH; install it (Debian: chromium-driver) or put it on PATH"
package struct WebDriverError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        /// Driver or browser executable.
        case missing(String)
        /// Both are there, but no browser is of the driver's version: what each of them is.
        case mismatched(driver: String, browsers: [String])
        case driverDidNotStart(String)
        /// An error of the standard: `no such element`, `javascript error`, ….
        case refused(error: String, message: String)
        case notUnderstood(String)
    }

    package var reason: Reason
    /// The browser, or the command that was under way.
    package var place: String

    package init(_ reason: Reason, at place: String) {
        self.reason = reason
        self.place = place
    }

    package var description: String {
        switch reason {
        case .missing(let name): "\(place): \(name) is not on PATH; install it\(hint(for: name)) or put it on PATH"
        case .mismatched(let driver, let browsers):
            "\(place): no browser of the driver's version: \(driver), \(browsers.joined(separator: ", ")); install one"
        case .driverDidNotStart(let words): "\(place): the driver did not start (\(words)); try it by hand"
        case .refused(let error, let message): "\(place): \(error): \(message.prefix(500))"
        case .notUnderstood(let words): "\(place): the driver's answer is not of the standard (\(words.prefix(200)))"
        }
    }

    private func hint(for name: String) -> String {
        switch name {
        case "chromedriver": " (Debian: chromium-driver; macOS: brew install --cask chromedriver)"
        case "chromium": " (Debian: chromium; elsewhere: Chrome)"
        case "geckodriver": " (from Mozilla's releases; macOS: brew install geckodriver)"
        case "safaridriver": " (it comes with macOS; run safaridriver --enable once)"
        default: ""
        }
    }
}
