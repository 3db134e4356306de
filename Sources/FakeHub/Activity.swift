import Core
import JSON

/// A commit of an invented history.
struct FakeCommit: Sendable {
    var id: String
    var title: String
    /// Names of accounts, and what git was told where there is no account: the Hub does not tell them apart.
    var users: [String]
    var date: Instant

    func json(isFormatted: Bool) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(id), "title": .string(title), "message": "", "date": wireDate(date),
            "authors": .array(
                users.map { ["user": .string($0), "avatar": .string("/avatars/\(id.prefix(24)).svg")] }),
        ]
        if isFormatted { members["formatted"] = ["title": .string(title), "message": ""] }
        return .object(members)
    }
}

/// A discussion or a pull request. The author is nil when the account was deleted.
struct FakeTalk: Sendable {
    var number: Int
    var status: String
    var isPullRequest: Bool
    var createdAt: Instant
    var author: String?
    var comments: Int
}

extension World {
    /// Newest first. More for repos with more likes; by a team where the owner is an organisation.
    func history(of repo: FakeRepo) -> [FakeCommit] {
        var chance = Chance(seed, "commits", repo.kind.rawValue, repo.id)
        var count = 1 + chance.below(8) + (repo.likes > 0 ? chance.below(4 * String(repo.likes).count * 4) : 0)
        if repo.id == busiest { count += 2000 }
        let owner = repo.owner ?? "system"
        let team =
            organizations.contains(owner)
            ? (0...chance.below(4)).map { _ in chance.pick(Vocabulary.people) + "-\(owner)" } : [owner]
        let titles = ["Update README.md", "Upload model", "Update config.json", "Add tokenizer", "Fix typo"]
        var date = repo.createdAt
        let commits = (0..<count).map { i in
            // What is older than the Hub's records was imported by the Hub itself, bots convert weights now and then.
            let isImport = i == 0 && repo.createdAt <= Floor.second
            let user = isImport ? "system" : i > 0 && chance.happens(0.03) ? "SFconvertbot" : chance.pick(team)
            var users = [user]
            // Somebody whose address the Hub does not know, and somebody who helped.
            if i > 0, chance.happens(0.03) { users = [chance.pick(["Ada Example", "ada@example.org", "root"])] }
            if i > 0, chance.happens(0.05) { users.append("\(chance.pick(Vocabulary.people))-helper") }
            defer { date = date.later(60 + chance.below(86_400 * (count > 1000 ? 1 : 9))) }
            return FakeCommit(
                id: chance.hex(40), title: i == 0 ? "initial commit" : chance.pick(titles), users: users, date: date)
        }
        return commits.reversed()
    }

    /// The owner closed them; now and then, and never where most is going on.
    func hasClosedDiscussions(_ repo: FakeRepo) -> Bool {
        var chance = Chance(seed, "closed", repo.kind.rawValue, repo.id)
        return repo.id != busiest && chance.happens(0.02)
    }

    /// Newest first. None for most repos without likes.
    func talks(about repo: FakeRepo) -> [FakeTalk] {
        var chance = Chance(seed, "discussions", repo.kind.rawValue, repo.id)
        let count =
            repo.likes > 0 ? Int(power(Double(repo.likes), 0.7) * chance.share()) : chance.happens(0.025) ? 1 : 0
        let span = max(3600, World.today.seconds - repo.createdAt.seconds)
        return (1..<(count + 1)).reversed().map { number in
            let isPull = chance.happens(0.4)
            return FakeTalk(
                number: number, status: chance.pick(["open", "open", "closed", isPull ? "merged" : "closed"]),
                isPullRequest: isPull, createdAt: repo.createdAt.later(span * number / (count + 1)),
                author: chance.happens(0.04) ? nil : "\(chance.pick(Vocabulary.people))\(chance.below(500))",
                comments: 1 + chance.below(9))
        }
    }
}

extension FakeTalk {
    func json(about repo: FakeRepo, in world: World) -> JSONValue {
        let owner = repo.owner ?? ""
        var members: [String: JSONValue] = [
            "num": .integer(number), "status": .string(status), "isPullRequest": .bool(isPullRequest),
            "title": .string("\(isPullRequest ? "Pull request" : "Question") \(number)"),
            "createdAt": wireDate(createdAt),
            "repo": ["name": .string(repo.id), "type": .string(String(repo.kind.rawValue.dropLast()))],
            "numComments": .integer(comments), "topReactions": [], "numReactionUsers": 0, "pinned": false,
            "repoOwner": [
                "name": .string(owner), "type": .string(world.organizations.contains(owner) ? "org" : "user"),
                "isParticipating": false, "isDiscussionAuthor": .bool(author == owner),
            ],
        ]
        if let author {
            var chance = Chance(0, "account", author)
            members["author"] = [
                "_id": .string(chance.hex(24)), "name": .string(author), "fullname": .string(author), "type": "user",
                "avatarUrl": .string("/avatars/\(chance.hex(8)).svg"), "isPro": false, "isHf": false,
                "isHfAdmin": false, "isMod": false, "followerCount": .integer(chance.below(50)),
                "isUserFollowing": false,
            ]
        }
        return .object(members)
    }
}
