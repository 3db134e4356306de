import Core

/// Why templates cannot be rendered: file, line, what is wrong, what was probably meant.
///
///     templates/pages/growth.html:12: there is no "tilte" here (did you mean "title"?)
package struct TemplateError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case unknownName(String, known: [String])
        case unknownTemplate(String, known: [String])
        case unclosedSection(String)
        case strayClose(String, open: String?)
        case unclosedTag
        case emptyTag
        case badDelimiters(String)
        case notHTML(String)
        case notText(String)
        case tooDeep(String)
        case unreadable(String)
    }

    package var reason: Reason
    package var file: String
    /// From 1; 0 where the whole file is meant.
    package var line: Int

    package init(_ reason: Reason, file: String, line: Int) {
        self.reason = reason
        self.file = file
        self.line = line
    }

    package var description: String { (line > 0 ? "\(file):\(line): " : "\(file): ") + sentence }

    private var sentence: String {
        switch reason {
        case .unknownName(let name, let known): "there is no \"\(name)\" here\(didYouMean(name, among: known))"
        case .unknownTemplate(let name, let known):
            "there is no template \"\(name)\"\(didYouMean(name, among: known))"
        case .unclosedSection(let name): "section \"\(name)\" begins here and is never closed; add {{/\(name)}}"
        case .strayClose(let name, nil): "{{/\(name)}} closes a section that was not opened"
        case .strayClose(let name, let open?): "{{/\(name)}} stands where {{/\(open)}} should close its section"
        case .unclosedTag: "a tag begins here and is never closed"
        case .emptyTag: "a tag without a name"
        case .badDelimiters(let text): "\"\(text)\" sets no delimiters; write {{=<% %>=}}"
        case .notHTML(let name): "\"\(name)\" is text and can only stand escaped; write {{\(name)}}"
        case .notText(let name): "\"\(name)\" is a list or an object, not text; open it with {{#\(name)}}"
        case .tooDeep(let name): "template \"\(name)\" includes itself more than \(TemplateSet.depthLimit) times over"
        case .unreadable(let cause): "cannot be read (\(cause))"
        }
    }
}
