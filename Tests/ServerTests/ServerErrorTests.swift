import Server
import Testing

@Suite struct ServerErrorTests {
    @Test(arguments: [
        (ServerError.Reason.portInUse, "another program listens there; choose another port, or 0 for any free one"),
        (.notAllowed, "not allowed to listen there; choose a port above 1023"),
        (.other("odd"), "cannot listen (odd); try another port"),
    ])
    func saysWhereWhyAndWhatToDo(reason: ServerError.Reason, words: String) {
        #expect(ServerError(reason, port: 80).description == "127.0.0.1:80: \(words)")
    }
}
