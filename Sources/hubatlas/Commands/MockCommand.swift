import Arguments
import Core
import FakeHub

/// `hubatlas mock N`
enum MockCommand {
    private static let seed = Option<Int>.integer(
        "seed", "S", "another seed, another Hub; the same seed, the same Hub", in: 0...Int.max, default: 0)
    private static let port = Option<Int>.integer(
        "port", "PORT", "where to listen; 0 for any free port", in: 0...65_535, default: 0)

    static let entry = CommandEntry(
        command: Command(
            "mock", "serves a Hub of N invented models on this machine, behind the Hub's own API",
            discussion: """
                Writes 'hubatlas mock ready on http://127.0.0.1:PORT' when it is ready; ends on SIGINT or SIGTERM. Point
                'hubatlas collect --endpoint' at it.
                """,
            operands: .integer("N", in: 1...10_000_000), options: [seed.entry, port.entry])
    ) { context in
        let hub = FakeHub(modelCount: Int(context.invocation.operands[0])!, seed: UInt64(context[seed]))
        try hub.start(port: context[port])
        defer { hub.stop() }
        Output.result("hubatlas mock ready on \(hub.baseURL)")
        do {
            while true { try await Task.sleep(for: .seconds(86_400)) }
        } catch is CancellationError {
            // A signal is how a server is meant to end.
        }
    }
}
