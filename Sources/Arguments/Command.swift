/// A tool of several commands: what its command line may say.
package struct Tool: Sendable {
    package let name: String
    package let version: String
    package let summary: String
    package let commands: [Command]
    /// Options that every command takes; they may stand before the command, too.
    package let common: [OptionEntry]

    package init(name: String, version: String, summary: String, commands: [Command], common: [OptionEntry] = []) {
        self.name = name
        self.version = version
        self.summary = summary
        self.commands = commands
        self.common = common
    }
}

/// One command: its name, its operands (words without dashes) and its options.
package struct Command: Sendable {
    package let name: String
    package let summary: String
    /// Paragraphs for `--help`, below the summary.
    package let discussion: String
    package let operands: Operands
    package let options: [OptionEntry]

    package init(
        _ name: String, _ summary: String, discussion: String = "", operands: Operands = .none,
        options: [OptionEntry] = []
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.operands = operands
        self.options = options
    }
}

/// The words that a command takes.
package enum Operands: Sendable {
    case none
    /// One that may be left out: `[PATH]`.
    case optional(String)
    /// One that must be there: `FILE`.
    case needed(String)
    /// Any number out of a list: `[SOURCE…]`.
    case any(String, of: [String])
    /// One out of a list, which must be there, then any number out of another: `FORMAT [TABLE…]`.
    case oneThenAny(String, of: [String], then: String, among: [String])
    /// A whole number in a range, which must be there: `N`.
    case integer(String, in: ClosedRange<Int>)
}

/// A command line that was understood.
package struct Invocation: Sendable {
    package let command: Command
    package let operands: [String]
    let values: [String: [String]]

    /// What an option was given as, by the line, else by the environment, else its default.
    package subscript<Value>(option: Option<Value>) -> Value { option.read(values[option.entry.name] ?? []) }
}
