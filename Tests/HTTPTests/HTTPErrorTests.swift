import HTTP
import Testing

@Test(
    arguments: [
        (.badURL("w"), false, "u: not a usable address (w); check its spelling"),
        (.insecure, false, "u: plain http is only for this machine (127.0.0.1, ::1, localhost); use https"),
        (.redirectRefused(to: "t"), false, "u: redirects to t, which is not https; ask the server's owner"),
        (.tooManyRedirects(limit: 3), false, "u: more than 3 redirects; ask the server's owner"),
        (.unknownHost, true, "u: no such host; check the spelling and the network"),
        (.cannotConnect("w"), true, "u: cannot connect (w); check that the server runs and the network is up"),
        (.timeout(seconds: 120), true, "u: no whole answer within 120 s; check the network, or try again later"),
        (.tls("w"), false, "u: the server's certificate is not acceptable (w); check clock and network"),
        (.interrupted("w"), true, "u: the connection broke (w); try again"),
        (.bodyTooLarge(limit: 9), false, "u: the answer is longer than 9 bytes; ask for a smaller page"),
        (.clientStopped, false, "u: the HTTP client was stopped before the answer came"),
        (.other("w"), false, "u: the request failed (w)"),
    ] as [(HTTPError.Reason, Bool, String)])
func httpErrorsSayWhatToDo(reason: HTTPError.Reason, isTransient: Bool, text: String) {
    let error = HTTPError(reason, at: "u")
    #expect(error.description == text)
    #expect(error.isTransient == isTransient)
}
