import Catalog
import Censuses
import Core
import Report
import Statistics

/// Who is used? How downloads, likes and work are spread over repos, owners and countries.
///
///     AdoptionPage(censuses: material.censuses, facts: facts).page.lede.plain
///     // "Half of the models on the Hub were not downloaded at all in 30 days. The top 1 % of models hold 98.9 % …"
struct AdoptionPage {
    /// The leading list of models.
    let leading: Census?
    /// The leading lists of models, datasets and Spaces.
    let lists: [Census]
    let facts: AdoptionFacts
    let counted: [Counted]
    let fits: [(counted: Counted, fit: Counted.Fit?)]
    /// Of whole lists of models, oldest first.
    let shares: [OwnerShares]

    static let listed = 20

    init(censuses: [Census], facts: AdoptionFacts) {
        leading = censuses.leading(.models)
        self.facts = facts
        let lists = [leading, censuses.leading(.datasets), censuses.leading(.spaces)].compactMap(\.self)
        self.lists = lists
        counted = lists.flatMap { Counted.of($0) } + Counted.of(facts)
        fits = counted.map { (counted: $0, fit: $0.fit) }
        shares = censuses.filter { $0.kind == .models && $0.source.coverage == .whole }
            .sorted { $0.source.day < $1.source.day }.map { OwnerShares($0, countries: facts.countries) }
    }

    var page: Page {
        let use = SpaceUse(used: facts.used, source: facts.usedSource)
        let figures = [
            TailFigure(counted: fits).figure, LorenzFigure(counted: counted, census: leading).figure,
            ActorsFigure(lists: lists, facts: facts, shares: shares.last).figure,
            HistoryFigure(shares: shares).figure, use.figure,
        ]
        let tables = [spreadTable, fitTable, fieldTable, ownerTable, countryTable, use.table]
        return Page(
            id: "adoption", name: "Adoption", plate: 7, question: "Who is used?", lede: lede,
            figures: figures.compactMap(\.self), tables: tables.compactMap(\.self),
            shows: counted.isEmpty ? [] : shows, method: counted.isEmpty ? [] : method,
            next: PageLink(page: "network", text: "Who works with whom?"),
            nextText: "Behind every model stand people; some stand behind many.", findings: findings)
    }

    /// "0.43", "below 0.001".
    static func pWords(_ p: Double) -> String {
        p < 0.001 ? "below 0.001" : Format.decimal(p, digits: p < 0.01 ? 3 : 2)
    }
}

extension AdoptionPage {
    var lede: Sentence {
        guard let leading, leading.downloads.known > 0 else {
            return """
                No list of this atlas says how often a model was downloaded: “hubatlas collect models” brings one.
                """
        }
        guard leading.downloads.sum > 0 else {
            return "Not one of \(number: Format.count(leading.rows, "model")) was downloaded in 30 days."
        }
        return .paragraph([zeroSentence(leading), Adoption(leading)?.sentence ?? tooFew(leading), lawSentence])
    }

    private func tooFew(_ census: Census) -> Sentence {
        """
        \(number: Format.count(census.downloads.known, "model")) \(census.downloads.known == 1 ? "is" : "are") too few to speak of \
        a top 1\u{202F}%.
        """
    }

    private func zeroSentence(_ census: Census) -> Sentence {
        let share = census.downloads.shareAtZero ?? 0
        if share == 0 { return "Every model of \(census.place) was downloaded in 30 days." }
        let words = Format.capitalized(Wording.fraction(share))
        return """
            \(words) of the models of \(census.place) (\(number: Format.percent(share))) were not downloaded at all in 30 days.
            """
    }

    /// What the fits say of downloads.
    private var lawSentence: Sentence {
        guard let fit = fits.first(where: { $0.counted.id == "models-downloads" })?.fit else { return .empty }
        let alpha = Format.decimal(fit.law.alpha, digits: 2)
        let least: Sentence = "with \(number: Format.int(fit.law.xmin)) downloads or more"
        let stands = fit.plausibility.p >= 0.1
        switch (stands, fit.test?.verdict) {
        case (true, .logNormal):
            return "Of models " + least
                + " each tenfold may take the same share away: that is a power law (α \(number: alpha)), but a log-normal is likelier."
        case (true, _):
            return "Of models " + least
                + " each tenfold takes the same share away: that is a power law (α \(number: alpha))."
        case (false, .powerLaw):
            return "Models " + least
                + " thin out almost evenly, but their counters miss even the law that fits best, a power law (α \(number: alpha)), "
                + "likelier than a log-normal."
        case (false, .logNormal):
            return "Models " + least
                + " do not thin out evenly: their counters follow no power law, and a log-normal is likelier."
        case (false, _):
            return "Models " + least
                + " thin out by no simple rule: their counters follow no exact power law, and a log-normal is no likelier."
        }
    }

    var findings: [Finding] {
        guard let leading, leading.downloads.sum > 0 else { return [] }
        var findings = [
            Finding(
                id: "adoption.gini",
                sentence: """
                    \(fits.contains { $0.counted.doubted != nil } ? "With every counter, downloads" : "Downloads") of \
                    \(leading.nouns) are spread with a Gini coefficient of \
                    \(number: Format.decimal(leading.downloads.gini, digits: 5)), likes with \
                    \(number: leading.likes.sum > 0 ? Format.decimal(leading.likes.gini, digits: 5) : Format.unknown).
                    """, page: "adoption", provenance: leading.provenance)
        ]
        if !lawSentence.isEmpty {
            findings.append(
                Finding(id: "adoption.law", sentence: lawSentence, page: "adoption", provenance: leading.provenance))
        }
        if let share = shares.last, share.census == leading, let index = share.downloads,
            let first = share.greatest.first
        {
            findings.append(
                Finding(
                    id: "adoption.owners",
                    sentence: """
                        By owner, downloads of \(leading.placeAndDay) have a Herfindahl index of \
                        \(number: Format.decimal(index, digits: 3)), as if \
                        \(number: Format.int(Int((1 / index).rounded()))) owners of one size had them all; \(first.owner) has \
                        most\(share.doubted == nil ? "" : ". One doubted counter is left out").
                        """, page: "adoption", provenance: leading.provenance))
        }
        return findings
    }
}
