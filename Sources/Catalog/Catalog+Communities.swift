import Core
import SQLite

extension Catalog {
    /// Puts a community in, in place of one of its name, with everything that is said of its place.
    package func upsert(_ row: CommunityRow, evidence: [CommunityEvidence]) throws {
        try inCatalogWords {
            try statement("INSERT OR REPLACE INTO communities VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)").run(
                row.name, row.fullName, row.kind, row.members, row.followers, row.models, row.datasets, row.spaces,
                row.isVerified, row.website, row.github, row.wikidata, row.place.city, row.place.country,
                row.place.latitude, row.place.longitude, row.placeSource, row.confidence, row.checked?.number,
                row.status.rawValue)
            try statement("DELETE FROM community_evidence WHERE community = ?").run(row.name)
            for (i, e) in evidence.enumerated() {
                try statement("INSERT INTO community_evidence VALUES (?,?,?,?,?,?,?,?,?,?,?)").run(
                    row.name, e.source, i, e.claim, e.place.city, e.place.country, e.place.latitude,
                    e.place.longitude, e.confidence, e.url, e.day.number)
            }
        }
    }

    /// Every community, by name.
    package func communities() throws -> [CommunityRow] {
        try inCatalogWords {
            try database.prepare("SELECT * FROM communities ORDER BY community").all { s in
                var row = CommunityRow(name: try s.neededString(0))
                (row.fullName, row.kind) = (s.string(1), s.string(2))
                (row.members, row.followers) = (s.int(3), s.int(4))
                (row.models, row.datasets, row.spaces) = (s.int(5), s.int(6), s.int(7))
                row.isVerified = s.int(8).map { $0 != 0 }
                (row.website, row.github, row.wikidata) = (s.string(9), s.string(10), s.string(11))
                row.place = Self.place(s, from: 12)
                (row.placeSource, row.confidence) = (s.string(16), s.double(17))
                row.checked = s.int(18).map { Day(number: $0) }
                row.status = try known(try s.neededString(19))
                return row
            }
        }
    }

    /// Everything that is said of communities' places, by the community, in the order of trust.
    package func allEvidence() throws -> [String: [CommunityEvidence]] {
        try inCatalogWords {
            let read = try database.prepare("SELECT * FROM community_evidence ORDER BY community, position")
            return Dictionary(grouping: try read.all(Self.evidence), by: \.community)
        }
    }

    /// How many datasets or Spaces of the catalog each account owns, as its name is written there.
    ///
    ///     try catalog.repoCounts(of: .datasets)  → ["acme": 3, "Qwen": 12]
    package func repoCounts(of kind: CountedKind) throws -> [String: Int] {
        try inCatalogWords {
            let read = try database.prepare(
                "SELECT owner, count(*) FROM \(kind.repos) WHERE owner IS NOT NULL GROUP BY owner")
            return Dictionary(uniqueKeysWithValues: try read.all { (try $0.neededString(0), try $0.neededInt(1)) })
        }
    }

    /// What is said of a community's place, in the order of trust.
    package func evidence(of community: String) throws -> [CommunityEvidence] {
        try inCatalogWords {
            let read = try statement("SELECT * FROM community_evidence WHERE community = ? ORDER BY position")
            try read.bind(1, community)
            return try read.all(Self.evidence)
        }
    }

    private static func evidence(_ s: Statement) throws -> CommunityEvidence {
        CommunityEvidence(
            community: try s.neededString(0), source: try s.neededString(1), claim: try s.neededString(3),
            place: Self.place(s, from: 4), confidence: s.double(8) ?? 0, url: s.string(9),
            day: Day(number: try s.neededInt(10)))
    }

    private static func place(_ s: Statement, from column: Int) -> CommunityPlace {
        CommunityPlace(
            city: s.string(column), country: s.string(column + 1), latitude: s.double(column + 2),
            longitude: s.double(column + 3))
    }
}
