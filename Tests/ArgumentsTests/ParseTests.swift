import Core
import Testing

@testable import Arguments

private let fresh = Option.flag("fresh", "walk again")
private let author = Option<String?>.text("author", "NAME", "only this owner's models")
private let out = Option<String>.text("out", "DIR", "where to", environment: "ATLAS_OUT", default: "site")
private let tags = Option.repeated("tag", "TAG", "with this tag")
private let sort = Option.choice("sort", "KEY", "the order", of: ["likes", "downloads"], default: "likes")
private let limit = Option<Int?>.integer("limit", "N", "at most so many", in: 1...1000)
private let workers = Option<Int>.integer(
    "workers", "N", "at the same time", in: 1...64, environment: "ATLAS_WORKERS", default: 8)
private let since = Option.day("since", "from this day on")
private let data = Option<String?>.text("data", "DIR", "the data folder")

private let tool = Tool(
    name: "atlas", version: "1.0", summary: "maps",
    commands: [
        Command(
            "collect", "fetch", operands: .any("SOURCE", of: ["models", "details"]),
            options: [
                fresh.entry, author.entry, out.entry, tags.entry, sort.entry, limit.entry, workers.entry, since.entry,
            ]),
        Command("mock", "serve", operands: .integer("N", in: 1...100)),
        Command(
            "export", "write",
            operands: .oneThenAny("FORMAT", of: ["csv", "ndjson"], then: "TABLE", among: ["models", "spaces"])),
        Command("check", "look", operands: .optional("PATH")),
        Command("status", "tell"),
    ],
    common: [data.entry])

private func run(_ words: [String], environment: [String: String] = [:]) throws -> Invocation {
    guard case .run(let invocation) = try tool.parse(words, environment: environment) else {
        throw UsageError(.noCommand, tool: "the line asks for text only")
    }
    return invocation
}

@Suite struct ParseTests {
    @Test func readsEveryKindOfOption() throws {
        let line = try run([
            "collect", "models", "--fresh", "--author", "acme", "--out=a=b", "--tag", "x", "--tag=y", "--sort",
            "downloads", "--limit", "7", "--since", "2024-07-11", "details",
        ])
        #expect(line.command.name == "collect")
        #expect(line.operands == ["models", "details"])
        #expect(line[fresh])
        #expect(line[author] == "acme")
        #expect(line[out] == "a=b")
        #expect(line[tags] == ["x", "y"])
        #expect(line[sort] == "downloads")
        #expect(line[limit] == 7)
        #expect(line[since] == Day("2024-07-11"))
    }

    @Test func oneWordThenAnyOfOthers() throws {
        #expect(try run(["export", "csv"]).operands == ["csv"])
        #expect(try run(["export", "csv", "spaces", "models"]).operands == ["csv", "spaces", "models"])
        #expect(throws: UsageError(.missingOperand("FORMAT"), tool: "atlas", command: "export")) { try run(["export"]) }
        let formats = UsageError.Reason.notOneOf("FORMAT", value: "sqlite", choices: ["csv", "ndjson"], guess: nil)
        #expect(throws: UsageError(formats, tool: "atlas", command: "export")) { try run(["export", "sqlite"]) }
        let tables = UsageError.Reason.notOneOf("TABLE", value: "csv", choices: ["models", "spaces"], guess: nil)
        #expect(throws: UsageError(tables, tool: "atlas", command: "export")) { try run(["export", "csv", "csv"]) }
    }

    @Test func fallsBackToDefaults() throws {
        let line = try run(["collect"])
        #expect(line.operands.isEmpty)
        #expect(!line[fresh])
        #expect(line[author] == nil)
        #expect(line[out] == "site")
        #expect(line[tags] == [])
        #expect(line[sort] == "likes")
        #expect(line[limit] == nil)
        #expect(line[workers] == 8)
        #expect(line[since] == nil)
    }

    @Test func asksTheEnvironmentBeforeTheDefault() throws {
        let environment = ["ATLAS_OUT": "", "ATLAS_WORKERS": "3"]
        #expect(try run(["collect"], environment: environment)[workers] == 3)
        #expect(try run(["collect", "--workers", "5"], environment: environment)[workers] == 5)
        #expect(try run(["collect"], environment: environment)[out] == "site", "an empty variable is none")
    }

    @Test func theLastOfTwoHolds() throws {
        #expect(try run(["collect", "--limit", "1", "--limit", "2"])[limit] == 2)
    }

    @Test func commonOptionsStandOnEitherSideOfTheCommand() throws {
        #expect(try run(["--data", "d", "status"])[data] == "d")
        #expect(try run(["status", "--data=d"])[data] == "d")
    }

    @Test func afterTwoDashesEveryWordIsAnOperand() throws {
        #expect(try run(["check", "--", "--odd-name"]).operands == ["--odd-name"])
        #expect(try run(["check", "-"]).operands == ["-"])
    }

    @Test(arguments: [["--help"], ["-h"], ["help"], ["--data", "x", "--help"]])
    func helpOfTheTool(_ words: [String]) throws {
        guard case .help(let text) = try tool.parse(words) else { return #expect(Bool(false), "no help") }
        #expect(text == tool.help())
    }

    @Test(arguments: [["collect", "--help"], ["help", "collect"], ["collect", "--fresh", "-h"]])
    func helpOfACommand(_ words: [String]) throws {
        guard case .help(let text) = try tool.parse(words) else { return #expect(Bool(false), "no help") }
        #expect(text.hasPrefix("usage: atlas collect [SOURCE…] [OPTION…]"))
    }

    @Test func version() throws {
        guard case .version(let text) = try tool.parse(["--version"]) else { return #expect(Bool(false), "no version") }
        #expect(text == "atlas 1.0")
    }

    @Test(arguments: [
        ([], "no command given. See 'atlas --help'"),
        (["colect"], "there is no command 'colect'; did you mean collect? See 'atlas --help'"),
        (["zebra"], "there is no command 'zebra'. See 'atlas --help'"),
        (["--fresh", "collect"], "there is no option --fresh. See 'atlas --help'"),
        (["collect", "--limt", "3"], "there is no option --limt; did you mean --limit? See 'atlas collect --help'"),
        (["collect", "-x"], "there is no option -x. See 'atlas collect --help'"),
        (["collect", "--author"], "--author needs a value: --author NAME. See 'atlas collect --help'"),
        (["collect", "--author", "--fresh"], "--author needs a value: --author NAME. See 'atlas collect --help'"),
        (["collect", "--author="], "--author was given an empty value. See 'atlas collect --help'"),
        (["collect", "--fresh=no"], "--fresh takes no value, but was given 'no'. See 'atlas collect --help'"),
        (["collect", "--help=3"], "--help takes no value, but was given '3'. See 'atlas collect --help'"),
        (["--version=1"], "--version takes no value, but was given '1'. See 'atlas --help'"),
        (
            ["collect", "--sort", "like"],
            "--sort: 'like' is none of likes, downloads; did you mean likes? See 'atlas collect --help'"
        ),
        (
            ["collect", "--limit", "many"],
            "--limit: 'many' is no whole number; it takes 1 to 1000. See 'atlas collect --help'"
        ),
        (
            ["collect", "--limit", "1.5"],
            "--limit: '1.5' is no whole number; it takes 1 to 1000. See 'atlas collect --help'"
        ),
        (["collect", "--limit", "0"], "--limit: 0 is out of range; it takes 1 to 1000. See 'atlas collect --help'"),
        (["collect", "--limit", "-3"], "--limit: -3 is out of range; it takes 1 to 1000. See 'atlas collect --help'"),
        (
            ["collect", "--limit", "99999999999999999999"],
            "--limit: 99999999999999999999 is out of range; it takes 1 to 1000. See 'atlas collect --help'"
        ),
        (
            ["collect", "--since", "2024-02-30"],
            "--since: '2024-02-30' is no day; it takes one such as 2024-07-11. See 'atlas collect --help'"
        ),
        (
            ["collect", "model"],
            "SOURCE: 'model' is none of models, details; did you mean models? See 'atlas collect --help'"
        ),
        (["mock"], "N is missing. See 'atlas mock --help'"),
        (["mock", "101"], "N: 101 is out of range; it takes 1 to 100. See 'atlas mock --help'"),
        (["check", "a", "b"], "'b' is one word too many. See 'atlas check --help'"),
        (["status", "now"], "'now' is one word too many. See 'atlas status --help'"),
    ])
    func wordsWhatIsWrong(_ words: [String], _ sentence: String) {
        let error = #expect(throws: UsageError.self) { try run(words) }
        #expect(error?.description == sentence)
    }

    @Test func namesTheVariableThatIsWrong() {
        let error = #expect(throws: UsageError.self) { try run(["collect"], environment: ["ATLAS_WORKERS": "all"]) }
        #expect(
            error?.description
                == "ATLAS_WORKERS: 'all' is no whole number; it takes 1 to 64. See 'atlas collect --help'")
    }
}
