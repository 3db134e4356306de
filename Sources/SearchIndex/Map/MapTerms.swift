package import Catalog

/// The words by which regions of the map may be named: each model's task, library, family, tags, and the words of its name.
///
///     var terms = MapTerms()
///     terms.append(row)       "openai/whisper-large-v3", automatic-speech-recognition
///     terms.words(of: 0)      → ["automatic speech recognition", "transformers", "whisper", "large"]
///
/// Words that differ only in case and separators are one. Sizes, versions and letters alone name nothing and are left out.
/// Words are whatever outsiders wrote: who shows them shows text.
package struct MapTerms: Sendable {
    private var numbers: [String: Int32] = [:]
    /// By number.
    private(set) var texts: [String] = []
    private var offsets: [Int32] = [0]
    private var terms: [Int32] = []

    package init() {}

    /// How many models.
    package var count: Int { offsets.count - 1 }

    subscript(model: Int) -> ArraySlice<Int32> { terms[Int(offsets[model])..<Int(offsets[model + 1])] }

    package func words(of model: Int) -> [String] { self[model].map { texts[Int($0)] } }

    package mutating func append(_ row: ModelRow) {
        let start = terms.count
        for text in [row.task, row.library, row.architecture].compactMap({ $0 }) + row.tags {
            add(Self.folded(text), from: start)
        }
        let name = row.repoID.split(separator: "/", maxSplits: 1).last ?? ""
        for word in name.utf8.split(whereSeparator: Self.isSeparator) {
            if let text = String(word) { add(Self.folded(text), from: start) }
        }
        offsets.append(Int32(terms.count))
    }

    private mutating func add(_ text: String, from start: Int) {
        guard terms.count - start < Self.mostTerms, Self.names(text) else { return }
        let number = numbers[text] ?? Int32(texts.count)
        if Int(number) == texts.count {
            numbers[text] = number
            texts.append(text)
        }
        if !terms[start...].contains(number) { terms.append(number) }
    }
}

extension MapTerms {
    private static let mostTerms = 24
    private static let longest = 28
    /// Words that say how a model was made or stored, not what it is.
    private static let empty: Set<String> = [
        "model", "models", "the", "test", "new", "my", "final", "and", "for", "with", "from", "base", "version",
        "other",
        "demo", "output", "license", "custom code", "generated from trainer", "trainer", "endpoints template", "hub",
        "checkpoint", "checkpoints", "epoch", "epochs", "exp", "step", "steps", "train", "trained", "training", "tuned",
        "tuning", "finetune", "finetuned", "finetuning", "fine tuned", "large", "small", "tiny", "medium", "mini",
        "big",
        "cased", "uncased", "transformers", "pytorch", "tensorflow", "safetensors", "tensorboard", "keras",
        "pytorch model hub mixin", "model hub mixin", "text generation inference", "text embeddings inference",
        "adapter transformers", "results", "run", "sweep", "seed", "data", "dataset", "full", "merged", "eval results",
        "model index", "has space", "en", "using", "all", "original", "latest", "best", "last", "first", "unsloth bnb",
    ]

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 0x2D || byte == 0x5F || byte == 0x2E || byte == 0x2F || byte == 0x20
    }

    /// "Text-Generation" → "text generation".
    private static func folded(_ text: String) -> String {
        let words = text.lowercased().split { "-_ ".contains($0) }
        return words.joined(separator: " ")
    }

    /// Three letters or more, not mostly digits, nothing but letters, digits and what joins them.
    private static func names(_ text: String) -> Bool {
        guard text.first?.isNumber == false else { return false }
        var letters = 0
        var digits = 0
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic {
                letters += scalar.value > 0x2E7F ? 2 : 1
            } else if scalar.properties.numericType != nil {
                digits += 1
            } else if !" .+".unicodeScalars.contains(scalar) {
                return false
            }
        }
        return letters >= 3 && letters + digits <= longest && 3 * digits <= 2 * letters && !empty.contains(text)
    }
}
