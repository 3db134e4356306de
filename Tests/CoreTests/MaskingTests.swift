import Core
import Testing

@Test(
    arguments: [
        ("no such token: abc", "abc", "no such token: …"), ("abcabc", "abc", "……"), ("abc", nil, "abc"),
        ("abc", "", "abc"), ("nothing here", "abc", "nothing here"),
    ] as [(String, String?, String)])
func secretsAreTakenOut(text: String, secret: String?, shown: String) {
    #expect(text.masking(secret) == shown)
}
