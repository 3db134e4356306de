import Testing

@testable import Arguments

private let tool = Tool(
    name: "atlas", version: "1.0", summary: "maps of things",
    commands: [
        Command(
            "draw", "draws a map", discussion: "A map is drawn once.", operands: .any("LAND", of: ["north", "south"]),
            options: [
                Option<String>.text("out", "DIR", "where to", environment: "ATLAS_OUT", default: "site").entry,
                Option.choice("sort", "KEY", "the order", of: ["near", "far"], default: "near").entry,
                Option.repeated("tag", "TAG", "only with this tag").entry,
                Option.flag(
                    "fresh",
                    "draws again what was drawn already, even where nothing that went into it has changed since then"
                ).entry,
            ]),
        Command("mock", "serves an invented land", operands: .integer("N", in: 1...9)),
    ],
    common: [Option<String?>.text("data", "DIR", "the data folder", fallback: ".atlas").entry])

@Suite struct HelpTests {
    @Test func listsCommandsAligned() {
        #expect(
            tool.help() == """
                atlas 1.0: maps of things

                usage: atlas COMMAND [OPTION…]

                commands:
                  draw [LAND…]    draws a map
                  mock N          serves an invented land

                options of every command:
                  --data DIR    the data folder (default: .atlas)
                  --help        this text
                  --version     the version of atlas

                'atlas COMMAND --help' tells what a command takes.
                """)
    }

    @Test func tellsWhatACommandTakes() {
        #expect(
            tool.help(of: tool.commands[0]) == """
                usage: atlas draw [LAND…] [OPTION…]

                draws a map

                A map is drawn once.

                options:
                  --out DIR     where to (else from ATLAS_OUT; default: site)
                  --sort KEY    the order (one of near, far; default: near)
                  --tag TAG     only with this tag (may be given again)
                  --fresh       draws again what was drawn already, even where nothing that went into it has changed
                                since then

                options of every command:
                  --data DIR    the data folder (default: .atlas)
                  --help        this text
                  --version     the version of atlas
                """)
    }

    /// Paragraphs are folded, as wide as the reader's window.
    @Test(arguments: [60, 80, 100]) func foldsEveryLine(width: Int) {
        let words = Array(repeating: "word", count: 60).joined(separator: " ")
        let tool = Tool(
            name: "atlas", version: "1.0", summary: "s",
            commands: [
                Command(
                    "look", "looks", discussion: "\(words)\n\(words)", operands: .needed("FILE"),
                    options: [Option.flag("fresh", words).entry])
            ])
        let lines = tool.help(of: tool.commands[0], width: width).split(separator: "\n")
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines[0] == "usage: atlas look FILE [OPTION…]")
        // What throws is no help, and the test fails below.
        guard case .help(let text)? = try? tool.parse(["look", "--help"], helpWidth: width) else {
            return #expect(Bool(false), "no help")
        }
        #expect(text.split(separator: "\n") == lines)
    }

    @Test func leavesOutWhatACommandHasNot() {
        #expect(
            tool.help(of: tool.commands[1]).hasPrefix(
                "usage: atlas mock N [OPTION…]\n\nserves an invented land\n\noptions of every"))
    }
}
