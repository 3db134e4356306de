import Catalog

/// Organizations by the people who committed to models of both, as `Catalog.countCollaborations` counts them over all repos.
///
///     OrganizationPairs.among(models, people: ["ann"]) → acme and zeta, 3 people
enum OrganizationPairs {
    static let fewestInCommon = 2

    /// - Parameter people: accounts that commit anywhere; an owner that is one of them is a person.
    static func among(_ models: [CommittedModel], people: Set<String>) -> [Collaboration] {
        var owners: [String: Set<String>] = [:]
        for model in models {
            guard let slash = model.id.firstIndex(of: "/") else { continue }
            let owner = String(model.id[..<slash])
            guard !people.contains(owner) else { continue }
            for person in model.people where person.commits > 0 { owners[person.account, default: []].insert(owner) }
        }
        var counts: [Pair: Int] = [:]
        for list in owners.values where list.count > 1 {
            let list = list.sorted()
            for (i, left) in list.enumerated() {
                for right in list[(i + 1)...] { counts[Pair(left: left, right: right), default: 0] += 1 }
            }
        }
        return counts.filter { $0.value >= fewestInCommon }
            .map { Collaboration(left: $0.left, right: $0.right, people: $1) }
            .sorted { ($0.left, $0.right) < ($1.left, $1.right) }
    }

    private struct Pair: Hashable {
        var left: String
        var right: String
    }
}
