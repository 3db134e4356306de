package import Core
package import JSON

/// One line of a run, in the three forms in which it is written.
package struct LogLine: Sendable {
    package var at: Instant
    package var level: Log.Level
    /// Empty for the run's own lines.
    package var stage: String
    package var text: String
    /// Bytes of memory that the run has held at most so far.
    package var peakBytes: Int

    package init(at: Instant, level: Log.Level, stage: String, text: String, peakBytes: Int) {
        self.at = at
        self.level = level
        self.stage = stage
        self.text = text
        self.peakBytes = peakBytes
    }

    /// For people: "Site: warning: index.html is heavy".
    package var plain: String {
        let prefix = stage.isEmpty ? "" : "\(stage): "
        return level == .info ? "\(prefix)\(shortened)" : "\(prefix)\(level.rawValue): \(shortened)"
    }

    /// For the log file: "2026-11-21T08:00:00Z info Site: 5 pages".
    package var dated: String { "\(at) \(level.rawValue) \(stage.isEmpty ? "" : "\(stage): ")\(oneLine)" }

    /// For machines: `{"at":"2026-11-21T08:00:00Z","level":"info","peakBytes":41200000,"stage":"Site","text":"5 pages"}`.
    package var json: JSONValue {
        [
            "at": .string(at.description), "level": .string(level.rawValue), "stage": .string(stage),
            "peakBytes": .integer(peakBytes), "text": .string(text),
        ]
    }

    /// Addresses without their questions, which fill a screen; the log file has them whole.
    private var shortened: String {
        oneLine.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard word.hasPrefix("http"), word.count > 80, let mark = word.firstIndex(of: "?") else { return word }
            return word[...mark] + "…" + (word.hasSuffix(":") ? ":" : "")
        }.joined(separator: " ")
    }

    /// What servers and owners wrote may stand in a line: no letter of it moves the terminal's cursor.
    private var oneLine: String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }
}
