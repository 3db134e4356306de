import Catalog
import Core
import Graph

/// Who commits in repos shared with whom, as Osborne, Ding and Kirk (2024) build it.
///
///     let network = CommitNetwork(of: [CommittedModel(id: "acme/m", people: [ann 3 commits, bob 1 commit])])
///     network.graph: ann → bob with weight 3, bob → ann with weight 1
///
/// Of each repo all who committed are tied: from whoever is named first in a commit to every other committer of the repo, one
/// for each such commit. Who is only ever named second has ties to them and none from them. A repo with one committer ties
/// them to themselves, which is to nobody.
struct CommitNetwork {
    var graph: DirectedGraph
    /// Repos counted, and those left out because too many committed to them for all pairs to be kept.
    var repos: Int
    var leftOut: Int
    /// Repos with one committer alone.
    var solitary: Int

    /// All pairs of a repo are kept up to so many committers, and of all repos up to so many pairs, small repos first.
    static let mostCommitters = 1000
    static let mostPairs = 4_000_000

    /// - Parameter book: what to show in place of accounts; those that are not in it are shown as they are.
    init(of models: [CommittedModel], book: [String: String] = [:]) {
        let accounts = Set(models.lazy.flatMap { $0.people.lazy.map(\.account) })
        // Vertices are ordered by what is shown, so that their order tells nothing else.
        let order = accounts.map { (account: $0, shown: book[$0] ?? $0) }.sorted { $0.shown < $1.shown }
        var numbers: [String: Int] = [:]
        for (number, entry) in order.enumerated() { numbers[entry.account] = number }
        let (kept, leftOut) = Self.bounded(models)
        var edges: [(source: Int, target: Int, weight: Double)] = []
        for model in kept {
            let ends = model.people.map { (number: numbers[$0.account]!, led: Double($0.led)) }
            if ends.count == 1 { edges.append((ends[0].number, ends[0].number, ends[0].led)) }
            for source in ends where source.led > 0 {
                for target in ends where target.number != source.number {
                    edges.append((source.number, target.number, source.led))
                }
            }
        }
        graph = DirectedGraph(names: order.map(\.shown), edges: edges)
        repos = models.count
        self.leftOut = leftOut
        solitary = models.count { $0.people.count == 1 }
    }

    private static func bounded(_ models: [CommittedModel]) -> (kept: [CommittedModel], leftOut: Int) {
        let bySize = models.indices.sorted { (models[$0].people.count, $0) < (models[$1].people.count, $1) }
        var pairs = 0
        var kept: [Int] = []
        for i in bySize {
            let count = models[i].people.count
            pairs += count * (count - 1)
            if count > mostCommitters || pairs > mostPairs { break }
            kept.append(i)
        }
        return (kept.sorted().map { models[$0] }, models.count - kept.count)
    }
}
