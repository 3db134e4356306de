import Core
import JSON

/// Spaces that use models, the famous ones far more often; a third state none.
func inventSpaces(_ count: Int, using models: [FakeRepo], owners: inout Owners, seed: UInt64) -> [FakeRepo] {
    let famous = models.indices.sorted { (models[$0].downloads ?? 0, $1) > (models[$1].downloads ?? 0, $0) }
    var ids: Set<String> = []
    var spaces = (0..<count).map { i in
        var chance = Chance(seed, "space", String(i))
        let sdk = chance.pick([("gradio", 6.0), ("streamlit", 1), ("docker", 2), ("static", 1)])
        let head = chance.pick(Vocabulary.ownerHeads)
        var id = "\(owners.pick(&chance))/\(head)-\(chance.pick(["demo", "chat", "playground", "arena", "space"]))"
        while !ids.insert(id).inserted { id += "-\(chance.below(1000))" }
        var space = FakeRepo(kind: .spaces, id: id, createdAt: someDay(&chance))
        space.lastModified = space.createdAt.later(chance.below(86_400 * 90))
        space.sdk = sdk
        space.tags = [sdk, "region:us"]
        space.hasCard = true
        if !famous.isEmpty, chance.happens(0.67) {
            for _ in 0...chance.below(3) {
                let model = models[famous[chance.skewed(famous.count)]].id
                if !space.links.contains(model) { space.links.append(model) }
            }
            space.links.sort()
        }
        if chance.happens(0.1) { space.datasets = [chance.pick(Vocabulary.corpora)] }
        return space
    }
    makePopular(&spaces, zeroDownloads: nil, seed: seed)
    return spaces
}

func inventDatasets(_ count: Int, owners: inout Owners, seed: UInt64) -> [FakeRepo] {
    var ids: Set<String> = []
    var datasets = (0..<count).map { i in
        var chance = Chance(seed, "dataset", String(i))
        let subject = chance.pick(["pages", "dialogs", "captions", "reviews", "speech", "code", "legal", "qa-pairs"])
        var id = "\(owners.pick(&chance))/\(chance.pick(Vocabulary.ownerHeads))-\(subject)"
        while !ids.insert(id).inserted { id += "-\(chance.below(1000))" }
        var dataset = FakeRepo(kind: .datasets, id: id, createdAt: someDay(&chance))
        dataset.lastModified = dataset.createdAt.later(chance.below(86_400 * 60))
        if chance.happens(0.35) { dataset.license = chance.pick(Vocabulary.licenses) }
        if chance.happens(0.4) { dataset.languages = [chance.pick(Vocabulary.languages)] }
        if chance.happens(0.3) { dataset.task = chance.pick(Vocabulary.tasks) }
        if chance.happens(0.027) { dataset.gated = chance.happens(0.55) ? "auto" : "manual" }
        dataset.hasCard = dataset.license != nil || chance.happens(0.4)
        dataset.tags = dataset.task.map { ["task_categories:\($0)"] } ?? []
        dataset.tags += dataset.languages.map { "language:\($0)" }
        if let license = dataset.license { dataset.tags.append("license:\(license)") }
        dataset.tags += ["size_categories:\(chance.pick(["n<1K", "1K<n<10K", "10K<n<100K", "1M<n<10M"]))", "region:us"]
        return dataset
    }
    makePopular(&datasets, zeroDownloads: 0.2777, seed: seed)
    return datasets
}

private func someDay(_ chance: inout Chance) -> Instant {
    let start = Floor.second.seconds + 3600
    return Instant(seconds: start + Int(Double(World.today.seconds - start) * power(chance.share(), 0.45)))
}
