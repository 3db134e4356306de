import JSON
import Server

extension FakeHub {
    /// The answer of a fault that replaces the whole of it; nil for faults that spoil a sound answer.
    func replacement(
        for fault: Faults.Kind, _ request: ServerRequest, number: Int, quota: Int
    ) -> ServerResponse? {
        let token = request.header("Authorization") ?? ""
        let text = limitText(token: token, quota: quota)
        switch fault {
        case .tooMany:
            var answer = tooManyRequests(token: token, quota: quota)
            if number.isMultiple(of: 2) { answer.headers.append(("Retry-After", "1")) }
            return answer
        case .html429: return page(429, "429", text)
        case .error200: return error(200, text)
        case .serverError: return error(500, "Internal Error - We're working hard to fix this as soon as possible!")
        case .timeout: return page(504, "504 Gateway Time-out", "")
        case .html200: return page(200, "Be right back", "The site is under maintenance.")
        case .empty: return ServerResponse(json: [])
        case .reset, .short, .truncate, .duplicate, .slow, .utf8: return nil
        }
    }

    func tooManyRequests(token: String, quota: Int) -> ServerResponse {
        error(429, limitText(token: token, quota: quota))
    }

    private func limitText(token: String, quota: Int) -> String {
        if token.isEmpty {
            return
                "We had to rate limit your IP (127.0.0.1). To continue using our service, create a HF account or login "
                + "to your existing account, and make sure you pass a HF_TOKEN if you're using the API."
        }
        return
            "We had to rate limit you, you hit the quota of \(quota) api requests per 5 minutes period. Upgrade to a PRO "
            + "user or Team/Enterprise organization account (https://hf.co/pricing) to get higher limits. "
            + "See https://huggingface.co/docs/hub/rate-limits"
    }

    private func page(_ status: Int, _ title: String, _ text: String) -> ServerResponse {
        ServerResponse(status: status, html: "<html><body><h1>\(title)</h1><p>\(text)</p></body></html>\n")
    }

    private func error(_ status: Int, _ text: String) -> ServerResponse {
        ServerResponse(status: status, json: ["error": .string(text)])
    }
}
