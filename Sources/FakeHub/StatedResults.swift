import JSON

/// Models that state results of their own, as the Hub tags them and gives their `evalResults`.
///
/// Source: the Hub's guide to evaluation results, and what its clients read.
let resultsTag = "eval-results"

/// One in four language models with an owner has results.
func nameResults(_ models: inout [FakeRepo], seed: UInt64) {
    for i in models.indices where models[i].task == "text-generation" && models[i].owner != nil && !models[i].isHostile
    {
        var chance = Chance(seed, "has results", models[i].id)
        if chance.happens(0.25) { models[i].tags.append(resultsTag) }
    }
}

extension World {
    /// Results of every kind: of the repo itself, verified, as a text, with tools, only in a pull request, in a file that cannot
    /// be read. Nil where the Hub tells nothing, also of one model in eight that should have some.
    func statedResults(of model: FakeRepo) -> JSONValue? {
        guard model.tags.contains(resultsTag), let benchmark = datasets.repos.first(where: isBenchmark) else {
            return nil
        }
        var chance = Chance(seed, "results", model.id)
        let dataset: JSONValue = ["id": .string(benchmark.id), "task_id": "default"]
        let value = (chance.share() * 1000).rounded() / 10
        let entry: [String: JSONValue] = [
            "dataset": dataset, "value": .number(value), "date": "2026-08-01T10:00:00.000Z",
            "source": ["url": .string("https://huggingface.co/\(model.id)"), "name": "Model Card", "user": "someone"],
        ]
        func filed(_ data: [String: JSONValue], _ more: [String: JSONValue] = [:]) -> JSONValue {
            .object(["filename": ".eval_results/a.yaml", "data": .object(data)].merging(more) { $1 })
        }
        switch chance.below(8) {
        case 0: return nil
        case 1: return [filed(entry, ["verified": true])]
        case 2: return [filed(entry), filed(entry, ["pullRequest": 7])]
        case 3: return [filed(entry, ["pullRequest": 7])]
        case 4: return [["filename": ".eval_results/a.yaml", "error": "Unexpected key at line 3"]]
        case 5: return [filed(entry.merging(["value": .string("\(value)%")]) { $1 })]
        case 6: return [filed(entry), filed(entry.merging(["value": 99.5, "notes": "With tools"]) { $1 })]
        default: return [.object(entry)]
        }
    }

    private func isBenchmark(_ dataset: FakeRepo) -> Bool { dataset.tags.contains(officialBenchmark) }
}
