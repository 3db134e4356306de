import Core
import Foundation

/// Recorded answers of real services behind their interfaces, where the program that replays them lies beside the checkout;
/// it runs until the value goes.
///
///     guard let replay = try Replay("--limit-records", "5000", for: "collecting real records") else { return }
///     replay.url → "http://127.0.0.1:40123"
package final class Replay {
    package let url: String
    private let process = Process()

    /// Nil, and a line that says so, where the program is not.
    package init?(_ arguments: String..., kinds: String = "models", for test: String) throws {
        guard let program = Repository.shared("tools/hub_replay.py", for: test) else { return nil }
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", program, "--port", "0", "--kinds", kinds] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        guard let word = line.split(whereSeparator: \.isWhitespace).last else { throw ReplayError() }
        url = String(word)
    }

    deinit {
        // A child inherits the signals that the test runner's threads block, so it would not hear a milder one.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// The replay said nothing.
struct ReplayError: Failure {
    var description: String { "the replay does not start" }
}
