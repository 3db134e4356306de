package import Archive
package import Core
package import Hub
package import Web

/// What a source works with while it collects.
package struct Desk: Sendable {
    package var archive: Archive
    package var hub: HubClient
    /// For every server but the Hub.
    package var web: WebClient
    package var endpoints: Endpoints
    /// Collect again what is complete, and begin anew what is not.
    package var isFresh: Bool
    /// Agreed to what costs money.
    package var hasConsent: Bool
    /// Which repositories are asked about one by one.
    package var choice: RepoChoice
    /// Requests of one run, of each source that leaves the rest for the next; nil for what each thinks fit.
    package var requests: Int?
    /// What the lists of repos were asked with, by kind: "models" → ["author=Qwen"]. Only such lists are chosen from.
    package var filters: [String: [String]]
    /// Tokens of services, by the names of their variables; never printed.
    package var environment: [String: String]
    package var time: TimeSource
    package var log: Log

    package init(
        archive: Archive, hub: HubClient, web: WebClient, endpoints: Endpoints = Endpoints(), isFresh: Bool = false,
        hasConsent: Bool = false, choice: RepoChoice = RepoChoice(), requests: Int? = nil,
        filters: [String: [String]] = [:], environment: [String: String] = [:],
        time: TimeSource = .system, log: Log = .silent
    ) {
        self.archive = archive
        self.hub = hub
        self.web = web
        self.endpoints = endpoints
        self.isFresh = isFresh
        self.hasConsent = hasConsent
        self.choice = choice
        self.requests = requests
        self.filters = filters
        self.environment = environment
        self.time = time
        self.log = log
    }
}
