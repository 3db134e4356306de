import Core
import Testing

@Suite struct VisibleTests {
    @Test(arguments: [
        ("", ""), ("my own terms", "my own terms"), ("模型 é", "模型 é"),
        ("a\u{0}b\nc\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
        ("safe\u{202E}exe", "safe\u{FFFD}exe"), ("a\u{200B}\u{2028}\u{FEFF}b", "a\u{FFFD}\u{FFFD}\u{FFFD}b"),
        ("\u{1B}[2J", "\u{FFFD}[2J"), ("\u{85}\u{E000}", "\u{FFFD}\u{FFFD}"),
    ])
    func whatCannotBeSeenIsReplaced(text: String, shown: String) {
        #expect(text.visible == shown)
        #expect(text.isVisible == (text == shown))
    }
}
