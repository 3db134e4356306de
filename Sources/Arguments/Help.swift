extension Tool {
    /// The list of commands: `hubatlas --help`.
    package func help(width: Int = Tool.helpWidth) -> String {
        """
        \(name) \(version): \(summary)

        usage: \(name) COMMAND [OPTION…]

        commands:
        \(aligned(commands.map { ("\($0.name) \($0.operands.usage)", $0.summary) }, width))

        options of every command:
        \(aligned(common.map { ($0.usage, $0.explanation) } + standardRows, width))

        '\(name) COMMAND --help' tells what a command takes.
        """
    }

    /// What one command takes: `hubatlas collect --help`.
    package func help(of command: Command, width: Int = Tool.helpWidth) -> String {
        let usage = ["usage:", name, command.name, command.operands.usage, "[OPTION…]"].filter { !$0.isEmpty }
        let own = command.options.map { ($0.usage, $0.explanation) }
        let shared = common.map { ($0.usage, $0.explanation) } + standardRows
        let parts = [
            usage.joined(separator: " "),
            command.summary,
            command.discussion.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
                folded(String($0), width: width)
            }.joined(separator: "\n"),
            own.isEmpty ? "" : "options:\n\(aligned(own, width))",
            "options of every command:\n\(aligned(shared, width))",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}

extension Tool {
    /// Letters of a line of help, where nobody knows how many fit.
    package static let helpWidth = 100
}

private extension Tool {
    var standardRows: [(String, String)] { [("--help", "this text"), ("--version", "the version of \(name)")] }
}

private extension Operands {
    var usage: String {
        switch self {
        case .none: ""
        case .integer(let name, _): name
        case .optional(let name): "[\(name)]"
        case .needed(let name): name
        case .any(let name, _): "[\(name)…]"
        case .oneThenAny(let name, _, let others, _): "\(name) [\(others)…]"
        }
    }
}

private extension OptionEntry {
    /// "--limit N".
    var usage: String { placeholder.isEmpty ? "--\(name)" : "--\(name) \(placeholder)" }

    /// "where the site is written (default site; else from HUBATLAS_OUT)".
    var explanation: String {
        var facts: [String] = []
        switch kind {
        case .choice(let choices): facts.append("one of \(choices.joined(separator: ", "))")
        case .repeated: facts.append("may be given again")
        case .flag, .text, .integer, .day: break
        }
        if let environment { facts.append("else from \(environment)") }
        if let fallback { facts.append("default: \(fallback)") }
        return facts.isEmpty ? summary : "\(summary) (\(facts.joined(separator: "; ")))"
    }
}

/// Rows of two columns, the second set off and folded.
private func aligned(_ rows: [(String, String)], _ width: Int) -> String {
    let first = rows.map(\.0.count).max() ?? 0
    return rows.flatMap { left, right in
        // What is left of a narrow window is too narrow to read.
        folded(right, width: max(30, width - 6 - first)).enumerated().map { i, line in
            let label = i == 0 ? left : ""
            return "  \(label)\(String(repeating: " ", count: first - label.count))    \(line)"
        }
    }.joined(separator: "\n")
}

private func folded(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
        let longer = lines[lines.count - 1].isEmpty ? String(word) : "\(lines[lines.count - 1]) \(word)"
        if longer.count <= width || lines[lines.count - 1].isEmpty {
            lines[lines.count - 1] = longer
        } else {
            lines.append(String(word))
        }
    }
    return lines
}
