import Hub
import Testing

@Test(
    arguments: [
        (.refused(status: 400, message: "no"), "u: the server refuses with status 400 (no); check the filters"),
        (
            .refused(status: 401, message: ""),
            "u: the server refuses with status 401; check the name, and the token in HF_TOKEN or .env"
        ),
        (
            .refused(status: 404, message: ""),
            "u: the server refuses with status 404; check the name and --endpoint"
        ),
        (
            .refused(status: 302, message: ""),
            "u: the server refuses with status 302; check --endpoint, or try again later"
        ),
        (
            .foreignHost(endpoint: "e"),
            "u: not on the endpoint e, so it is not asked; check --endpoint, or tell the server's owner"
        ),
        (
            .cursorStands,
            "u: the list comes back to a page it gave before; what was collected is kept, tell the server's owner"
        ),
        (.badToken("w"), "u: w; correct the token or leave it out"),
    ] as [(HubError.Reason, String)])
func hubErrorsSayWhatToDo(reason: HubError.Reason, text: String) {
    #expect(HubError(reason, at: "u").description == text)
}
