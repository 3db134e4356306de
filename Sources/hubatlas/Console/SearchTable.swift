import Report
import Search
import SearchFormat

/// An answer for reading: a line a result, as wide as the terminal.
///
///     lama: also searched for llama
///     2 models match
///      1  openai/whisper-small          automatic-speech-recognition  242 M  702 k↓  name, task
///     close in meaning
///      2  openai/whisper-base           automatic-speech-recognition   73 M  501 k↓  popular
struct SearchTable {
    private let answer: SearchAnswer
    private let related: [SearchHit]
    private let tables: Manifest.Tables
    private let width: Int

    /// - Parameter related: what is close in meaning, below the answer's own hits.
    init(_ answer: SearchAnswer, related: [SearchHit], _ tables: Manifest.Tables, width: Int) {
        self.answer = answer
        self.related = related
        self.tables = tables
        self.width = width
    }

    var text: String {
        var lines = answer.corrections.map { "\($0.from): \($0.isAlso ? "also searched" : "taken") for \($0.to)" }
        lines.append("\(Format.count(answer.total, "model")) \(answer.total == 1 ? "matches" : "match")")
        let rows = (answer.hits + related).enumerated().map { row($1, number: $0 + 1) }
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for (i, row) in rows.enumerated() {
            let heading = i < answer.hits.count ? heading(answer.hits[i]) : "close in meaning"
            if let heading, !lines.contains(heading) { lines.append(heading) }
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            let line = cells.joined(separator: "  ")
            lines.append(String(line.prefix(width)).trimmingSpaces)
        }
        return lines.joined(separator: "\n")
    }

    /// What stands above the first of its kind.
    private func heading(_ hit: SearchHit) -> String? {
        if hit.isFullMatch || hit.similarity != nil { return nil }
        return hit.isRelated
            ? "no word matches in these; their tasks go with the words" : "only some words match in these"
    }

    private func row(_ hit: SearchHit, number: Int) -> [String] {
        let entry = hit.entry
        // The line above related ones says it of all.
        let isBelow = number > answer.hits.count
        var why = hit.reasons.filter { !isBelow || $0 != .meaning }.map(\.rawValue).joined(separator: ", ")
        if let alike = hit.alike, alike > 0 { why += " (and \(Format.int(alike)) much alike)" }
        if hit.alike == nil, hit.copies > 0 { why += " (and \(Format.count(hit.copies, "copy", "copies")))" }
        let task = entry.task.flatMap { tables.tasks.names[$0] } ?? "no task stated"
        return [
            String(repeating: " ", count: max(0, 3 - String(number).count)) + String(number), entry.id, task,
            Format.compact(entry.parameters), "\(Format.compact(entry.downloads))\u{2193}", why,
        ]
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
