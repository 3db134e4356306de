import Foundation

/// Templates by name, read and checked together.
///
///     let set = try TemplateSet(["hello": "Hello {{name}}!"])
///     try set.render("hello", ["name": "<World>"]) → "Hello &lt;World&gt;!"
///
/// A template's name is its path below the folder without ".html": `partials/_figure`.
package struct TemplateSet: Sendable {
    /// How deep partials may include one another.
    static let depthLimit = 32

    let sources: [String: String]
    let templates: [String: [TemplateNode]]

    /// Throws `TemplateError` for what does not parse and for a partial that does not exist, used or not.
    package init(_ sources: [String: String]) throws(TemplateError) {
        self.sources = sources
        var templates: [String: [TemplateNode]] = [:]
        for (name, source) in sources.sorted(by: { $0.key < $1.key }) {
            templates[name] = try TemplateParser.parse(source, file: Self.file(of: name))
        }
        self.templates = templates
        for name in templates.keys.sorted() { try checkPartials(of: templates[name]!, in: name) }
    }

    /// All `.html` files below a folder.
    package init(folder: String) throws(TemplateError) {
        var sources: [String: String] = [:]
        do {
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".html") {
                sources[String(path.dropLast(5))] = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
            }
        } catch { throw TemplateError(.unreadable(error.localizedDescription), file: folder, line: 0) }
        try self.init(sources)
    }

    package var names: [String] { templates.keys.sorted() }

    /// The template filled with `value`.
    ///
    /// Throws `TemplateError`: a name that the value does not have, text where HTML is asked for, partials without end.
    package func render(_ name: String, _ value: TemplateValue) throws(TemplateError) -> String {
        guard let nodes = templates[name] else {
            throw TemplateError(.unknownTemplate(name, known: names), file: "templates", line: 0)
        }
        var renderer = TemplateRenderer(set: self, value: value)
        try renderer.render(nodes, of: name)
        return renderer.out
    }
}

extension TemplateSet {
    static func file(of name: String) -> String { "templates/\(name).html" }

    private func checkPartials(of nodes: [TemplateNode], in file: String) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .partial(let name, _, let line) where templates[name] == nil:
                throw TemplateError(.unknownTemplate(name, known: names), file: Self.file(of: file), line: line)
            case .section(_, _, let nodes, _): try checkPartials(of: nodes, in: file)
            default: break
            }
        }
    }
}
