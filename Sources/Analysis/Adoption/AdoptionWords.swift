import Core
import Report

/// What the page shows and how it is computed.
extension AdoptionPage {
    var shows: [Sentence] {
        [
            """
            The first picture asks how many have at least so much. A straight line in it is a power law: there is no usual size, and \
            each tenfold takes the same share away. The accent line is the law that fits the tail best, the dashed one the log-normal \
            of the same tail; both begin where the law does.
            """,
            """
            The second is read from the top, or as Lorenz drew it in 1905: from the poorest up. The further the curve from the \
            diagonal, the fewer hold the most.
            """, missing,
        ].filter { !$0.isEmpty }
    }

    /// What a collection would add.
    private var missing: Sentence {
        var parts: [String] = []
        if !counted.contains(where: { $0.measure == "commits" }) {
            parts.append("commits, discussions and contributors (“hubatlas collect commits discussions”)")
        }
        if !counted.contains(where: { $0.noun == "Space" }) { parts.append("Spaces (“hubatlas collect spaces”)") }
        if !counted.contains(where: { $0.noun == "dataset" }) { parts.append("datasets (“hubatlas collect datasets”)") }
        guard !parts.isEmpty else { return .empty }
        return "Not in this atlas: \(Format.list(parts))."
    }

    var method: [Sentence] {
        [
            """
            Downloads are those of the last 30 days. The top 1\u{202F}% are as many rows as a hundredth of all, rounded down; the Gini \
            coefficient is the plain one (Gini 1912), zeros included; the Herfindahl index is the sum of squared shares (Hirschman \
            1945, Herfindahl 1950), with owners without a known place as one country of their own. It is given for whole lists only: \
            of a selection it would say how the selection was made.
            """,
            """
            The power law is that of whole numbers, p(x) = x^−α / ζ(α, xmin), as in Clauset, Shalizi and Newman (2009): α by maximum \
            likelihood, xmin as the value whose law lies nearest to its tail (Kolmogorov and Smirnov), of all values with at least \
            \(Format.int(50)) repos above them. Its p is the share of \(Format.int(Counted.worlds)) worlds invented by the law, and \
            below xmin drawn from what was seen, whose own best law lies as far off; the same seed gives the same worlds.
            """,
            """
            The log-normal is that of the same tail, a whole number being all that rounds to it. Which of the two is likelier is \
            Vuong’s test (1989): the sum of differences of log-likelihoods over its standard deviation, decided at p below 0.05. Zeros \
            are in neither. One counter that alone holds more than a fifth of all downloads is not believed: curves, fits and \
            indices leave it out, and the first table has it.
            """,
        ]
    }
}
