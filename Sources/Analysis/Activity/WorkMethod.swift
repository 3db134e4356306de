import Catalog
import Report

extension Work {
    var method: [Sentence] {
        var method: [Sentence] = []
        if !records.changes.isEmpty { method.append(ofChanges) }
        if !records.repos.isEmpty { method += [ofCommits, ofHours, ofDiscussions] }
        if !licenses.rows.isEmpty { method.append(ofLicenses) }
        if !records.pairs.isEmpty { method.append(ofPairs) }
        return method
    }

    private var ofChanges: Sentence {
        """
        A repo counts as never touched again when its last change came less than 24 hours after its creation. Whether it is left \
        alone can only be told once it has had time to change: the share is of models that were \(Format.words(Catalog.settledDays)) days old \
        or more on the day of the newest list; younger ones have a bar of their own. Any change counts, also one to the card. \
        A repo from before the Hub noted creations (2 March 2022) has no such time, and one whose last change an earlier list \
        told may have changed since. A last change before the creation, as clocks have it, counts as none. \
        Where nineteen of twenty models or more never changed, the list is doubted and not the models.
        """
    }

    private var ofCommits: Sentence {
        """
        Commits are those of the main branch as the Hub counts them, bots included. Contributors are the accounts named in them: \
        bots and the Hub’s own accounts are left out, and so are authors whose name is no account’s. Both of a repo’s newest count; \
        contributors and the time from first commit to last only of repos whose history was read to its end.
        """
    }

    private var ofHours: Sentence {
        """
        Hours and weekdays are in UTC, for the Hub does not say where a person is: an evening in California is a morning \
        here. With fewer than \(Format.int(Self.fewestCommits)) commits, one for each hour of a week, no week is drawn.
        """
    }

    private var ofDiscussions: Sentence {
        """
        Discussions include pull requests, as on the Hub. Closed ones include those that were merged. A repo that closed its \
        discussions to everyone has no number, and is not counted as having none.
        """
    }

    private var ofLicenses: Sentence {
        """
        Licenses are compared as by Osborne, Ding and Kirk (2024), in three groups: permissive; restrictive, which are copyleft, \
        responsible AI, community and non-commercial; and none stated. Licenses of which we only know that they are none of \
        the usual are in no group, and a group of fewer than \(Format.words(LicenseComparison.fewest)) models is not compared. The tests go by \
        ranks: Kruskal and Wallis (1952) over all groups, with η² of the ranks as effect; Mann and Whitney (1947) between any two, with \
        ties, and the rank-biserial correlation, from −1 to 1. Their p are adjusted after Holm (1979) for all pairs of both \
        measures. A license is no cause here: well-known models have more hands and more often a license.
        """
    }

    private var ofPairs: Sentence {
        """
        Two repos share a contributor when one account committed to both. Only pairs with two such persons or more are known \
        and shown, as numbers: one alone would tell about a person.
        """
    }

    var tables: [TitledTable] { [licenses.table, pairsTable].compactMap(\.self) }

    private var pairsTable: TitledTable? {
        let pairs = records.pairs.prefix(Self.mostPairs)
        guard !pairs.isEmpty else { return nil }
        return TitledTable(
            id: "pairs", title: "Repos that the same people work on",
            text: "Pairs with most contributors in common, bots apart.",
            table: Table(
                id: "activity-pairs",
                columns: [
                    (Column("left", "Repo", .text), .texts(pairs.map { Self.plain($0.left) })),
                    (Column("right", "And", .text), .texts(pairs.map { Self.plain($0.right) })),
                    (Column("people", "People in common", .count), .integers(pairs.map(\.people))),
                ]))
    }

    /// "acme/a" of "models/acme/a"; other kinds keep theirs.
    private static func plain(_ name: String) -> String {
        name.hasPrefix("models/") ? String(name.dropFirst("models/".count)) : name
    }
}
