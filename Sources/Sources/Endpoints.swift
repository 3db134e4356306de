/// Where the services are.
///
///     Endpoints().hackerNews                                      → "https://hn.algolia.com"
///     Endpoints(mirror: "http://127.0.0.1:8787").hackerNews       → "http://127.0.0.1:8787/hn"
///
/// A mirror answers for all services, each under a name of its own: what tests and rehearsals use.
package struct Endpoints: Equatable, Sendable {
    package var leaderboard = "https://open-llm-leaderboard-open-llm-leaderboard.hf.space"
    package var datasetsServer = "https://datasets-server.huggingface.co"
    package var hackerNews = "https://hn.algolia.com"
    package var wikidata = "https://www.wikidata.org"
    package var wikipedia = "https://en.wikipedia.org"
    package var pageviews = "https://wikimedia.org"
    package var github = "https://api.github.com"
    package var x = "https://api.x.com"

    package init() {}

    package init(mirror: String) {
        let base = mirror.hasSuffix("/") ? String(mirror.dropLast()) : mirror
        leaderboard = "\(base)/leaderboard"
        datasetsServer = "\(base)/datasets-server"
        hackerNews = "\(base)/hn"
        wikidata = "\(base)/wikidata"
        wikipedia = "\(base)/wikipedia"
        pageviews = "\(base)/pageviews"
        github = "\(base)/github"
        x = "\(base)/x"
    }
}
