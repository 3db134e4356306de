/// A template read: text, values, sections, partials, each with its line.
indirect enum TemplateNode: Equatable, Sendable {
    case text(String)
    case value(name: String, raw: Bool, line: Int)
    case section(name: String, inverted: Bool, nodes: [TemplateNode], line: Int)
    case partial(name: String, indent: String, line: Int)
}

/// Reads Mustache: variables, sections, inverted sections, partials, comments, set delimiters.
///
/// A tag that stands alone on its line takes the line with it, except where it is a value. Source: the Mustache
/// specification 1.4 (its optional lambdas, inheritance and dynamic names are left out).
struct TemplateParser {
    private let file: String
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var open: [UInt8] = Array("{{".utf8)
    private var close: [UInt8] = Array("}}".utf8)
    /// Sections that are open, outermost first, each with what it holds so far; the first is the template itself.
    private var levels: [Level] = [Level()]

    private struct Level {
        var name = ""
        var inverted = false
        var line = 0
        var nodes: [TemplateNode] = []
    }

    static func parse(_ source: String, file: String) throws(TemplateError) -> [TemplateNode] {
        var parser = TemplateParser(file: file, bytes: Array(source.utf8))
        return try parser.run()
    }

    private init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    private mutating func run() throws(TemplateError) -> [TemplateNode] {
        while let start = find(open, from: position) {
            addText(position..<start)
            position = start
            try readTag()
        }
        addText(position..<bytes.count)
        if levels.count > 1, let level = levels.last { throw error(.unclosedSection(level.name), at: level.line) }
        return levels[0].nodes
    }
}

extension TemplateParser {
    private mutating func readTag() throws(TemplateError) {
        let start = position
        var inner = start + open.count
        let sigil = inner < bytes.count ? bytes[inner] : 0
        let closing: [UInt8]
        switch sigil {
        case UInt8(ascii: "{"): closing = [UInt8(ascii: "}")] + close
        case UInt8(ascii: "="): closing = [UInt8(ascii: "=")] + close
        default: closing = close
        }
        let hasSigil = "{=#^/!>&".utf8.contains(sigil)
        if hasSigil { inner += 1 }
        guard let end = find(closing, from: inner) else { throw error(.unclosedTag) }
        let content = trimmed(inner..<end)
        let tagLine = line
        position = end + closing.count
        count(start..<position)
        guard !content.isEmpty || sigil == UInt8(ascii: "!") else { throw error(.emptyTag, at: tagLine) }

        let standsAlone = hasSigil && !"{&".utf8.contains(sigil)
        let indent = standsAlone ? takeLine(from: start) : ""
        try add(sigil: hasSigil ? sigil : 0, content, indent: indent, at: tagLine)
    }

    private mutating func add(
        sigil: UInt8, _ content: String, indent: String, at line: Int
    ) throws(TemplateError) {
        switch sigil {
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "="): try setDelimiters(content, at: line)
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            levels.append(Level(name: content, inverted: sigil == UInt8(ascii: "^"), line: line))
        case UInt8(ascii: "/"): try closeSection(content, at: line)
        case UInt8(ascii: ">"): append(.partial(name: content, indent: indent, line: line))
        default: append(.value(name: content, raw: sigil != 0, line: line))
        }
    }

    private mutating func closeSection(_ name: String, at line: Int) throws(TemplateError) {
        guard let level = levels.last, levels.count > 1 else { throw error(.strayClose(name, open: nil), at: line) }
        guard level.name == name else { throw error(.strayClose(name, open: level.name), at: line) }
        levels.removeLast()
        append(.section(name: level.name, inverted: level.inverted, nodes: level.nodes, line: level.line))
    }

    private mutating func setDelimiters(_ content: String, at line: Int) throws(TemplateError) {
        let parts = content.split(whereSeparator: \.isWhitespace)
        guard parts.count == 2, !content.contains("=") else { throw error(.badDelimiters(content), at: line) }
        open = Array(parts[0].utf8)
        close = Array(parts[1].utf8)
    }

    /// The white space before a tag that is alone on its line, when it is: the line is then left out.
    private mutating func takeLine(from start: Int) -> String {
        let lineStart = (bytes[..<start].lastIndex(of: 10) ?? -1) + 1
        var end = position
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        guard bytes[lineStart..<start].allSatisfy(isBlank), end == bytes.count || bytes[end] == 10 else { return "" }
        if case .text(let text)? = levels[levels.count - 1].nodes.last {
            let kept = text.utf8.dropLast(start - lineStart)
            levels[levels.count - 1].nodes.removeLast()
            if !kept.isEmpty { append(.text(String(decoding: kept, as: UTF8.self))) }
        }
        if end < bytes.count { line += 1 }
        position = min(end + 1, bytes.count)
        return String(decoding: bytes[lineStart..<start], as: UTF8.self)
    }

    private mutating func append(_ node: TemplateNode) { levels[levels.count - 1].nodes.append(node) }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        append(.text(String(decoding: bytes[range], as: UTF8.self)))
        count(range)
    }

    private mutating func count(_ range: Range<Int>) { line += bytes[range].count { $0 == 10 } }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= needle.count, start <= bytes.count - needle.count else { return nil }
        return (start...(bytes.count - needle.count)).first { i in
            bytes[i] == needle[0] && bytes[i..<i + needle.count].elementsEqual(needle)
        }
    }

    private func trimmed(_ range: Range<Int>) -> String {
        String(
            String(decoding: bytes[range], as: UTF8.self).drop(while: \.isWhitespace).reversed()
                .drop(while: \.isWhitespace).reversed())
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    private func error(_ reason: TemplateError.Reason, at line: Int? = nil) -> TemplateError {
        TemplateError(reason, file: file, line: line ?? self.line)
    }
}
