import Core
import JSON
import Server

extension World {
    /// What services that count mentions answer; nil for a path that is none of theirs.
    func mentions(_ parts: [String], _ request: ServerRequest) throws(Refusal) -> ServerResponse? {
        let path = parts.joined(separator: "/")
        if path == "hn/api/v1/search_by_date" { return try searchNews(request) }
        if ["x/2/tweets/counts/recent", "x/2/tweets/counts/all"].contains(path) { return try countPosts(request) }
        guard path.hasPrefix("pageviews/api/rest_v1/metrics/pageviews/per-article/") else { return nil }
        return try countViews(Array(parts.dropFirst(6)))
    }

    /// `/x/2/tweets/counts/recent` and `…/all`: an invented number of posts for each day of the span.
    ///
    /// - Throws: `Refusal` with status 401 without a token or with the token "refused", 400 for a span of more than 31 days or none.
    func countPosts(_ request: ServerRequest) throws(Refusal) -> ServerResponse {
        let token = request.header("Authorization") ?? ""
        guard token.hasPrefix("Bearer "), token != "Bearer refused" else { throw Refusal(401, "Unauthorized") }
        guard let query = request.value("query"), request.value("granularity") == "day",
            let from = request.value("start_time").flatMap({ Instant($0) })?.day,
            let to = request.value("end_time").flatMap({ Instant($0) })?.day, (1...31).contains(to.number - from.number)
        else { throw Refusal(400, "Invalid Request") }
        let days = (from.number..<to.number).map { number -> (day: Day, count: Int) in
            var chance = Chance(seed, "posts", query, "\(number)")
            return (Day(number: number), chance.below(5000))
        }
        let data = days.map { day, count -> JSONValue in
            [
                "start": .string("\(day)T00:00:00.000Z"),
                "end": .string("\(Day(number: day.number + 1))T00:00:00.000Z"),
                "tweet_count": .integer(count),
            ]
        }
        return ServerResponse(json: [
            "data": .array(data), "meta": ["total_tweet_count": .integer(days.reduce(0) { $0 + $1.count })],
        ])
    }

    /// `/pageviews/api/rest_v1/metrics/pageviews/per-article/PROJECT/ACCESS/AGENT/TITLE/monthly/FROM/TO`
    ///
    /// - Throws: `Refusal` with status 404 for an article without views: here, one whose title begins with Z.
    func countViews(_ parts: [String]) throws(Refusal) -> ServerResponse {
        guard parts.count == 7, parts[4] == "monthly", !parts[3].hasPrefix("Z"), let from = month(parts[5]),
            let to = month(parts[6]), from <= to
        else { throw Refusal(404, "The date(s) you used are valid, but we either do not have data for those date(s)") }
        let items = (from...to).map { month -> JSONValue in
            var chance = Chance(seed, "views", parts[3], "\(month)")
            return [
                "project": .string(parts[0]), "article": .string(parts[3]), "granularity": "monthly",
                "timestamp": .string("\("\(month)".filter { $0 != "-" })0100"), "access": .string(parts[1]),
                "agent": .string(parts[2]), "views": .integer(1000 + chance.below(100_000)),
            ]
        }
        return ServerResponse(json: ["items": .array(items)])
    }

    private func month(_ stamp: String) -> Month? {
        stamp.utf8.count == 10 ? Month("\(stamp.prefix(4))-\(stamp.dropFirst(4).prefix(2))") : nil
    }
}
