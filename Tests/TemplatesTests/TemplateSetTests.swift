import TestSupport
import Testing

@testable import Templates

/// What the Mustache specification asks for, as a table; then what is ours: strict names and no unescaped text.
@Suite struct TemplateSetTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var template: String
        var value: TemplateValue
        var expected: String
        var partials: [String: String] = [:]
        var testDescription: String { name }
    }

    static let people: TemplateValue = ["people": [["name": "Ada"], ["name": "Bob"]], "name": "outer"]

    static let cases = [
        Case(name: "plain text", template: "Hello { world }}\n", value: [:], expected: "Hello { world }}\n"),
        Case(name: "variable", template: "a {{x}} b", value: ["x": "1"], expected: "a 1 b"),
        Case(name: "blanks in the tag", template: "{{  x\t}}", value: ["x": "1"], expected: "1"),
        Case(
            name: "escaped", template: "{{x}}", value: ["x": "<script>&\"'"],
            expected: "&lt;script&gt;&amp;&quot;&#39;"),
        Case(name: "triple", template: "{{{x}}}", value: ["x": .html("<b>")], expected: "<b>"),
        Case(name: "ampersand", template: "{{& x }}", value: ["x": .html("<b>")], expected: "<b>"),
        Case(name: "HTML escaped on demand", template: "{{x}}", value: ["x": .html("<b>")], expected: "&lt;b&gt;"),
        Case(name: "nothing", template: "[{{x}}{{{x}}}]", value: ["x": .none], expected: "[]"),
        Case(name: "dotted", template: "{{a.b.c}}", value: ["a": ["b": ["c": "1"]]], expected: "1"),
        Case(name: "dotted through nothing", template: "[{{a.b}}]", value: ["a": .none], expected: "[]"),
        Case(name: "list", template: "{{#people}}{{name}},{{/people}}", value: people, expected: "Ada,Bob,"),
        Case(name: "dot", template: "{{#x}}{{.}};{{/x}}", value: ["x": ["a", "b"]], expected: "a;b;"),
        Case(
            name: "nested lists", template: "{{#x}}{{#.}}{{.}}{{/.}};{{/x}}", value: ["x": [["a", "b"], ["c"]]],
            expected: "ab;c;"),
        Case(
            name: "outer names", template: "{{#a}}{{#b}}{{x}}{{y}}{{/b}}{{/a}}",
            value: ["x": "1", "a": ["b": ["y": "2"]]], expected: "12"),
        Case(name: "object", template: "{{#a}}{{x}}{{/a}}", value: ["a": ["x": "1"]], expected: "1"),
        Case(name: "flag", template: "{{#a}}yes{{/a}}{{^a}}no{{/a}}", value: ["a": true], expected: "yes"),
        Case(name: "false", template: "{{#a}}yes{{/a}}{{^a}}no{{/a}}", value: ["a": false], expected: "no"),
        Case(name: "empty list", template: "{{#a}}yes{{/a}}{{^a}}no{{/a}}", value: ["a": []], expected: "no"),
        Case(name: "empty text", template: "{{#a}}yes{{/a}}{{^a}}no{{/a}}", value: ["a": ""], expected: "no"),
        Case(name: "text opens itself", template: "{{#a}}<{{.}}>{{/a}}", value: ["a": "x"], expected: "<x>"),
        Case(name: "comment", template: "a{{! no {{ matter }}b", value: [:], expected: "ab"),
        Case(name: "delimiters", template: "{{=<% %>=}}<%x%>{{x}}", value: ["x": "1"], expected: "1{{x}}"),
        Case(name: "delimiters back", template: "{{=| |=}}|x||={{ }}=|{{x}}", value: ["x": "1"], expected: "11"),
        Case(
            name: "standalone section", template: "a\n  {{#x}}  \nb\n  {{/x}}\nc", value: ["x": true],
            expected: "a\nb\nc"),
        Case(
            name: "standalone with CRLF", template: "a\r\n{{#x}}\r\n{{/x}}\r\nc", value: ["x": true], expected: "a\r\nc"
        ),
        Case(name: "standalone first and last", template: "{{#x}}\na\n{{/x}}", value: ["x": true], expected: "a\n"),
        Case(name: "two tags on a line stay", template: " {{#x}} {{/x}}\n", value: ["x": true], expected: "  \n"),
        Case(name: "standalone comment", template: "a\n  {{! c\n  d }}\nb", value: [:], expected: "a\nb"),
        Case(
            name: "standalone inverted", template: "a\n{{^x}}\nb\n{{/x}}\nc", value: ["x": false], expected: "a\nb\nc"),
        Case(name: "values are not standalone", template: "a\n {{x}}\nb", value: ["x": "1"], expected: "a\n 1\nb"),
        Case(
            name: "partial", template: "[{{> p}}]", value: ["x": "1"], expected: "[-1-]", partials: ["p": "-{{x}}-"]),
        Case(
            name: "partial indented", template: "a\n  {{>p}}\nb", value: ["x": "1\n2"],
            expected: "a\n  <\n  1\n2\n  >\nb",
            partials: ["p": "<\n{{x}}\n>\n"]),
        Case(
            name: "partial within its own list", template: "{{>p}}",
            value: ["x": "1", "of": [["x": "2", "of": [["x": "3", "of": []]]]]], expected: "1<2<3<>>>",
            partials: ["p": "{{x}}<{{#of}}{{>p}}{{/of}}>"]),
    ]

    @Test(arguments: cases)
    func renders(_ example: Case) throws {
        let set = try TemplateSet(example.partials.merging(["page": example.template]) { $1 })
        #expect(try set.render("page", example.value) == example.expected)
    }

    static let failures: [(template: String, message: String)] = [
        ("a\n{{tilte}}", "page.html:2: there is no \"tilte\" here (did you mean \"title\"?)"),
        ("{{#a.d}}{{/a.d}}", "page.html:1: there is no \"a.d\" here"),
        (
            "\n\n{{> partials/fotter}}",
            "page.html:3: there is no template \"partials/fotter\" (did you mean \"partials/footer\"?)"
        ),
        ("\n{{#title}}\n", "page.html:2: section \"title\" begins here and is never closed; add {{/title}}"),
        ("{{#title}}{{/titel}}", "page.html:1: {{/titel}} stands where {{/title}} should close its section"),
        ("x{{/title}}", "page.html:1: {{/title}} closes a section that was not opened"),
        ("\n{{title", "page.html:2: a tag begins here and is never closed"),
        ("{{}}", "page.html:1: a tag without a name"),
        ("{{=x=}}", "page.html:1: \"x\" sets no delimiters; write {{=<% %>=}}"),
        ("{{{title}}}", "page.html:1: \"title\" is text and can only stand escaped; write {{title}}"),
        ("{{a}}", "page.html:1: \"a\" is a list or an object, not text; open it with {{#a}}"),
        (
            "{{> page}}",
            "page.html:1: template \"page\" includes itself more than 32 times over"
        ),
    ]

    @Test(arguments: failures)
    func refuses(template: String, message: String) {
        let thrown = #expect(throws: TemplateError.self) {
            let set = try TemplateSet(["page": template, "partials/footer": ""])
            _ = try set.render("page", ["title": "T", "a": ["b": "1"]])
        }
        #expect(thrown?.description == "templates/" + message)
    }

    @Test func looksUpNamesInsideListsOnlyWhereTheyAre() {
        #expect(throws: TemplateError.self) {
            try TemplateSet(["page": "{{#x}}{{y}}{{/x}}"]).render("page", ["x": [["z": "1"]]])
        }
    }

    @Test func readsAFolder() throws {
        try withTemporaryFolder { path in
            let folder: Folder = ["pages/a.html": "{{> partials/_b}}", "partials/_b.html": "b", "notes.txt": "{{"]
            try folder.write(to: path)
            let set = try TemplateSet(folder: path)
            #expect(set.names == ["pages/a", "partials/_b"])
            #expect(try set.render("pages/a", [:]) == "b")
        }
    }

    @Test func saysWhenThereIsNoFolder() {
        #expect(throws: TemplateError.self) { try TemplateSet(folder: "/nowhere/at/all") }
    }

    @Test func replacesControlCharacters() {
        #expect(escapeHTML("a\u{0}b\u{1B}c\td\né") == "a\u{FFFD}b\u{FFFD}c\td\né")
    }
}
