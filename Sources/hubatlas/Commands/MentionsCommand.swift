import Arguments
import Core
import Matching
import Pipeline

/// `hubatlas mentions FILE`
enum MentionsCommand {
    static let entry = CommandEntry(
        command: Command(
            "mentions", "counts which families of models a text speaks of, a post a line",
            discussion: """
                Writes a line a family: its name, a tab, in how many lines it is named. With --names, other names are counted \
                instead, each as often as it stands there as whole tokens, longer ones first. Nothing is collected or kept: \
                'hubatlas collect mentions --posts FILE' does that.
                """,
            operands: .needed("FILE"), options: [names.entry, Options.root.entry])
    ) { context in
        let text = try OpenFile(context.invocation.operands[0], .read)
        guard try text.isRegular else {
            throw UsageError(
                .badValue("FILE", problem: "\(text.path) is a folder, a pipe or a device; write it into a file first"),
                tool: "hubatlas", command: "mentions")
        }
        let counts: [(name: String, count: Int)]
        let start: Double
        if let list = context[names] {
            let words = String(decoding: try Files.read(list), as: UTF8.self).split(separator: "\n").map(String.init)
            let automaton = Automaton(words.map { .init($0) })
            start = ProcessorTime.seconds
            counts = try count(words, automaton, in: text)
        } else {
            let root = try Checkout.find(named: context[Options.root])
            let table = try FamilyTable(path: "\(root)/assets/mentions/families.json")
            start = ProcessorTime.seconds
            counts = try count(table, in: text)
        }
        let seconds = ProcessorTime.seconds - start
        for entry in counts.sorted(by: { ($1.count, $0.name) < ($0.count, $1.name) }) where entry.count > 0 {
            Output.result("\(entry.name)\t\(entry.count)")
        }
        let megabytes = Double(try text.size) / 1e6
        context.console.log.info(
            "Mentions", "\(rounded(megabytes)) MB, \(rounded(megabytes / seconds)) MB/s of one core")
    }

    private static let names = Option<String?>.text("names", "FILE", "count these names instead, a name a line")

    private static func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func count(_ names: [String], _ automaton: Automaton, in file: OpenFile) throws
        -> [(name: String, count: Int)]
    {
        var counts = Array(repeating: 0, count: names.count)
        var matches: [Automaton.Match] = []
        try forEachLine(of: file) { line in
            automaton.longest(in: line, into: &matches)
            for match in matches { counts[match.word] += 1 }
        }
        return zip(names, counts).map { ($0, $1) }
    }

    private static func count(_ table: FamilyTable, in file: OpenFile) throws -> [(name: String, count: Int)] {
        var counts = Array(repeating: 0, count: table.families.count)
        var finder = MentionFinder(table)
        try forEachLine(of: file) { line in
            for case .family(let number) in finder.mentions(in: line) { counts[number] += 1 }
        }
        return zip(table.families.map(\.id), counts).map { ($0, $1) }
    }

    /// Hands over line by line, a mebibyte at a time; what is longer than 16 of them is cut there.
    private static func forEachLine(of file: OpenFile, _ body: (UnsafeBufferPointer<UInt8>) -> Void) throws {
        var (rest, offset): ([UInt8], Int) = ([], 0)
        while true {
            let chunk = try file.read(at: offset, count: 1 << 20)
            offset += chunk.count
            rest += chunk
            let isLast = chunk.isEmpty || rest.count > 16 << 20
            rest.withUnsafeBufferPointer { bytes in
                var start = 0
                for i in bytes.indices where bytes[i] == UInt8(ascii: "\n") {
                    body(UnsafeBufferPointer(rebasing: bytes[start..<i]))
                    start = i + 1
                }
                if isLast, start < bytes.count { body(UnsafeBufferPointer(rebasing: bytes[start...])) }
            }
            if chunk.isEmpty { return }
            rest = isLast ? [] : Array(rest[((rest.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1)...])
        }
    }
}
