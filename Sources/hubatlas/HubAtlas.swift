import Arguments
import Core
import Foundation
import Pipeline
import Search

/// The command line: what it may say, and what each command does. Only here the exit code is chosen.
enum HubAtlas {
    static let version = "0.2.0"

    static let commands = [
        BuildCommand.entry, CollectCommand.entry, RefreshCommand.entry, SearchCommand.entry,
        ExportCommand.entry, TableCommand.entry, MentionsCommand.entry, MockCommand.entry,
        SnapshotCommand.entry, CheckCommand.entry, StatusCommand.entry,
    ]

    static let tool = Tool(
        name: "hubatlas", version: version,
        summary: "an atlas of open AI models, as a static site",
        commands: commands.map(\.command),
        common: [
            Options.dataFolder.entry, Options.quiet.entry, Options.verbose.entry, Options.jsonLog.entry,
        ])

    /// Runs one command line.
    ///
    /// - Returns: the exit code: 0 done, 1 failed, 64 wrong usage.
    static func run(_ words: [String], environment: [String: String]) async -> Int32 {
        ignoreBrokenPipes()
        do {
            switch try tool.parse(words, environment: environment, helpWidth: min(Tool.helpWidth, Output.resultWidth)) {
            case .help(let text), .version(let text):
                Output.result(text)
                return 0
            case .run(let invocation): return await run(invocation, environment: environment)
            }
        } catch {
            Output.message("hubatlas: \(error)")
            return 64
        }
    }
}

private extension HubAtlas {
    static func run(_ invocation: Invocation, environment: [String: String]) async -> Int32 {
        let console = Console(
            style: .chosen(isJSON: invocation[Options.jsonLog], environment: environment),
            loudness: .chosen(isQuiet: invocation[Options.quiet], isVerbose: invocation[Options.verbose]))
        let context = Context(
            invocation: invocation, environment: environment, data: DataFolder(invocation[Options.dataFolder]),
            console: console)
        let entry = commands.first { $0.command.name == invocation.command.name }!
        let task = Task { try await entry.run(context) }
        let signals = StopSignals { again in
            task.cancel()
            return console.stopping(again: again)
        }
        defer { signals.end() }
        return await code(of: task, entry, console)
    }

    static func code(of task: Task<Void, any Error>, _ entry: CommandEntry, _ console: Console) async -> Int32 {
        do {
            try await task.value
            console.end()
            return 0
        } catch let error as UsageError {
            console.fail(error.description)
            return 64
        } catch let error as SearchError {
            // What was asked cannot be: as wrong as an unknown option. A damaged index is not the asker's fault.
            console.fail(error.description)
            return error.isDamage ? 1 : 64
        } catch is CancellationError {
            console.fail("stopped. \(entry.afterStop)")
            return 1
        } catch let problems as ProblemsFound {
            console.fail(problems.description)
            return 1
        } catch {
            console.fail(task.isCancelled ? "stopped. \(entry.afterStop)" : "\(error)")
            return 1
        }
    }
}

/// A command of the table: what it takes, and what it does.
struct CommandEntry: Sendable {
    var command: Command
    /// What the reader is told after stopping it.
    var afterStop = "Nothing that was there before is lost; run the command again."
    var run: @Sendable (Context) async throws -> Void
}

/// What a command works with.
struct Context: Sendable {
    let invocation: Invocation
    let environment: [String: String]
    let data: DataFolder
    let console: Console
    let time = TimeSource.system

    subscript<Value>(option: Arguments.Option<Value>) -> Value { invocation[option] }

    /// Where stages report to; from here on also into the data folder's log file.
    ///
    /// - Throws: `FileError` where the data folder cannot be written.
    func openLog() throws -> Log {
        try data.create()
        console.keep(in: try LogFile(data.log))
        return console.log
    }
}

/// What was looked at is not well: for `check`, whose problems are its result.
struct ProblemsFound: Error, CustomStringConvertible {
    var description: String
}
