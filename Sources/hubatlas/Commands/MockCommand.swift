import Arguments
import Core
import FakeHub

/// `hubatlas mock N`
enum MockCommand {
    private static let seed = Option<Int>.integer(
        "seed", "S", "another seed, another Hub; the same seed, the same Hub", in: 0...Int.max, default: 0)
    private static let port = Option<Int>.integer(
        "port", "PORT", "where to listen; 0 for any free port", in: 0...65_535, default: 0)
    private static let plan = Option<String>.choice(
        "plan", "PLAN", "whose rate limit holds", of: Plan.allCases.map(\.rawValue), default: Plan.unlimited.rawValue)
    private static let window = Option<Int>.integer(
        "window", "S", "seconds of the rate limit's window", in: 1...86_400, default: 300)
    private static let faults = Option<String>.text(
        "faults", "LIST",
        "shares of the answers that go wrong: \(Faults.Kind.allCases.map(\.rawValue).joined(separator: " "))",
        default: "none")

    static let entry = CommandEntry(
        command: Command(
            "mock", "serves a Hub of N invented models on this machine, behind the Hub's own API",
            discussion: """
                Writes 'hubatlas mock ready on http://127.0.0.1:PORT' when it is ready; ends on SIGINT or SIGTERM. Point \
                'hubatlas collect --endpoint' at it. An example of faults: seed=1,429=0.02,500=0.01,reset=0.005,slow=0.01.
                """,
            operands: .integer("N", in: 1...10_000_000),
            options: [seed.entry, port.entry, plan.entry, window.entry, faults.entry])
    ) { context in
        let faults = try Self.faults(context)
        let hub = FakeHub(
            modelCount: Int(context.invocation.operands[0])!, seed: UInt64(context[seed]),
            plan: Plan(rawValue: context[plan])!, faults: faults, windowSeconds: Double(context[window]))
        try hub.start(port: context[port])
        defer { hub.stop() }
        Output.result("hubatlas mock ready on \(hub.baseURL)")
        do {
            while true { try await Task.sleep(for: .seconds(86_400)) }
        } catch is CancellationError {
            // A signal is how a server is meant to end.
        }
    }

    private static func faults(_ context: Context) throws -> Faults {
        guard context[faults] != "none" else { return .none }
        do {
            return try Faults(context[faults])
        } catch let error as FaultsError {
            throw UsageError(
                .badValue("--faults", problem: error.problem), tool: HubAtlas.tool.name, command: "mock")
        }
    }
}
