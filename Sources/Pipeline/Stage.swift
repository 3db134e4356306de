import Core
import Report

/// One line of a run's table of contents.
struct Stage {
    /// Its name in the ledger; stages that write the same artefact share one.
    var artefact: String
    /// "Clean": in the table of contents.
    var title: String
    /// Files or folders that it writes.
    var output: String
    /// What goes in; nil for a stage that decides by itself what is left to do.
    var inputs: (() throws -> Inputs)?
    /// Does the work; what comes back goes into the table of contents: "5 pages".
    var run: () async throws -> String
}

/// Runs stages in their order, says so, and leaves out those that nothing has changed for.
///
///     [1/3] Clean · unchanged · 760,000 models
///     [2/3] Analyze · 5 pages · 0.8 s · peak 412 MB
///
/// The peak is the most memory that the run has held until then, whichever of its stages it was.
struct StageRunner {
    let data: DataFolder
    let log: Log
    let time: TimeSource
    /// Bytes that the run has held at most so far.
    var peakMemory: @Sendable () -> Int = PeakMemory.bytes
    /// Run every stage, whatever the ledger says.
    var isForced = false

    /// Throws what a stage throws; the stages before it are done and stay so.
    func run(_ stages: [Stage]) async throws {
        for (i, stage) in stages.enumerated() {
            let place = "[\(i + 1)/\(stages.count)] \(stage.title)"
            log.progress(stage.title, done: 0, total: nil, unit: "")
            let began = time.now()
            let note = try await run(stage, place: place)
            let words = [place] + (note.isSkipped ? ["unchanged"] : []) + [note.text]
            let spent =
                note.isSkipped
                ? [] : [Duration.words(time.now() - began), "peak \(Format.bytes(peakMemory()))"]
            log.line(.info, Self.contents, (words + spent).filter { !$0.isEmpty }.joined(separator: " · "))
        }
    }

    /// The name under which the table of contents is logged, so that it can be told from what stages say.
    static let contents = ""
}

private extension StageRunner {
    func run(_ stage: Stage, place: String) async throws -> (text: String, isSkipped: Bool) {
        var ledger = StageLedger(reading: data.stages)
        let known = ledger.entries[stage.artefact]
        guard let inputs = try stage.inputs?() else { return (try await stage.run(), false) }
        if let known, !isForced, try known.inputs == inputs && known.output == Fingerprint.stamp(of: stage.output) {
            return (known.note, true)
        }
        log.info(stage.title, "runs because \(try reason(known, inputs, stage))")
        // Until it is done, what it writes belongs to no inputs.
        ledger.entries[stage.artefact] = nil
        try ledger.write(to: data.stages)
        let note = try await stage.run()
        ledger.entries[stage.artefact] = .init(
            inputs: inputs, output: try Fingerprint.stamp(of: stage.output), note: note)
        try ledger.write(to: data.stages)
        return (note, false)
    }

    func reason(_ known: StageLedger.Entry?, _ inputs: Inputs, _ stage: Stage) throws -> String {
        if isForced { return "it was asked to" }
        guard let known else { return "it has not run here to its end" }
        let changed = Set(inputs.keys).union(known.inputs.keys).filter { inputs[$0] != known.inputs[$0] }.sorted()
        guard changed.isEmpty else { return "of another \(changed.joined(separator: ", another "))" }
        return "what it wrote was changed or removed"
    }
}
