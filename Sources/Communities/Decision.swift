import Catalog
import Core
import Gazetteer

/// One organization, one place: what is chosen from all that is said.
enum Decision {
    /// Nearer than this two sources mean the same place: a city and its suburb.
    static let agreementKilometers = 50.0
    /// What is less sure is no place.
    static let leastConfidence = 0.25

    struct Outcome: Equatable {
        var place = CommunityPlace()
        var source: String?
        var confidence: Double?
        var status: CommunityRow.Status
        /// Two sources that name places far from one another, in words.
        var conflicts: [String] = []
    }

    /// The table wins; else the surest, at equal sureness the first in the order of trust.
    static func make(seat: CuratedOrganization.Seat?, evidence: [CommunityEvidence]) -> Outcome {
        var outcome = Outcome(status: .unknown, conflicts: conflicts(evidence))
        if case .some(.none) = seat {
            outcome.status = .seatless
            outcome.source = "table"
            return outcome
        }
        let placed = evidence.filter { !$0.place.isEmpty && $0.confidence >= leastConfidence }
        let table = placed.first { $0.source == "table" }
        let surest = placed.reduce(nil as CommunityEvidence?) { best, e in
            best.map { e.confidence > $0.confidence ? e : $0 } ?? e
        }
        guard let chosen = table ?? surest else { return outcome }
        (outcome.place, outcome.source, outcome.confidence) = (chosen.place, chosen.source, chosen.confidence)
        outcome.status = table == nil ? .collected : status(of: chosen, others: placed)
        if outcome.status == .confirmed { outcome.confidence = 1 }
        return outcome
    }

    private static func status(of table: CommunityEvidence, others: [CommunityEvidence]) -> CommunityRow.Status {
        let others = others.filter { $0.source != "table" }
        func apart(_ e: CommunityEvidence) -> Double? { kilometers(table.place, e.place) }
        if others.contains(where: { apart($0).map { $0 <= agreementKilometers } ?? false }) { return .confirmed }
        // A guess by a name contradicts nobody.
        let isDisputed = others.contains { $0.confidence >= 0.5 && apart($0) != nil }
        return isDisputed ? .disputed : .unverified
    }

    private static func conflicts(_ evidence: [CommunityEvidence]) -> [String] {
        guard let first = evidence.first(where: { $0.place.latitude != nil }) else { return [] }
        return evidence.compactMap { other in
            guard let apart = kilometers(first.place, other.place), apart > agreementKilometers else { return nil }
            return "\(first.source) \(first.claim), \(other.source) \(other.claim): \(Int(apart)) km"
        }
    }

    private static func kilometers(_ a: CommunityPlace, _ b: CommunityPlace) -> Double? {
        a.gazetteer.kilometers(to: b.gazetteer)
    }
}

extension CommunityPlace {
    init(_ place: Place) {
        self.init(
            city: place.town, country: place.country, latitude: place.latitude, longitude: place.longitude)
    }

    fileprivate var gazetteer: Place {
        Place(town: city, country: country ?? "", latitude: latitude, longitude: longitude, confidence: 1)
    }
}
