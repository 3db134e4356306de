import Server
import Testing

@Suite struct PercentTests {
    @Test(arguments: [
        ("a/b c=é", "a%2Fb%20c%3D%C3%A9"), ("plain-1._~", "plain-1._~"), ("", ""), ("100%", "100%25"),
    ])
    func encodesAndDecodes(plain: String, encoded: String) {
        #expect(Percent.encode(plain) == encoded)
        #expect(Percent.decode(encoded) == plain)
    }

    @Test(arguments: [("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%41%", "A%"), ("%ff", "\u{FFFD}")])
    func keepsWhatIsNoEncoding(text: String, decoded: String) {
        #expect(Percent.decode(text) == decoded)
    }

    @Test func queriesKeepOrderAndRepeats() {
        let fields = Percent.query("a=1&b[]=x+y&b[]=&flag&=v")
        #expect(fields.map(\.name) == ["a", "b[]", "b[]", "flag", ""])
        #expect(fields.map(\.value) == ["1", "x y", "", "", "v"])
    }
}
