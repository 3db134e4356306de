private import CXML

/// An HTML page as a tree of elements, and what was wrong with its markup.
///
///     let page = HTMLDocument(parsing: Array("<p id=a>Hi <b>you</p>".utf8))
///     page.elements(named: "b").first?.text → "you"
///     page.problems → [HTMLProblem(line: 1, text: "Opening and ending tag mismatch: p and b")]
///
/// Broken markup never throws: as in a browser there is always a tree. Read by libxml2, whose rules are those of HTML 4;
/// what it says about names that came later (`section`, `svg`) is left out.
package struct HTMLDocument: Sendable {
    package var root: HTMLElement
    package var problems: [HTMLProblem]

    package init(parsing bytes: [UInt8]) {
        let listener = Listener()
        let document = bytes.withUnsafeBytes { buffer in
            hubatlas_html_read(
                buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: buffer.count),
                Unmanaged.passUnretained(listener).toOpaque()
            ) { to, code, line, message in
                guard let to, let message else { return }
                Unmanaged<Listener>.fromOpaque(to).takeUnretainedValue()
                    .add(code: code, line: Int(line), text: String(cString: message))
            }
        }
        defer { if let document { xmlFreeDoc(document) } }
        problems = listener.problems
        root = HTMLElement(name: "html", line: 1)
        if let document, let element = xmlDocGetRootElement(document) { root = Self.element(element, depth: 0) }
    }

    /// The root and all below it, in the order of the page.
    package var elements: [HTMLElement] {
        var out: [HTMLElement] = []
        root.visit { out.append($0) }
        return out
    }

    /// All elements of a name, in the order of the page.
    package func elements(named name: String) -> [HTMLElement] { elements.filter { $0.name == name } }
}

extension HTMLDocument {
    /// libxml2 itself stops at 256 levels; this is the same bound, so that the walk below cannot exhaust the stack.
    private static let depthLimit = 256

    private static func element(_ node: UnsafeMutablePointer<xmlNode>, depth: Int) -> HTMLElement {
        var element = HTMLElement(name: text(node.pointee.name), line: Int(xmlGetLineNo(node)))
        var attribute = node.pointee.properties
        while let current = attribute {
            let content = current.pointee.children.flatMap { xmlNodeListGetString(node.pointee.doc, $0, 1) }
            element.attributes.append((text(current.pointee.name).lowercased(), text(content)))
            content.map { hubatlas_xml_free($0) }
            attribute = current.pointee.next
        }
        guard depth < depthLimit else { return element }
        var child = node.pointee.children
        while let current = child {
            switch current.pointee.type {
            case XML_ELEMENT_NODE: element.children.append(.element(Self.element(current, depth: depth + 1)))
            case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: element.children.append(.text(text(current.pointee.content)))
            default: break
            }
            child = current.pointee.next
        }
        return element
    }

    private static func text(_ pointer: UnsafePointer<xmlChar>?) -> String {
        guard let pointer else { return "" }
        return String(cString: pointer)
    }

    private final class Listener {
        var problems: [HTMLProblem] = []

        func add(code: Int32, line: Int, text: String) {
            // 801: a name unknown to HTML 4.
            guard code != 801, problems.count < 100 else { return }
            problems.append(HTMLProblem(line: line, text: text.split(separator: "\n").joined(separator: " ")))
        }
    }
}
