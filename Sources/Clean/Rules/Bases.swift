package import Catalog
package import Core
import Hub

/// Which models a model was made from, and how.
///
///     tags base_model:a/b, base_model:finetune:a/b      → a/b, finetune
///     tag  base_model:gpt2                               → openai-community/gpt2, unknown
///     card base_model ["a/b", "c/d"], relation "merge"   → a/b and c/d, merge
///     baseModels {relation: "quantized", models: [a/b]}  → a/b, quantized
///     its own id                                         → nothing, with a `base.self` diagnostic
///     "my laptop"                                        → nothing, with a `base.bad` diagnostic
///
/// Every statement counts; where one names the relation and another does not, the named one stands. In the order of
/// first mention: `baseModels`, tags, card.
package enum BaseRule {
    /// A base model as stated: an id, perhaps with the relation.
    package struct Statement: Equatable, Sendable {
        package var id: String
        package var relation: String?
        package init(_ id: String, _ relation: String? = nil) {
            self.id = id
            self.relation = relation
        }

        /// Reads what follows "base_model:" in a tag.
        init(tag: Substring) {
            guard let colon = tag.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                self.init(String(tag))
                return
            }
            self.init(String(tag[tag.index(after: colon)...]), String(tag[..<colon]))
        }
    }

    /// The bases that the statements name, of the model with that id.
    package static func read(
        _ statements: [Statement], of id: String, identity: IdentityRule, _ diagnostics: inout [Diagnostic]
    ) -> [BaseModel] {
        var bases: [BaseModel] = []
        for statement in statements {
            let base = identity.current(trimmed(statement.id))
            guard RepoID.isValid(base) else {
                diagnostics.append(Diagnostic("base.bad", at: id, ""))
                continue
            }
            guard base != id else {
                diagnostics.append(Diagnostic("base.self", at: id, ""))
                continue
            }
            let relation = relation(statement.relation)
            if let known = bases.firstIndex(where: { $0.repoID == base }) {
                if bases[known].relation == .unknown { bases[known].relation = relation }
            } else if bases.count < mostBases {
                bases.append(BaseModel(repoID: base, relation: relation))
            } else {
                diagnostics.append(Diagnostic("base.tooMany", at: id, ""))
                break
            }
        }
        return bases
    }

    /// No real merge names as many.
    private static let mostBases = 500

    private static func relation(_ text: String?) -> BaseModel.Relation {
        switch text {
        case "finetune", "finetuned": .finetune
        case "adapter": .adapter
        case "quantized": .quantized
        case "merge", "merged": .merge
        default: .unknown
        }
    }

    private static func trimmed(_ text: String) -> String {
        guard text.utf8.first == UInt8(ascii: " ") || text.utf8.last == UInt8(ascii: " ") || text.hasPrefix("https://")
        else { return text }
        let words = text.split(separator: " ").joined(separator: " ")
        let hub = "https://huggingface.co/"
        return words.hasPrefix(hub) ? String(words.dropFirst(hub.count)) : words
    }
}
