/// The accounts of the invented Hub, a few of which own much.
struct Owners: Sendable {
    private(set) var all: [String]
    private(set) var organizations: Set<String>

    init(seed: UInt64, count: Int) {
        let famous = unique(Vocabulary.families.map(\.owner) + Vocabulary.quantizers)
        organizations = Set(Vocabulary.families.map(\.owner))
        all = famous
        var seen = Set(famous)
        var chance = Chance(seed, "owners")
        while all.count < count + famous.count {
            let isOrganization = chance.happens(0.12)
            let owner = isOrganization ? organization(&chance) : person(&chance)
            guard seen.insert(owner).inserted else { continue }
            if isOrganization { organizations.insert(owner) }
            all.append(owner)
        }
    }

    /// Any account; the first ones far more often.
    func pick(_ chance: inout Chance) -> String { all[chance.skewed(all.count)] }
}

private func organization(_ chance: inout Chance) -> String {
    let name = "\(chance.pick(Vocabulary.ownerHeads))-\(chance.pick(Vocabulary.ownerTails))"
    return chance.happens(0.5) ? name : "\(name)-\(chance.below(999))"
}

private func person(_ chance: inout Chance) -> String {
    let name = chance.pick(Vocabulary.people)
    switch chance.below(4) {
    case 0: return "\(name)\(chance.below(10_000))"
    case 1: return "\(name)-\(chance.pick(Vocabulary.ownerHeads))\(chance.below(100))"
    case 2: return "\(name)_\(chance.hex(4))"
    default: return "\(chance.pick(Vocabulary.ownerHeads)).\(name)\(chance.below(1000))"
    }
}

private func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}
