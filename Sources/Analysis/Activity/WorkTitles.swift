import Catalog
import Report

/// What bars of one measure say: the group that has most of what is asked for, and the one that has least.
///
///     Work.title("contributors", stacks)  → "43 % of datasets are the work of one person, of models 27 %"
extension Work {
    /// Of a smaller group a title says nothing.
    static let fewestTold = 30

    private struct Claim {
        /// Of these classes.
        var classes: Range<Int>
        var words: String
        /// Whether discussions are counted, and not repos.
        var isOfDiscussions = false
    }

    private static let claims: [String: Claim] = [
        "contributors": Claim(classes: 1..<2, words: "are the work of one person"),
        "commits": Claim(classes: 3..<5, words: "have more than 20 commits"),
        "change": Claim(classes: 0..<1, words: "last changed within a day of their creation"),
        "span": Claim(classes: 0..<1, words: "have a history of less than a day"),
        "discussions": Claim(classes: 0..<1, words: "have no discussion"),
        "open": Claim(classes: 1..<2, words: "are still open", isOfDiscussions: true),
        "requests": Claim(classes: 1..<2, words: "are pull requests", isOfDiscussions: true),
    ]

    /// Nil where no group is large enough.
    static func title(_ measure: String, _ stacks: [Stack]) -> String? {
        guard let claim = claims[measure] else { return nil }
        let told = stacks.filter { $0.measure == measure && $0.total >= fewestTold }
        // Whether it is left alone can only be told of what is old enough.
        let settled = told.filter { !$0.group.hasSuffix(youngerSuffix) }
        let shares = (settled.isEmpty ? told : settled).map { stack in
            (group: stack.group, share: Double(stack.counts[claim.classes].reduce(0, +)) / Double(stack.total))
        }
        guard let most = shares.max(by: { $0.share < $1.share }), let least = shares.min(by: { $0.share < $1.share })
        else { return nil }
        let of = claim.isOfDiscussions ? "discussions of " : ""
        if most.share == 0 {
            return "None of the \(of)\(Format.list(shares.map { subject($0.group) })) \(claim.words)"
        }
        let first = "\(Format.wholePercent(most.share)) of \(of)\(subject(most.group)) \(claim.words)"
        if shares.count == 1 { return first }
        if Format.wholePercent(most.share) == Format.wholePercent(least.share) {
            let others = Format.list(shares.map { subject($0.group) })
            return "\(Format.wholePercent(most.share)) of \(of)\(others) alike \(claim.words)"
        }
        let end = least.share == 0 ? "none" : Format.wholePercent(least.share)
        return "\(first), of \(those(least.group)) \(end)"
    }

    static let youngerSuffix = ", younger"

    /// "datasets", "models of 90 days or more", "models under permissive licenses".
    private static func subject(_ group: String) -> String { licensed(group).map { "models \($0)" } ?? kind(group) }
    /// The same where models were named before.
    private static func those(_ group: String) -> String { licensed(group).map { "those \($0)" } ?? kind(group) }

    private static func licensed(_ group: String) -> String? {
        guard let licenseClass = licenseNames.first(where: { $0.value == group })?.key else { return nil }
        return switch licenseClass {
        case .none: "without a license"
        case .responsibleAI: "under responsible AI licenses"
        default: "under \(group.lowercased()) licenses"
        }
    }

    private static func kind(_ group: String) -> String {
        let name = group.hasPrefix("Spaces") ? group : group.lowercased()
        return name.replacing(
            ", \(Catalog.settledDays) days old or more", with: " of \(Catalog.settledDays) days or more"
        )
        .replacing(youngerSuffix, with: " younger than \(Catalog.settledDays) days")
    }
}
