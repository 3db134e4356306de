import Testing
import WebDriver

@Suite struct WebDriverErrorTests {
    @Test(
        "says what, where and what to do",
        arguments: [
            (
                WebDriverError(.missing("chromedriver"), at: "chrome"),
                "chrome: chromedriver is not on PATH; install it (Debian: chromium-driver; macOS: brew install --cask "
                    + "chromedriver) or put it on PATH"
            ),
            (
                WebDriverError(.missing("geckodriver"), at: "firefox"),
                "firefox: geckodriver is not on PATH; install it (from Mozilla's releases; macOS: brew install "
                    + "geckodriver) or put it on PATH"
            ),
            (
                WebDriverError(.refused(error: "no such element", message: "#q"), at: "find #q"),
                "find #q: no such element: #q"
            ),
            (
                WebDriverError(.driverDidNotStart("it ended at once"), at: "chrome"),
                "chrome: the driver did not start (it ended at once); try it by hand"
            ),
        ])
    func wording(error: WebDriverError, words: String) {
        #expect(error.description == words)
    }
}
