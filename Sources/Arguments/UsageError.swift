import Core

/// Why a command line was not understood: exit code 64.
///
///     UsageError(.unknownCommand("colect", guess: "collect"), tool: "hubatlas").description
///     → "there is no command 'colect'; did you mean collect? See 'hubatlas --help'"
package struct UsageError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case noCommand
        case unknownCommand(String, guess: String?)
        case unknownOption(String, guess: String?)
        case missingValue(String, placeholder: String)
        case unexpectedValue(String, value: String)
        case emptyValue(String)
        case notOneOf(String, value: String, choices: [String], guess: String?)
        case notWhole(String, value: String, range: ClosedRange<Int>)
        case outOfRange(String, value: String, range: ClosedRange<Int>)
        case notDay(String, value: String)
        /// A value that only its command can judge.
        case badValue(String, problem: String)
        case missingOperand(String)
        case surplusOperand(String)
    }

    package let reason: Reason
    /// "hubatlas collect --help": where the reader finds what is possible.
    package let help: String

    package init(_ reason: Reason, tool: String, command: String? = nil) {
        self.reason = reason
        self.help = ([tool] + (command.map { [$0] } ?? []) + ["--help"]).joined(separator: " ")
    }

    package var description: String { "\(sentence) See '\(help)'" }
}

private extension UsageError {
    var sentence: String {
        switch reason {
        case .noCommand: "no command given."
        case .unknownCommand(let name, let guess): "there is no command '\(name)'\(ending(guess))"
        case .unknownOption(let name, let guess): "there is no option \(name)\(ending(guess))"
        case .missingValue(let name, let placeholder): "\(name) needs a value: \(name) \(placeholder)."
        case .unexpectedValue(let name, let value): "\(name) takes no value, but was given '\(value)'."
        case .emptyValue(let name): "\(name) was given an empty value."
        case .notOneOf(let name, let value, let choices, let guess):
            "\(name): '\(value)' is none of \(choices.joined(separator: ", "))\(ending(guess))"
        case .notWhole(let name, let value, let range):
            "\(name): '\(value)' is no whole number; it takes \(words(range))."
        case .outOfRange(let name, let value, let range): "\(name): \(value) is out of range; it takes \(words(range))."
        case .notDay(let name, let value): "\(name): '\(value)' is no day; it takes one such as 2024-07-11."
        case .badValue(let name, let problem): "\(name): \(problem)."
        case .missingOperand(let name): "\(name) is missing."
        case .surplusOperand(let value): "'\(value)' is one word too many."
        }
    }

    func ending(_ guess: String?) -> String { guess.map { "; did you mean \($0)?" } ?? "." }

    func words(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) to \(range.upperBound)" }
}
