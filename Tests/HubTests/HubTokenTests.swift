import Core
import Hub
import TestSupport
import Testing

@Suite struct HubTokenTests {
    @Test func aTokenNeverShows() throws {
        let token = try #require(HubToken("hf_secret"))
        var dumped = ""
        dump(token, to: &dumped)
        for text in ["\(token)", String(reflecting: token), dumped, "\(Optional(token) as Any)"] {
            #expect(!text.contains("secret"))
        }
    }

    @Test(arguments: [
        ("HF_TOKEN=hf_a", true), ("export HF_TOKEN = \"hf_a\" # mine", true), ("A=1\n HF_TOKEN='hf_a'\n", true),
        ("# HF_TOKEN=hf_a", false), ("HF_TOKEN=", false), ("MY_HF_TOKEN=hf_a", false), ("HF_TOKENS=hf_a", false),
    ]) func dotEnv(text: String, isFound: Bool) throws {
        try withTemporaryFolder { folder in
            try Files.write(Array(text.utf8), to: "\(folder)/.env")
            #expect(try (HubToken.find(environment: [:], file: "\(folder)/.env") != nil) == isFound)
        }
    }

    @Test func theEnvironmentComesFirstAndStrangeTokensAreErrors() throws {
        #expect(try HubToken.find(environment: ["HF_TOKEN": "hf_a"], file: "/none") != nil)
        #expect(try HubToken.find(environment: [:], file: "/none") == nil)
        let error = #expect(throws: HubError.self) {
            try HubToken.find(environment: ["HF_TOKEN": "hf_secret\r\nX: y"], file: "/none")
        }
        #expect(error?.description.contains("secret") == false)
    }
}
