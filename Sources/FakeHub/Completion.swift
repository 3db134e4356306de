import Core
import JSON

extension Invention {
    /// Takes away what owners leave out, as often as they do, then adds what the Hub computes.
    func complete(_ model: inout FakeRepo, _ chance: inout Chance) {
        // Shares of the list of July 2024: no task 46.7 %, no library 38.8 %, no license 62.2 %.
        let isDescendant = model.relation != nil
        if chance.happens(0.467) { model.task = nil }
        if chance.happens(isDescendant ? 0.1 : 0.388) { model.library = nil }
        if chance.happens(isDescendant ? 0.4 : 0.05) { model.license = nil }
        model.hasCard = isDescendant || model.license != nil || chance.happens(0.5)
        model.hasConfig = model.architecture != nil && chance.happens(0.8)
        if chance.happens(0.01) { model.gated = chance.happens(0.5) ? "auto" : "manual" }
        let age = World.today.seconds - model.createdAt.seconds
        // A few were imported with their history: changed before they were created.
        let change = chance.happens(0.016) ? -86_400 * 30 : Int(Double(max(0, age)) * chance.share() * chance.share())
        model.lastModified = model.createdAt.later(change)
        addTags(&model, &chance)
    }

    func addTags(_ model: inout FakeRepo, _ chance: inout Chance) {
        var tags: [String] = []
        if let library = model.library { tags.append(library) }
        if model.formats.contains(.safetensors) || model.formats.contains(.packed) { tags.append("safetensors") }
        if model.formats.contains(.gguf) { tags.append("gguf") }
        if model.formats.contains(.pytorch) { tags.append("pytorch") }
        if let architecture = model.architecture, model.hasConfig { tags.append(architecture) }
        if let task = model.task { tags.append(task) }
        if model.id.hasSuffix("slerp") { tags += ["merge", "mergekit"] }
        if model.architecture == "mixtral" { tags.append("moe") }
        if model.name.contains("chat") || model.name.contains("instruct") { tags.append("conversational") }
        tags += model.languages
        tags += model.datasets.map { "dataset:\($0)" }
        if chance.happens(0.08) {
            tags.append("arxiv:\(20 + chance.below(6))\(10 + chance.below(3)).\(10_000 + chance.below(9_999))")
        }
        tags += model.baseModels.map { "base_model:\($0)" }
        if let relation = model.relation { tags += model.baseModels.map { "base_model:\(relation.rawValue):\($0)" } }
        if let license = model.license { tags.append("license:\(license)") }
        if model.formats.contains(.safetensors) { tags.append("endpoints_compatible") }
        tags.append("region:us")
        if model.formats.contains(.packed) { tags.append("4-bit") }
        model.tags = tags
    }
}
