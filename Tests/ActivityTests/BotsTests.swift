import Testing

@testable import Activity

@Suite struct BotsTests {
    @Test(arguments: Bots.known.keys.sorted()) func everyBotOfTheTableIsOneInAnyCase(_ name: String) {
        #expect(Bots.contains(name))
        #expect(Bots.contains(name.uppercased()))
        #expect(AccountName.of(name) == name)
        #expect(Bots.known[name]!.count > 10, "a reason is given")
    }

    @Test(arguments: ["github-actions[bot]", "acme-bot", "Acme-Bot"]) func namesThatSaySoAreBots(_ name: String) {
        #expect(Bots.contains(name))
    }

    @Test(arguments: ["robot", "abbot", "G-bots", "bot-maker", "systems", "HugBot"]) func othersAreNot(_ name: String) {
        #expect(!Bots.contains(name))
    }

    @Test(arguments: ["julien-c", "42", "Qwen", "dependabot[bot]"]) func accountsKeepTheirName(_ name: String) {
        #expect(AccountName.of(name) == name)
    }

    @Test(arguments: [
        "Jane Doe", "jane@example.org", "", "x", "-a", "a-", "a--b", "a_b", "Zoë", "root@host[bot]", "[bot]",
        "a\u{202E}b",
        String(repeating: "a", count: 43),
    ]) func otherNamesAreNoAccounts(_ name: String) {
        #expect(AccountName.of(name) == nil)
    }
}
