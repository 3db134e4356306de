/// An element with its attributes and what it holds.
package struct HTMLElement: Sendable {
    /// An element, or text between elements.
    package enum Node: Sendable {
        case element(HTMLElement)
        case text(String)
    }

    package var name: String
    /// Names in lower case, in the order of the page.
    package var attributes: [(name: String, value: String)] = []
    package var children: [Node] = []
    package var line: Int

    package init(name: String, line: Int) {
        self.name = name
        self.line = line
    }

    /// An attribute's value; empty for one without a value, nil for one that is not there.
    package subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }

    /// All text inside, elements' too.
    package var text: String {
        children.map { child in
            switch child {
            case .element(let element): element.text
            case .text(let text): text
            }
        }.joined()
    }

    /// This element and all below it, in the order of the page.
    package func visit(_ body: (HTMLElement) -> Void) {
        body(self)
        for case .element(let child) in children { child.visit(body) }
    }

    /// This element and those below it, as far as they have that name.
    package func elements(named name: String) -> [HTMLElement] {
        var out: [HTMLElement] = []
        visit { if $0.name == name { out.append($0) } }
        return out
    }
}

/// One complaint about a page's markup.
package struct HTMLProblem: Equatable, Sendable {
    package var line: Int
    package var text: String

    package init(line: Int, text: String) {
        self.line = line
        self.text = text
    }
}
