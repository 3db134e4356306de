import Foundation
import TestSupport
import Testing
import WebDriver

/// Programs that only tell a version, in a folder of their own.
@Suite struct InstallationTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func add(_ name: String, _ script: String) throws {
        let path = folder.path(name)
        try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    private func refusal(_ browser: Browser = .chrome) -> String? {
        do { _ = try browser.installation(in: [folder.path]) } catch { return error.description }
        return nil
    }

    @Test("takes the browser of the driver's version, whatever stands before it")
    func matches() throws {
        try add("chromedriver", "echo 'ChromeDriver 131.0.6778.264 (2d05e31515360f4da764174f7c448b33e36da871)'")
        try add("chromium", "echo 'Chromium 130.0.6723.91 built on Debian'")
        try add("google-chrome", "echo 'Google Chrome 131.0.6778.264 '")
        let found = try Browser.chrome.installation(in: ["/nowhere", folder.path])
        #expect(found.browser == folder.path("google-chrome"))
        #expect(found.driver == folder.path("chromedriver"))
    }

    @Test("versions that differ are told, each with its program")
    func tellsMismatch() throws {
        try add("chromedriver", "echo 'ChromeDriver 129.0.1.2'")
        try add("chromium", "echo 'Chromium 130.0.6723.91'")
        #expect(
            refusal()
                == "chrome: no browser of the driver's version: \(folder.path)/chromedriver is 129, \(folder.path)/chromium "
                + "is 130; install one")
    }

    @Test(
        "a snap, a stub that wants one, and a program that cannot run are no browser",
        arguments: [
            "echo 'Chromium 129.0.6668.58 snap'", "echo 'needs the chromium snap 129.0' >&2; exit 1", "exec /nowhere",
        ])
    func refusesStubs(script: String) throws {
        try add("chromedriver", "echo 'ChromeDriver 129.0.6668.58'")
        try add("chromium-browser", script)
        #expect(try #require(refusal()).contains("\(folder.path)/chromium-browser is of no version"))
    }

    @Test("what is not there is named")
    func namesMissing() throws {
        #expect(refusal()?.hasPrefix("chrome: chromedriver is not on PATH") == true)
        try add("chromedriver", "echo 'ChromeDriver 129.0.6668.58'")
        #expect(refusal()?.hasPrefix("chrome: chromium is not on PATH") == true)
    }

    @Test("drivers of other browsers have versions of their own")
    func otherBrowsers() throws {
        try add("geckodriver", "echo 'geckodriver 0.35.0'")
        try add("firefox", "echo 'Mozilla Firefox 128.0'")
        #expect(try Browser.firefox.installation(in: [folder.path]).browser == folder.path("firefox"))
        try add("safaridriver", "exit 1")
        #expect(try Browser.safari.installation(in: [folder.path]).browser == nil)
    }
}
