import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct ProgramTests {
    @Test func givesInputAndTakesOutput() throws {
        try withTemporaryFolder { folder in
            let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
            let out = try Program(name: "cat", package: "coreutils").run([], input: long, in: folder)
            #expect(out == long)
        }
    }

    @Test func passesTheEnvironment() throws {
        try withTemporaryFolder { folder in
            let out = try Program(name: "sh", package: "sh").run(
                ["-c", "echo $HUE"], environment: ["HUE": "red"], in: folder)
            #expect(out == Array("red\n".utf8))
        }
    }

    @Test func saysWhatToInstall() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: SiteError.self) {
                try Program(name: "no-such-program", package: "such-package").run([], in: folder)
            }
            #expect(
                error?.description
                    == "no-such-program: no-such-program is not installed; run make setup, or: apt-get install such-package"
            )
        }
    }

    @Test(arguments: [
        ("echo one >&2; echo two >&2; exit 3", "sh failed: one | two"), ("exit 4", "sh failed: exit code 4"),
        (
            "echo \"Error: Cannot find module 'jsdom'\" >&2; exit 1",
            "sh failed: it finds no jsdom; run make setup, or: apt-get install node-jsdom (elsewhere: npm install -g jsdom)"
        ),
    ])
    func passesOnWhatTheProgramSaid(script: String, message: String) throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: SiteError.self) {
                try Program(name: "sh", package: "sh").run(["-c", script], in: folder)
            }
            #expect(error?.description.hasSuffix(message) == true)
        }
    }

    @Test func stopsWhatDoesNotEnd() throws {
        try withTemporaryFolder { folder in
            let error = #expect(throws: SiteError.self) {
                try Program(name: "sh", package: "sh", timeoutSeconds: 1)
                    .run(["-c", "echo $$ > '\(folder)/pid'; exec tail -f /dev/null"], in: folder)
            }
            #expect(error?.description.hasSuffix("no end after 1 s") == true)
            let text = try String(contentsOfFile: "\(folder)/pid", encoding: .utf8)
            let id = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
            // Signal 0 only asks whether the process is there.
            #expect(kill(id, 0) == -1)
        }
    }
}
