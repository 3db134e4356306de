import Core
import Testing

@Suite struct GuessTests {
    static let words = ["footer", "header", "title", "figures"]

    @Test(
        arguments: [
            ("fotter", "footer"), ("Titel", "title"), ("figure", "figures"), ("headre", "header"), ("zebra", nil),
            ("", nil),
        ] as [(String, String?)])
    func findsTheWordThatWasMeant(word: String, meant: String?) {
        #expect(guess(word, among: Self.words) == meant)
    }

    @Test func saysNothingWhereNoneIsNear() {
        #expect(didYouMean("zebra", among: Self.words) == "")
        #expect(didYouMean("titel", among: Self.words) == " (did you mean \"title\"?)")
        #expect(guess("a", among: []) == nil)
    }
}
