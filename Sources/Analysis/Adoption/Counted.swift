import Catalog
import Censuses
import Core
import Numerics
import Report
import Statistics

/// One counter of one kind of repo, and how it is spread over them.
struct Counted: Equatable {
    /// "models-downloads": for addresses.
    var id: String
    /// "model".
    var noun: String
    /// "downloads".
    var measure: String
    var spread: Distribution
    var provenance: Provenance
    /// The repo whose counter alone holds more than a fifth of all; see `Adoption`.
    var doubted: Census.NamedCount?

    /// "Downloads of models".
    var name: String { "\(Format.capitalized(measure)) of \(noun)s" }

    /// Without the counter that is not believed.
    var believed: ValueCounts { doubted == nil ? spread.spread : spread.spread.withoutGreatest }

    /// What is left out of curves.
    var note: String? {
        doubted.map {
            "The counter of \($0.repoID), \(Format.int($0.value)), is not believed: curves and fits leave it out."
        }
    }

    /// Where all of these come from: each source once, of each kind the most rows; the caveat is the first one’s.
    static func provenance(of counted: [Counted]) -> Provenance {
        var sources: [String] = []
        var rows: [(noun: String, count: Int)] = []
        for next in counted {
            if !sources.contains(next.provenance.source) { sources.append(next.provenance.source) }
            if let i = rows.firstIndex(where: { $0.noun == next.noun }) {
                rows[i].count = max(rows[i].count, next.spread.known)
            } else {
                rows.append((next.noun, next.spread.known))
            }
        }
        return Provenance(
            source: sources.joined(separator: "; "), rows: Format.list(rows.map { Format.count($0.count, $0.noun) }),
            caveat: counted.first?.provenance.caveat ?? "")
    }

    /// Too few rows, or nothing to share, has no curve.
    var isTold: Bool { spread.known >= 100 && believed.sum > 0 }
}

extension Counted {
    /// Downloads and likes of a listing.
    static func of(_ census: Census) -> [Counted] {
        [
            of(census, "downloads", census.downloads, census.mostDownloaded.first),
            of(census, "likes", census.likes, census.mostLiked.first),
        ].filter { $0.spread.known > 0 }
    }

    private static func of(
        _ census: Census, _ measure: String, _ spread: Distribution, _ greatest: Census.NamedCount?
    ) -> Counted {
        let share = spread.sum > 0 ? Double(spread.greatest) / Double(spread.sum) : 0
        // Of few rows one may well hold a fifth; `Adoption` asks for as many.
        let isDoubted = share > Adoption.tooMuch && spread.known >= 100 && spread.sum > spread.greatest
        return Counted(
            id: "\(census.kind.rawValue)-\(measure)", noun: census.noun, measure: measure, spread: spread,
            provenance: census.provenance, doubted: isDoubted && measure == "downloads" ? greatest : nil)
    }

    /// Commits, discussions and contributors of the repos that were asked about.
    static func of(_ facts: AdoptionFacts) -> [Counted] {
        let activity = facts.activity
        let measures: [(String, SourceRow?, (ActivityCounts) -> Int?)] = [
            ("commits", facts.commitsSource, \.commits), ("discussions", facts.discussionsSource, \.discussions),
            ("contributors", facts.commitsSource, \.contributors),
        ]
        return [("models", "model"), ("datasets", "dataset"), ("spaces", "Space")].flatMap { kind, noun in
            measures.compactMap { measure, source, value in
                let repos = activity.filter { $0.kind == kind }
                let values = repos.compactMap(value)
                guard !values.isEmpty else { return nil }
                return Counted(
                    id: "\(kind)-\(measure)", noun: noun, measure: measure,
                    spread: Distribution(of: values, unknown: repos.count - values.count),
                    provenance: Provenance(
                        source: source?.cited ?? "Collection", rows: Format.count(values.count, noun),
                        caveat: "Only of the repos that were asked about, mostly the most liked: not of the whole Hub.")
                )
            }
        }
    }
}

extension Counted {
    /// A power law through the tail, the log-normal of the same tail, and which of the two is likelier.
    struct Fit: Equatable {
        var law: PowerLaw
        var curve: LogNormalTail?
        var test: VuongTest?
        var plausibility: Plausibility
    }

    /// Worlds of the bootstrap: p is precise to ± 0.025.
    static let worlds = 400

    /// Nil where fewer than 100 repos have the counter, or hardly any has any of it.
    var fit: Fit? {
        guard isTold, let law = PowerLaw(believed) else { return nil }
        let curve = LogNormalTail(believed, xmin: law.xmin)
        return Fit(
            law: law, curve: curve, test: curve.flatMap { VuongTest(believed, law, $0) },
            plausibility: law.plausibility(of: believed, worlds: Self.worlds))
    }
}
