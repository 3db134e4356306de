import JSON
import Server

extension World {
    /// `/api/models/…`: one repo, its commits, its discussions.
    func repository(
        _ kind: FakeRepo.Kind, _ parts: [String], _ request: ServerRequest
    ) throws(Refusal) -> ServerResponse {
        let actions = ["revision", "commits", "discussions", "treesize"]
        // Ids without an owner have one part; an id with one has two.
        let hasOwner = parts.count > 1 && !actions.contains(parts[1])
        let id = parts.prefix(hasOwner ? 2 : 1).joined(separator: "/")
        let rest = Array(parts.dropFirst(hasOwner ? 2 : 1))
        guard let repo = listing(kind).repo(id) else {
            if kind == .models, let renamed = renames[id] { return redirect(to: renamed, rest, request) }
            throw missing(request)
        }
        switch (rest.first, rest.count) {
        case (nil, _), ("revision", 2):
            let projection = try Projection(kind: kind, request.query, isSingle: true)
            return ServerResponse(json: wire(repo, projection.fields, in: self))
        case ("commits", 2): return try commits(of: repo, revision: rest[1], request)
        case ("discussions", 1): return try discussions(of: repo, request)
        case ("treesize", 2...): return try treeSize(of: repo, revision: rest[1])
        default: throw missing(request)
        }
    }

    /// To an anonymous caller a missing repo looks like a private one.
    private func missing(_ request: ServerRequest) -> Refusal {
        request.header("Authorization") == nil
            ? Refusal(401, "Invalid username or password.", code: "RepoNotFound")
            : Refusal(404, "Repository not found", code: "RepoNotFound")
    }

    private func redirect(to id: String, _ rest: [String], _ request: ServerRequest) -> ServerResponse {
        let path = (["/api/models", Percent.encode(id, keeping: "/")] + rest.map { Percent.encode($0) })
            .joined(separator: "/")
        let query = request.target.split(separator: "?", maxSplits: 1).dropFirst().first.map { "?\($0)" } ?? ""
        let text = "Temporary Redirect. Redirecting to \(path)\(query)"
        return ServerResponse(status: 307, text: text, headers: [("Location", path + query)])
    }

    private func commits(
        of repo: FakeRepo, revision: String, _ request: ServerRequest
    ) throws(Refusal) -> ServerResponse {
        guard revision == "main" || revision.hasPrefix("refs/") || revision.count == 40 else {
            throw Refusal(404, "Invalid rev id: \(revision)", code: "RevisionNotFound")
        }
        let all = history(of: repo)
        let limit = try wholeNumber("limit", in: request, default: 100, least: 1, most: 1000)
        let page = try wholeNumber("p", in: request, default: 0, least: 0, most: 1_000_000)
        let isFormatted = (request.values("expand") + request.values("expand[]")).contains("formatted")
        let items = all.dropFirst(page * limit).prefix(limit).map { $0.json(isFormatted: isFormatted) }
        var answer = ServerResponse(json: .array(Array(items)))
        answer.headers.append(("X-Total-Count", String(all.count)))
        if (page + 1) * limit < all.count { answer.headers.append(nextLink(request, ["p": String(page + 1)])) }
        return answer
    }

    private func discussions(of repo: FakeRepo, _ request: ServerRequest) throws(Refusal) -> ServerResponse {
        guard !hasClosedDiscussions(repo) else { throw Refusal(403, "Discussions are disabled for this repository") }
        let pageSize = 50
        let type = request.value("type") ?? "all"
        let status = request.value("status") ?? "all"
        let ofType = talks(about: repo).filter { type == "all" || $0.isPullRequest == (type == "pull_request") }
        let wanted = ofType.filter { status == "all" || ($0.status == "open") == (status == "open") }
            .filter { request.value("author") == nil || $0.author == request.value("author") }
        let page = try wholeNumber("p", in: request, default: 0, least: 0, most: 1_000_000)
        let items = wanted.dropFirst(page * pageSize).prefix(pageSize).map { $0.json(about: repo, in: self) }
        var members: [String: JSONValue] = [
            "discussions": .array(Array(items)), "count": .integer(wanted.count), "start": .integer(page * pageSize),
        ]
        // Only the first page tells it.
        if page == 0 { members["numClosedDiscussions"] = .integer(ofType.count { $0.status != "open" }) }
        return ServerResponse(json: .object(members))
    }
}
