import Archive
import Catalog
import Core
import Hub
import JSON
import Sources

/// The repos that are asked about, from the lists that the archive has.
///
///     try Selection(archive: archive, endpoint: "https://huggingface.co", choice: RepoChoice(count: 2)).repos()
///     → models/acme/best, datasets/acme/best, spaces/acme/best, models/acme/second, …
///
/// The most important of each kind come first, so that a walk that is stopped early has the best of all three. Lists of
/// another endpoint or of another part of the Hub do not count; of the others of a kind the newest that was read to its end does.
struct Selection {
    static let kinds = ["models", "datasets", "spaces"]

    let archive: Archive
    let endpoint: String
    let choice: RepoChoice
    /// What a list of a kind must have been asked with: "models" → ["author=Qwen"].
    var filters: [String: [String]] = [:]

    /// Throws `ArchiveError`; a page that cannot be read is left out, cleaning counts it.
    func repos() throws -> [(repo: RepoName, rank: Int)] {
        let lists = try Self.kinds.map { kind in try list(kind).map { try chosen(from: $0.id, kind: kind) } ?? [] }
        var repos: [(repo: RepoName, rank: Int)] = []
        for rank in 0..<(lists.map(\.count).max() ?? 0) {
            for list in lists where rank < list.count { repos.append((list[rank], rank)) }
        }
        return repos
    }

    private func list(_ kind: String) -> Walk? {
        let lists = archive.walks.filter {
            $0.name == kind && $0.records > 0 && isOfEndpoint($0.plan) && isInScope($0.plan, of: kind)
        }
        return lists.last { $0.isFinished } ?? lists.last
    }

    /// A plan begins with its endpoint; "https://huggingface.co" also begins "https://huggingface.company".
    private func isOfEndpoint(_ plan: String) -> Bool {
        guard plan.hasPrefix(endpoint) else { return false }
        let rest = plan.dropFirst(endpoint.count)
        return rest.isEmpty || ["?", ",", " ", ": ", "/api/"].contains { rest.hasPrefix($0) }
    }

    /// "https://huggingface.co?author=Qwen&sort=likes, limit 500" is in the scope of ["author=Qwen"], and of none.
    private func isInScope(_ plan: String, of kind: String) -> Bool {
        let asked = plan.prefix { $0 != "," }.split(separator: "?").dropFirst().first?.split(separator: "&") ?? []
        return (filters[kind] ?? []).allSatisfy { asked.contains($0[...]) }
    }

    private func chosen(from walk: String, kind: String) throws -> [RepoName] {
        var best: [(weight: Int, id: String)] = []
        let most = choice.order == .all ? Int.max : choice.count
        func prune() {
            best.sort { ($1.weight, $0.id) < ($0.weight, $1.id) }
            best.removeLast(max(0, best.count - most))
        }
        let parser = JSONParser()
        try archive.forEachPage(of: walk, onDamage: { _ in }) { page in
            // A page that is no JSON is for cleaning to count; its repos are not asked about.
            guard let items = try? parser.parse(page.body).root.elements else { return }
            for item in items {
                guard let id = item["id"]?.string, RepoID.isValid(id) else { continue }
                best.append((weight(of: item, id: id, kind: kind), id))
            }
            if best.count / 4 > min(most, 1 << 40) + 2500 { prune() }
        }
        prune()
        // A list that moved while it was walked repeats a repo.
        var seen: Set<String> = []
        return best.filter { seen.insert($0.id).inserted }.map { RepoName(kind: kind, id: $0.id) }
    }

    private func weight(of item: JSONView, id: String, kind: String) -> Int {
        switch choice.order {
        case .likes, .all: item["likes"]?.integer ?? 0
        case .downloads: item[kind == "spaces" ? "likes" : "downloads"]?.integer ?? 0
        case .sample: Self.lot(id, seed: choice.seed)
        }
    }

    /// A number that looks drawn and is always the same: FNV-1a, then the last step of SplitMix64.
    static func lot(_ id: String, seed: UInt64) -> Int {
        var hash = id.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (hash ^ (hash >> 31)) >> 1)
    }
}
