package import Core

/// One organization of the Hub, and where it sits.
package struct CommunityRow: Equatable, Sendable {
    /// What the place is worth.
    package enum Status: String, Sendable {
        /// The project's own table says so, and no other source has been heard.
        case unverified
        /// The table, and another source within 50 km.
        case confirmed
        /// The table, and another source elsewhere.
        case disputed
        /// Other sources alone.
        case collected
        /// Known to have no seat: people in many places.
        case seatless
        case unknown
    }

    /// As on the Hub: "EleutherAI".
    package var name: String
    package var fullName: String?
    /// "company", "university", "lab", "community", "public", "nonprofit".
    package var kind: String?
    package var members: Int?
    package var followers: Int?
    package var models: Int?
    package var datasets: Int?
    package var spaces: Int?
    /// By the Hub.
    package var isVerified: Bool?
    /// Without scheme: "mistral.ai".
    package var website: String?
    package var github: String?
    /// "Q95".
    package var wikidata: String?
    package var place = CommunityPlace()
    /// Of its evidence: "table", "wikidata", …
    package var placeSource: String?
    package var confidence: Double?
    /// When the Hub was last asked.
    package var checked: Day?
    package var status = Status.unknown

    package init(name: String) { self.name = name }
}

/// A town, a country alone, or nothing.
package struct CommunityPlace: Equatable, Sendable {
    package var city: String?
    /// ISO 3166-1 alpha-2.
    package var country: String?
    /// Both or none.
    package var latitude: Double?
    package var longitude: Double?

    package init(
        city: String? = nil, country: String? = nil, latitude: Double? = nil, longitude: Double? = nil
    ) {
        self.city = city
        self.country = country
        self.latitude = latitude
        self.longitude = longitude
    }

    package var isEmpty: Bool { country == nil && latitude == nil }
}

/// What one source says of an organization's place; an empty place where it says something that names none.
package struct CommunityEvidence: Equatable, Sendable {
    package var community: String
    /// "table", "wikidata", "wikipedia", "github".
    package var source: String
    /// In the source's own words, bounded.
    package var claim: String
    package var place: CommunityPlace
    /// From 0 to 1: that it is the right organization, and the place that is meant.
    package var confidence: Double
    package var url: String?
    package var day: Day

    package init(
        community: String, source: String, claim: String, place: CommunityPlace, confidence: Double,
        url: String? = nil, day: Day
    ) {
        self.community = community
        self.source = source
        self.claim = claim
        self.place = place
        self.confidence = confidence
        self.url = url
        self.day = day
    }
}
