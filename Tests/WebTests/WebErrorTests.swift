import Testing
import Web

@Test(
    arguments: [
        (
            .gaveUp(tries: 8, why: "status 504"),
            "u: gave up after 8 tries (status 504); what was collected is kept, run again later to go on from here"
        ),
        (.unreachable("no such host; check the spelling"), "u: not reached: no such host; check the spelling"),
        (
            .asksToWait(seconds: 7200),
            "u: the server asks to wait 120 minutes; what was collected is kept, run again after that"
        ),
        (
            .refused(status: 401, message: "bad key"),
            "u: the server refuses with status 401 (bad key); check the token for this service, or leave it out"
        ),
        (
            .refused(status: 410, message: ""),
            "u: the server refuses with status 410; the service may have moved: tell the project"
        ),
        (.disallowed, "u: the site's robots.txt asks programs not to read this, so it is not read"),
    ] as [(WebError.Reason, String)])
func webErrorsSayWhatToDo(reason: WebError.Reason, text: String) {
    #expect(WebError(reason, at: "u").description == text)
}
