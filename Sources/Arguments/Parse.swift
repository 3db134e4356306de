import Core

/// What a command line asks for.
package enum Request: Sendable {
    case run(Invocation)
    /// The text to print.
    case help(String)
    case version(String)
}

extension Tool {
    /// What the words after the tool's name ask for.
    ///
    ///     ["collect", "models", "--limit=500"]  → .run(collect, operands ["models"], limit 500)
    ///     ["collect", "--help"]                 → .help("usage: hubatlas collect …")
    ///     ["colect"]                            → throws: there is no command 'colect'; did you mean collect?
    ///
    /// `--x=y` is `--x y`; after `--` every word is an operand; where an option that is no list is given twice, the last
    /// holds. An option that is not given is taken from its variable of the environment, if that is set and not empty.
    /// - Parameter helpWidth: letters of a line of help.
    package func parse(
        _ words: [String], environment: [String: String] = [:], helpWidth: Int = Tool.helpWidth
    ) throws(UsageError) -> Request {
        var reader = LineReader(tool: self, words: words, helpWidth: helpWidth)
        if let answer = try reader.read() { return answer }
        guard let command = reader.command else { throw UsageError(.noCommand, tool: name) }
        let values = try reader.valuesWithEnvironment(environment)
        try reader.checkOperands(of: command)
        return .run(Invocation(command: command, operands: reader.operands, values: values))
    }
}

private struct LineReader {
    let tool: Tool
    var words: ArraySlice<String>
    let helpWidth: Int
    var command: Command?
    var operands: [String] = []
    var values: [String: [String]] = [:]

    init(tool: Tool, words: [String], helpWidth: Int) {
        self.tool = tool
        self.helpWidth = helpWidth
        self.words = words[...]
    }

    /// Reads all words; the answer if the line asks only for help or the version.
    mutating func read() throws(UsageError) -> Request? {
        var onlyOperands = false
        while let word = words.popFirst() {
            if onlyOperands || word == "-" || !word.hasPrefix("-") {
                try takeOperand(word)
            } else if word == "--" {
                onlyOperands = true
            } else if word == "--help" || word == "-h" {
                return .help(command.map { tool.help(of: $0, width: helpWidth) } ?? tool.help(width: helpWidth))
            } else if word == "--version" {
                return .version("\(tool.name) \(tool.version)")
            } else {
                try takeOption(word)
            }
        }
        return nil
    }

    mutating func takeOperand(_ word: String) throws(UsageError) {
        guard command == nil else { return operands.append(word) }
        if word == "help" {
            // "hubatlas help collect" is read as "hubatlas collect --help".
            words = (words.prefix(1) + ["--help"])[...]
            return
        }
        command = tool.commands.first { $0.name == word }
        if command == nil {
            throw error(.unknownCommand(word, guess: guess(word, among: tool.commands.map(\.name))))
        }
    }

    mutating func takeOption(_ word: String) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, ["--help", "--version"].contains(parts[0]) {
            throw error(.unexpectedValue(parts[0], value: parts[1]))
        }
        guard let entry = entries.first(where: { "--\($0.name)" == parts[0] }) else {
            throw error(.unknownOption(parts[0], guess: guess(parts[0], among: entries.map { "--\($0.name)" })))
        }
        if case .flag = entry.kind {
            if parts.count == 2 { throw error(.unexpectedValue(parts[0], value: parts[1])) }
            return values[entry.name] = ["yes"]
        }
        let value = parts.count == 2 ? parts[1] : try nextWord(for: entry)
        try check(value, of: entry, as: parts[0])
        if case .repeated = entry.kind {
            values[entry.name, default: []].append(value)
        } else {
            values[entry.name] = [value]
        }
    }

    /// The word after an option. One that looks like the next option is none: the value was most likely forgotten.
    mutating func nextWord(for entry: OptionEntry) throws(UsageError) -> String {
        guard let word = words.first, !word.hasPrefix("--") else {
            throw error(.missingValue("--\(entry.name)", placeholder: entry.placeholder))
        }
        words.removeFirst()
        return word
    }

    var entries: [OptionEntry] { (command?.options ?? []) + tool.common }

    func error(_ reason: UsageError.Reason) -> UsageError {
        UsageError(reason, tool: tool.name, command: command?.name)
    }
}

private extension LineReader {
    func valuesWithEnvironment(_ environment: [String: String]) throws(UsageError) -> [String: [String]] {
        var all = values
        for entry in entries where all[entry.name] == nil {
            guard let variable = entry.environment, let value = environment[variable], !value.isEmpty else { continue }
            try check(value, of: entry, as: variable)
            all[entry.name] = [value]
        }
        return all
    }

    func checkOperands(of command: Command) throws(UsageError) {
        switch command.operands {
        case .none: try refuseOperands(beyond: 0)
        case .optional: try refuseOperands(beyond: 1)
        case .needed(let name):
            if operands.isEmpty { throw error(.missingOperand(name)) }
            try refuseOperands(beyond: 1)
        case .integer(let name, let range):
            if operands.isEmpty { throw error(.missingOperand(name)) }
            try refuseOperands(beyond: 1)
            try check(operands[0], in: range, as: name)
        case .any(let name, let choices):
            for operand in operands { try check(operand, among: choices, as: name) }
        case .oneThenAny(let name, let first, let others, let rest):
            guard let operand = operands.first else { throw error(.missingOperand(name)) }
            try check(operand, among: first, as: name)
            for operand in operands.dropFirst() { try check(operand, among: rest, as: others) }
        }
    }

    func refuseOperands(beyond count: Int) throws(UsageError) {
        if operands.count > count { throw error(.surplusOperand(operands[count])) }
    }

    func check(_ value: String, of entry: OptionEntry, as name: String) throws(UsageError) {
        if value.isEmpty { throw error(.emptyValue(name)) }
        switch entry.kind {
        case .flag, .text, .repeated: break
        case .choice(let choices): try check(value, among: choices, as: name)
        case .integer(let range): try check(value, in: range, as: name)
        case .day: if Day(value) == nil { throw error(.notDay(name, value: value)) }
        }
    }

    func check(_ value: String, among choices: [String], as name: String) throws(UsageError) {
        if choices.contains(value) { return }
        throw error(.notOneOf(name, value: value, choices: choices, guess: guess(value, among: choices)))
    }

    func check(_ value: String, in range: ClosedRange<Int>, as name: String) throws(UsageError) {
        let isNumber = !value.isEmpty && value.utf8.dropFirst(value.hasPrefix("-") ? 1 : 0).allSatisfy { 48...57 ~= $0 }
        if !isNumber || value == "-" { throw error(.notWhole(name, value: value, range: range)) }
        // A number too large for Int is a number out of range.
        guard let number = Int(value), range.contains(number) else {
            throw error(.outOfRange(name, value: value, range: range))
        }
    }
}
