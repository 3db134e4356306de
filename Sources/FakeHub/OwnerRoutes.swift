import JSON
import Server

extension World {
    /// - Throws: `Refusal` with status 404, also for the name of a person.
    func organization(_ name: String) throws(Refusal) -> ServerResponse {
        guard organizations.contains(name) else { throw Refusal(404, "This organization does not exist") }
        var chance = Chance(seed, "organization", name)
        var members = counts(of: name)
        members.merge(
            [
                "_id": .string(chance.hex(24)), "name": .string(name), "fullname": .string(name), "type": "org",
                "avatarUrl": .string("/avatars/\(name).svg"), "isVerified": .bool(chance.happens(0.3)),
                "isFollowing": false, "numUsers": .integer(1 + chance.below(60)),
                "numFollowers": .integer(chance.below(5000)), "numBuckets": 0, "numKernels": 0,
            ], uniquingKeysWith: { $1 })
        return ServerResponse(json: .object(members))
    }

    /// - Throws: `Refusal` with status 404, also for the name of an organization.
    func user(_ name: String) throws(Refusal) -> ServerResponse {
        let counts = counts(of: name)
        guard !organizations.contains(name), counts.values.contains(where: { $0 != 0 }) else {
            throw Refusal(404, "This user does not exist")
        }
        var chance = Chance(seed, "user", name)
        var members = counts
        members.merge(
            [
                "_id": .string(chance.hex(24)), "user": .string(name), "fullname": .string(name), "type": "user",
                "avatarUrl": .string("/avatars/\(name).svg"), "isPro": .bool(chance.happens(0.05)),
                "createdAt": wireDate(Floor.first), "numDiscussions": 0, "numPapers": 0, "numUpvotes": 0,
                "numLikes": .integer(chance.below(50)), "numFollowing": .integer(chance.below(10)),
                "numFollowers": .integer(chance.below(100)), "numFollowingOrgs": 0, "orgs": [],
            ], uniquingKeysWith: { $1 })
        return ServerResponse(json: .object(members))
    }

    private func counts(of owner: String) -> [String: JSONValue] {
        [
            "numModels": .integer(models.count(ownedBy: owner)),
            "numDatasets": .integer(datasets.count(ownedBy: owner)),
            "numSpaces": .integer(spaces.count(ownedBy: owner)),
        ]
    }
}

extension Listing {
    fileprivate func count(ownedBy owner: String) -> Int { repos.count { $0.owner == owner } }
}
