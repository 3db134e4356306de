import Catalog

/// The tags of one repo, sorted by what they say; read once, used by every rule.
///
///     ["transformers", "gguf", "en", "license:mit", "arxiv:1810.04805", "base_model:a/b", "region:us"]
///     → plain ["transformers", "gguf", "en"], prefixed [], licenses ["mit"], papers ["1810.04805"], bases [a/b], marks gguf
struct TagFacts {
    var licenses: [String] = []
    var papers: [String] = []
    var datasets: [String] = []
    var bases: [BaseRule.Statement] = []
    /// `language:` and `task_categories:`, which only datasets have.
    var languages: [String] = []
    var tasks: [String] = []
    /// Tags without a prefix, in their order.
    var plain: [String] = []
    /// Tags with a prefix that no column is made of: "diffusers:FluxPipeline". What the Hub itself adds is left out.
    var prefixed: [String] = []

    init(_ tags: [String]) {
        plain.reserveCapacity(tags.count)
        for tag in tags {
            guard let colon = tag.utf8.firstIndex(of: UInt8(ascii: ":")) else {
                plain.append(tag)
                continue
            }
            let rest = tag[tag.index(after: colon)...]
            switch tag[..<colon] {
            case "license": licenses.append(String(rest))
            case "arxiv", "arXiv": papers.append(String(rest))
            case "dataset": datasets.append(String(rest))
            case "base_model": bases.append(BaseRule.Statement(tag: rest))
            case "language": languages.append(String(rest))
            case "task_categories": tasks.append(String(rest))
            case "region", "doi", "deploy", "dataset_size", "size_categories": break
            default: prefixed.append(tag)
            }
        }
    }
}

/// What single words among the tags say.
struct TagMarks {
    var formats: Set<String> = []
    var bits: [Int] = []
    var architecture: String?
    var isMerge = false
    var isMixtureOfExperts = false
    var isConversational = false
    var isAdapter = false
    /// A method of quantization that packs several weights into one stored number.
    var isPacked = false

    init(_ plain: [String]) {
        for tag in plain {
            guard let meaning = Self.table[tag] else { continue }
            switch meaning {
            case .format(let name): formats.insert(name)
            case .bits(let count): bits.append(count)
            case .architecture(let name): architecture = architecture ?? name
            case .merge: isMerge = true
            case .mixture: isMixtureOfExperts = true
            case .conversational: isConversational = true
            case .adapter: isAdapter = true
            case .packed: isPacked = true
            case .packedFormat(let name):
                formats.insert(name)
                isPacked = true
            }
        }
        if let architecture { isMixtureOfExperts = isMixtureOfExperts || Architectures.areMixtures(architecture) }
    }

    /// Whether a column of the row says what the tag says; case makes no other tag.
    ///
    ///     "GGUF"                → true      formats
    ///     "4-bit" of 4 bits     → true
    ///     "llama" of a mixtral  → false
    ///     "lora", "gptq"        → false     no column has the method
    static func isTaken(_ tag: String, by row: ModelRow) -> Bool {
        guard let meaning = table[tag] ?? table[tag.lowercased()] else { return false }
        return switch meaning {
        case .format(let name), .packedFormat(let name): row.formats.contains(name)
        case .bits(let bits): row.weightBits == bits
        case .architecture(let name): row.architecture == name
        case .merge: row.isMerge
        case .mixture: row.isMixtureOfExperts
        case .conversational: row.isConversational
        case .adapter, .packed: false
        }
    }

    private enum Meaning {
        case format(String), packedFormat(String), bits(Int), architecture(String)
        case merge, mixture, conversational, adapter, packed
    }

    private static let table: [String: Meaning] = {
        var table: [String: Meaning] = [:]
        for family in Architectures.known { table[family] = .architecture(family) }
        for format
            in "safetensors pytorch tf jax onnx gguf ggml keras rust openvino coreml tflite paddlepaddle tensorrt"
            .split(
                separator: " ")
        {
            table[String(format)] = .format(String(format))
        }
        table["tf-keras"] = .format("keras")
        for tag in ["TensorRT", "tensorrt-llm", "TensorRT-LLM"] { table[tag] = .format("tensorrt") }
        table["mlx"] = .packedFormat("mlx")
        for bits in 1...8 {
            table["\(bits)-bit"] = .bits(bits)
            table["\(bits)bit"] = .bits(bits)
            table["int\(bits)"] = .bits(bits)
        }
        for (tag, bits) in [("fp8", 8), ("fp4", 4), ("nvfp4", 4), ("mxfp4", 4), ("nf4", 4), ("w4a16", 4), ("w8a8", 8)] {
            table[tag] = .bits(bits)
        }
        for tag in ["merge", "mergekit", "lazymergekit", "moerge", "model-merge"] { table[tag] = .merge }
        for tag in ["moe", "MoE", "mixture-of-experts", "mixture of experts"] { table[tag] = .mixture }
        table["conversational"] = .conversational
        for tag in ["lora", "LoRA", "peft", "adapter", "qlora", "adapterhub"] { table[tag] = .adapter }
        for tag in [
            "gptq", "awq", "GPTQ", "AWQ", "bitsandbytes", "exl2", "exl3", "hqq", "aqlm", "compressed-tensors", "nvfp4",
        ] {
            if table[tag] == nil { table[tag] = .packed }
        }
        return table
    }()
}
