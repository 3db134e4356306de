/// One rendering: the stack of values that names are looked up in, and the text so far.
struct TemplateRenderer {
    private let set: TemplateSet
    private var stack: [TemplateValue]
    private var depth = 0
    private(set) var out = ""
    /// Partials that stand indented, read again with their lines indented.
    private var indented: [String: [TemplateNode]] = [:]

    init(set: TemplateSet, value: TemplateValue) {
        self.set = set
        self.stack = [value]
    }

    mutating func render(_ nodes: [TemplateNode], of name: String) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .text(let text): out += text
            case .value(let path, let raw, let line):
                out += try text(of: path, raw: raw, in: name, at: line)
            case .section(let path, let inverted, let nodes, let line):
                let value = try find(path, in: name, at: line)
                if inverted == value.isEmpty { try open(inverted ? nil : value, nodes, of: name) }
            case .partial(let partial, let indent, let line):
                try include(partial, indent: indent, from: name, at: line)
            }
        }
    }
}

extension TemplateRenderer {
    private mutating func open(
        _ value: TemplateValue?, _ nodes: [TemplateNode], of name: String
    ) throws(TemplateError) {
        guard let value else { return try render(nodes, of: name) }
        let items = if case .list(let items) = value { items } else { [value] }
        for item in items {
            stack.append(item)
            try render(nodes, of: name)
            stack.removeLast()
        }
    }

    private mutating func include(
        _ partial: String, indent: String, from name: String, at line: Int
    ) throws(TemplateError) {
        guard depth < TemplateSet.depthLimit else {
            throw TemplateError(.tooDeep(partial), file: TemplateSet.file(of: name), line: line)
        }
        depth += 1
        try render(try nodes(of: partial, indent: indent), of: partial)
        depth -= 1
    }

    private mutating func nodes(of partial: String, indent: String) throws(TemplateError) -> [TemplateNode] {
        // The set refused partials that do not exist.
        if indent.isEmpty { return set.templates[partial]! }
        let key = indent + partial
        if let nodes = indented[key] { return nodes }
        let lines = set.sources[partial]!.split(separator: "\n", omittingEmptySubsequences: false)
        let last = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
        let source = lines.enumerated().map { $0 < last ? indent + $1 : String($1) }.joined(separator: "\n")
        let nodes = try TemplateParser.parse(source, file: TemplateSet.file(of: partial))
        indented[key] = nodes
        return nodes
    }

    private func text(of path: String, raw: Bool, in name: String, at line: Int) throws(TemplateError) -> String {
        switch (try find(path, in: name, at: line), raw) {
        case (.text(let text), false), (.html(let text), false): return escapeHTML(text)
        case (.html(let text), true): return text
        case (.none, _): return ""
        case (.text, true), (.flag, true):
            throw TemplateError(.notHTML(path), file: TemplateSet.file(of: name), line: line)
        case (.flag(let flag), false): return flag ? "true" : "false"
        case (.list, _), (.object, _):
            throw TemplateError(.notText(path), file: TemplateSet.file(of: name), line: line)
        }
    }

    /// The value of a dotted name: its first part in the innermost object that has it, the rest inside that.
    private func find(_ path: String, in name: String, at line: Int) throws(TemplateError) -> TemplateValue {
        if path == "." { return stack[stack.count - 1] }
        let parts = path.split(separator: ".").map(String.init)
        guard let first = parts.first, var value = stack.reversed().lazy.compactMap({ $0[first] }).first else {
            throw unknown(path, among: Set(stack.flatMap(\.keys)), in: name, at: line)
        }
        for part in parts.dropFirst() {
            // Whatever is inside nothing is nothing.
            if case .none = value { return .none }
            guard let next = value[part] else { throw unknown(path, among: value.keys, in: name, at: line) }
            value = next
        }
        return value
    }

    private func unknown(
        _ path: String, among keys: some Sequence<String>, in name: String, at line: Int
    ) -> TemplateError {
        TemplateError(.unknownName(path, known: keys.sorted()), file: TemplateSet.file(of: name), line: line)
    }
}

extension TemplateValue {
    fileprivate subscript(key: String) -> TemplateValue? {
        if case .object(let members) = self { members[key] } else { nil }
    }

    fileprivate var keys: [String] { if case .object(let members) = self { Array(members.keys) } else { [] } }
}
