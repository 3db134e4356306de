import Core
import JSON

/// Makes models up: originals of the families, models that descend from others, and models that descend from nobody.
struct Invention: Sendable {
    let seed: UInt64
    let owners: Owners

    func models(_ count: Int) -> [FakeRepo] {
        var models = originals(atMost: count / 6)
        var ids = Set(models.map(\.id))
        let originalCount = models.count
        for i in models.count..<max(models.count, count) {
            var chance = Chance(seed, "model", String(i))
            // Descendants may descend from descendants: a quantized finetune of an original.
            let base = chance.happens(0.7) ? chance.skewed(originalCount) : chance.below(models.count)
            var model =
                originalCount > 0 && chance.happens(0.25)
                ? descendant(of: models[base], &chance) : standalone(&chance)
            while !ids.insert(model.id).inserted { model.id += "-\(chance.below(1000))" }
            complete(&model, &chance)
            models.append(model)
        }
        makePopular(&models, originalCount: originalCount, seed: seed)
        return models
    }

    private func originals(atMost count: Int) -> [FakeRepo] {
        let named = Vocabulary.families.flatMap { family in
            family.sizes.isEmpty ? [(family, nil)] : family.sizes.map { (family, Optional($0)) }
        }
        return named.prefix(count).enumerated().map { i, pair in
            var chance = Chance(seed, "original", String(i))
            return original(pair.0, size: pair.1, &chance)
        }
    }

    private func original(_ family: Vocabulary.Family, size: String?, _ chance: inout Chance) -> FakeRepo {
        let name = size.map { "\(family.owner)/\(family.name)-\($0)" } ?? "\(family.owner)/\(family.name)"
        let day = Instant("\(family.since)T00:00:00Z") ?? Floor.first
        let isOld = day <= Floor.first
        let created = isOld ? (chance.happens(0.26) ? Floor.first : Floor.second) : day.later(chance.below(86_400))
        var model = FakeRepo(kind: .models, id: name, createdAt: created)
        model.task = family.task
        model.architecture = family.architecture
        model.license = family.license
        model.languages = ["en"]
        model.parameters = size.map(Size.parameters) ?? 110_106_428
        model.formats = [.safetensors, .pytorch]
        model.library =
            family.task.contains("image-to") || family.task == "text-to-image" ? "diffusers" : "transformers"
        model.hasCard = true
        model.hasConfig = true
        model.gated = family.license.hasPrefix("llama") ? "manual" : family.license == "gemma" ? "auto" : false
        addTags(&model, &chance)
        return model
    }

    private func descendant(of base: FakeRepo, _ chance: inout Chance) -> FakeRepo {
        let relation = chance.pick([
            (FakeRepo.Relation.finetune, 0.45), (.quantized, 0.32), (.adapter, 0.2), (.merge, 0.03),
        ])
        let owner =
            relation == .quantized && chance.happens(0.6) ? chance.pick(Vocabulary.quantizers) : owners.pick(&chance)
        let left = World.today.seconds - base.createdAt.seconds
        let wait = chance.share()
        let created = base.createdAt.later(60 + Int(Double(max(60, left - 60)) * wait * wait))
        var model = FakeRepo(
            kind: .models, id: "\(owner)/\(descendantName(base, relation, &chance))",
            createdAt: min(created, World.today))
        model.baseModels = [base.id]
        model.relation = relation
        if relation == .merge { model.baseModels.append(base.id + "-\(chance.pick(Vocabulary.suffixes))") }
        model.task = base.task
        model.architecture = base.architecture
        model.languages = base.languages
        model.license = chance.happens(0.7) ? base.license : chance.pick(Vocabulary.licenses)
        model.parameters = base.parameters
        switch relation {
        case .quantized: model.formats = [chance.happens(0.7) ? .gguf : .packed]
        case .adapter: model.formats = [.safetensors]
        default: model.formats = [chance.happens(0.8) ? .safetensors : .pytorch]
        }
        model.library = relation == .adapter ? "peft" : relation == .quantized ? nil : base.library
        if relation == .adapter { model.parameters = nil }
        return model
    }

    private func descendantName(_ base: FakeRepo, _ relation: FakeRepo.Relation, _ chance: inout Chance) -> String {
        switch relation {
        case .quantized:
            "\(base.name)-\(chance.pick(["GGUF", "GGUF", "AWQ", "GPTQ", "4bit", "mlx-8bit", "EXL2-6.0bpw"]))"
        case .adapter: "\(base.name)-lora-\(chance.pick(Vocabulary.suffixes))"
        case .merge: "\(base.name)-\(chance.pick(Vocabulary.suffixes))-slerp"
        case .finetune: "\(base.name)-\(chance.pick(Vocabulary.suffixes))"
        }
    }

    private func standalone(_ chance: inout Chance) -> FakeRepo {
        let task = chance.pick(Vocabulary.tasks)
        let owner = owners.pick(&chance)
        let created = chance.happens(0.0395) ? (chance.happens(0.26) ? Floor.first : Floor.second) : day(&chance)
        var model = FakeRepo(kind: .models, id: "\(owner)/\(standaloneName(task, &chance))", createdAt: created)
        model.task = task
        model.library = library(for: task, &chance)
        if chance.happens(0.32) { model.license = chance.pick(Vocabulary.licenses) }
        if chance.happens(0.4) { model.languages = [chance.pick(Vocabulary.languages)] }
        if chance.happens(0.1) { model.datasets = [chance.pick(Vocabulary.corpora)] }
        if chance.happens(0.5) { model.parameters = Size.typical(&chance) }
        if model.parameters != nil { model.formats = [chance.happens(0.6) ? .safetensors : .pytorch] }
        model.architecture =
            model.parameters == nil ? nil : chance.pick(["bert", "roberta", "t5", "gpt2", "llama", "vit"])
        return model
    }

    private func standaloneName(_ task: String, _ chance: inout Chance) -> String {
        let family = chance.pick(Vocabulary.families).name.lowercased()
        switch task {
        case "reinforcement-learning": return chance.pick(Vocabulary.environments)
        case "text-to-image": return "\(chance.pick(Vocabulary.ownerHeads))-style-lora-\(chance.below(100))"
        case "automatic-speech-recognition":
            return "\(family)-\(chance.pick(Vocabulary.languages))-common-\(chance.below(30))"
        case "text-generation":
            let size = chance.happens(0.5) ? "-\(chance.pick(["7B", "1.1b", "0.5B", "135M", "8x7B", "13b"]))" : ""
            return "\(chance.pick(Vocabulary.ownerHeads))gpt\(size)-v\(1 + chance.below(4))"
        default: return "\(family)-finetuned-\(chance.pick(["ner", "imdb", "squad", "emotion", "glue-mrpc", "custom"]))"
        }
    }

    private func day(_ chance: inout Chance) -> Instant {
        let start = Floor.second.seconds + 3600
        let share = chance.share()
        // The Hub grows: the density of days rises a little faster than a straight line.
        return Instant(seconds: start + Int(Double(World.today.seconds - start) * power(share, 0.45)))
    }

    private func library(for task: String, _ chance: inout Chance) -> String {
        switch task {
        case "reinforcement-learning": chance.pick(["stable-baselines3", "ml-agents", "cleanrl"])
        case "text-to-image", "text-to-video", "image-to-image": "diffusers"
        case "sentence-similarity": "sentence-transformers"
        case "image-classification" where chance.happens(0.3): "timm"
        case "automatic-speech-recognition" where chance.happens(0.1): "nemo"
        case "tabular-classification": "sklearn"
        case "robotics": "lerobot"
        case "text-generation" where chance.happens(0.15): "gguf"
        default: "transformers"
        }
    }
}
