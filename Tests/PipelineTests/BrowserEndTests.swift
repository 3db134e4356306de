import Foundation
import Server
import TestSupport
import Testing

/// A driver that this program started ends with it, however it ends.
@Suite struct BrowserEndTests {
    /// A driver that never answers, and writes down its process.
    private func addBrowser(to folder: String) throws {
        let scripts = [
            "chromedriver":
                "[ \"$1\" = --version ] && exec echo 'ChromeDriver 131.0.1'\necho $$ > driver.pid\nexec sleep 300",
            "chromium": "echo 'Chromium 131.0.1'",
        ]
        for (name, script) in scripts {
            try Folder(dictionaryLiteral: (name, "#!/bin/sh\n\(script)\n")).write(to: folder)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
        }
        try Folder(dictionaryLiteral: ("ids.txt", "acme/model\n")).write(to: folder)
    }

    private func waits(until isDone: () -> Bool) throws -> Bool {
        for _ in 0..<1200 where !isDone() { Thread.sleep(forTimeInterval: 0.05) }
        return isDone()
    }

    @Test(arguments: [[SIGTERM], [SIGTERM, SIGTERM], [SIGHUP], [SIGKILL]])
    func endsWithUs(signals: [Int32]) throws {
        let server = try Server { request in
            ServerResponse(status: request.path == "/robots.txt" ? 404 : 200, text: "<html></html>")
        }
        defer { server.stop() }
        try withTemporaryFolder { folder in
            try addBrowser(to: folder)
            let path = "\(folder):\(ProcessInfo.processInfo.environment["PATH"] ?? "")"
            let page = "\(server.baseURL)/space"
            let binary = try Binary(
                ["collect", "leaderboard", "--browser", "chrome", "--page", page, "--models", "ids.txt"], in: folder,
                environment: ["PATH": path])
            try binary.process.run()
            defer { binary.process.terminate() }
            // The file is not there until the driver has begun: then it is waited for.
            let read = { (try? String(contentsOfFile: "\(folder)/driver.pid", encoding: .utf8)) ?? "" }
            #expect(try waits { read().hasSuffix("\n") })
            let driver = try #require(pid_t(read().dropLast()))
            #expect(kill(driver, 0) == 0)
            for signal in signals {
                kill(binary.process.processIdentifier, signal)
                Thread.sleep(forTimeInterval: 0.05)
            }
            let said = binary.result()
            #expect(said.code != 0)
            // What it does is said without --verbose.
            #expect(said.err.contains("1 model, a search each in chrome, at \(page)"))
            #expect(try waits { kill(driver, 0) != 0 })
        }
    }
}
