import HTTP
import Testing

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://Hub.Example/api?x=1", "https://hub.example:443", false),
        ("http://127.0.0.1:8787/api", "http://127.0.0.1:8787", true),
        ("http://127.9.9.9", "http://127.9.9.9:80", true),
        ("http://localhost:1/", "http://localhost:1", true),
        ("http://[::1]:8080/x", "http://[::1]:8080", true),
        ("http://127.0.0.1.evil.example/", "http://127.0.0.1.evil.example:80", false),
        ("http://127.evil.example/", "http://127.evil.example:80", false),
        ("https://localhost.evil.example/", "https://localhost.evil.example:443", false),
        ("http://10.0.0.1/", "http://10.0.0.1:80", false),
    ]) func originsAndLoopback(text: String, origin: String, isLoopback: Bool) throws {
        let address = try WebAddress(text)
        #expect(address.origin == origin)
        #expect(address.isLoopback == isLoopback)
    }

    @Test(arguments: ["", "hub.example", "ftp://a/b", "file:///etc/passwd", "https://", "http://a b/"])
    func unusableAddresses(text: String) {
        #expect(throws: HTTPError.self) { try WebAddress(text) }
    }

    @Test func credentialsAreRefusedAndNotRepeated() {
        let error = #expect(throws: HTTPError.self) { try WebAddress("https://me:secret@hub.example/") }
        #expect(error?.description.contains("secret") == false)
        #expect(error?.url == "https://…@hub.example/")
    }

    @Test(arguments: [
        ("/api/models/openai-community/gpt2", "https://hub.example/api/models/openai-community/gpt2"),
        ("next?cursor=2", "https://hub.example/api/next?cursor=2"),
        ("https://cdn.example/x", "https://cdn.example/x"),
        ("//cdn.example/x", "https://cdn.example/x"),
    ]) func references(reference: String, text: String) throws {
        #expect(try WebAddress("https://hub.example/api/models").resolving(reference).text == text)
    }
}
