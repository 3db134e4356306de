import Graph
import Report

extension Network {
    var method: [Sentence] {
        guard people != nil || organizations != nil else { return [] }
        return [
            people == nil ? .empty : construction, organizations == nil ? .empty : ofOrganizations, measured, drawn,
        ]
        .filter { !$0.isEmpty }
    }

    private var construction: Sentence {
        let left = commits?.leftOut ?? 0
        let bound: Sentence =
            left == 0
            ? .empty
            : " \(number: Format.count(left, "model")) with the most committers \(left == 1 ? "ties" : "tie") nobody here: their pairs "
                + "alone would be more than all others."
        return .paragraph([
            """
            The network is built as by Osborne, Ding and Kirk (2024): of each model everyone who committed to it is tied to \
            everyone else who did, from whoever is named first in a commit to all others of the model, with one unit of weight for \
            each such commit. Who is the only one to have committed to a model is tied to nobody by it. Bots and the Hub’s own \
            bot accounts are left out, and so are authors whose name is no account’s; people who work for it are not. One person with \
            two accounts counts as two.
            """, bound,
            """
            By this rule two who share a model are tied both ways unless one of them never stands first in a commit, so \
            reciprocity is high by construction; the weighted one (Squartini and others, 2013) says whether they give as much as \
            they take. The paper found 89\u{202F}% of developers to be isolates in the whole Hub of October 2023, high reciprocity, \
            and a core and periphery; these are the paper’s, over all models, and ours are of the models whose histories were read.
            """,
        ])
    }

    private var ofOrganizations: Sentence {
        """
        Two organizations are tied when at least two accounts, bots and the Hub’s own bot accounts apart, committed to models, \
        datasets or Spaces of both; the weight is how many. One person alone who links two would be a person’s affair, so such pairs are kept nowhere. An owner \
        that commits is a person and no organization. Who employs somebody is not known here, nor which accounts \
        are of one company.
        """
    }

    private var measured: Sentence {
        let estimate: Sentence =
            switch betweenness {
            case .some(let between) where !between.isExact:
                " Betweenness is estimated from the shortest paths that begin at \(number: Format.int(between.sources)) people drawn "
                    + "by chance (Brandes and Pich, 2007)."
            case .some: " Betweenness is exact (Brandes, 2001)."
            case .none: .empty
            }
        return """
            Components, cores, clustering, assortativity, communities and places are computed by igraph, each on pairs without direction; \
            isolates count in density and as isolates only. Communities are found by the Leiden algorithm (Traag, Waltman and van Eck, 2019) with \
            modularity as its aim and a fixed seed; another seed, or other names, may put single vertices elsewhere. The core and periphery is the \
            discrete model of Borgatti and Everett (1999) on the largest part: of the cores that take the vertices with the most \
            ties, one, two, three and so on, the one whose pattern correlates best with the ties.
            """ + estimate
    }

    private var drawn: Sentence {
        """
        Places are computed when the site is built: each group by springs (Fruchterman and Reingold, 1991), above \
        \(Format.int(Picture.mostSprings)) by DrL (Martin and others, 2011), with a fixed seed; then the groups are packed \
        around the largest. Isolates are not drawn. Of more than \(Format.int(DrawnTies.most)) ties a picture has everybody’s \
        heaviest, and the still that stands here before the page’s script runs has at most a thousand; measures are of all ties.
        """
    }
}
