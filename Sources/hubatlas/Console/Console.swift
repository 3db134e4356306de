import Core
import JSON
import Pipeline
import Synchronization

/// What a run looks like from outside: one line that is written over on a terminal, a line now and then elsewhere, JSON for
/// machines. Everything goes into the log file, too.
final class Console: Sendable {
    enum Style: Sendable {
        case terminal, plain, json

        static func chosen(isJSON: Bool, environment: [String: String]) -> Style {
            isJSON ? .json : Output.isTerminal(environment: environment) ? .terminal : .plain
        }
    }

    enum Loudness: Int, Sendable {
        case quiet, usual, verbose

        static func chosen(isQuiet: Bool, isVerbose: Bool) -> Loudness {
            isQuiet ? .quiet : isVerbose ? .verbose : .usual
        }
    }

    fileprivate struct State {
        var progress = ProgressLine()
        var isLineOpen = false
        var file: LogFile?
    }

    fileprivate let style: Style
    private let loudness: Loudness
    private let time: TimeSource
    private let state = Mutex(State())

    init(style: Style, loudness: Loudness, time: TimeSource = .system) {
        self.style = style
        self.loudness = loudness
        self.time = time
    }

    /// Where stages report to.
    var log: Log {
        Log(
            line: { self.line($0, $1, $2) },
            progress: { self.progress($0, done: $1, total: $2, unit: $3) })
    }

    func keep(in file: LogFile) { state.withLock { $0.file = file } }

    /// The run has ended well: nothing half-written stays on the terminal.
    func end() { state.withLock { close(&$0) } }

    /// The run has failed, and this is why.
    func fail(_ text: String) { line(.error, "", text) }

    /// A signal asks to stop. True when the process is to end at once.
    func stopping(again: Bool) -> Bool {
        line(.warning, "", again ? "stopping at once" : "stopping; nothing is lost (once more: at once)")
        return again
    }
}

private extension Console {
    /// Often enough to look alive, seldom enough to cost nothing; in a file every line stays, so fewer.
    var interval: Double { style == .terminal ? 0.1 : 5 }

    func line(_ level: Log.Level, _ stage: String, _ text: String) {
        let line = LogLine(at: time.instant, level: level, stage: stage, text: text, peakBytes: PeakMemory.bytes())
        state.withLock { state in
            // A log file that fails (a full disk) must not end a collection that still goes on.
            try? state.file?.write(line)
            guard isShown(line) else { return }
            close(&state)
            Output.message(style == .json ? line.json.text : level == .error ? "hubatlas: \(line.text)" : line.plain)
        }
    }

    /// The run's own lines always, what stages say when asked for, warnings and errors in any case.
    func isShown(_ line: LogLine) -> Bool {
        switch loudness {
        case _ where line.level != .info: true
        case .quiet: false
        case .usual: line.stage.isEmpty || style == .json
        case .verbose: true
        }
    }

    func progress(_ stage: String, done: Int, total: Int?, unit: String) {
        guard loudness != .quiet else { return }
        state.withLock { state in
            state.progress.note(stage, done: done, total: total, unit: unit, at: time.now())
            guard state.progress.isDue(every: interval) else { return }
            switch style {
            case .terminal:
                Output.messagePart("\r\u{1B}[K\(state.progress.text.prefix(max(1, Output.terminalWidth - 1)))")
                state.isLineOpen = true
            case .plain: if !unit.isEmpty { Output.message(state.progress.text) }
            case .json: Output.message(json(stage, done, total, unit).text)
            }
        }
    }

    func json(_ stage: String, _ done: Int, _ total: Int?, _ unit: String) -> JSONValue {
        [
            "at": .string(time.instant.description), "level": "progress", "stage": .string(stage),
            "done": .integer(done), "total": JSONValue(total), "unit": .string(unit),
        ]
    }

    func close(_ state: inout State) {
        if state.isLineOpen { Output.messagePart("\r\u{1B}[K") }
        state.isLineOpen = false
    }
}
