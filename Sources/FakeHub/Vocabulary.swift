/// The words of the invented Hub. Owners and families are made up; tasks, licenses, languages and architectures are the
/// real ones, so that cleaning meets what it will meet.
enum Vocabulary {
    /// Families of models: who makes them, since when, in which sizes.
    struct Family: Sendable {
        var name: String
        var owner: String
        var task: String
        var architecture: String
        var since: String
        /// As the names say it; empty for families that name no size.
        var sizes: [String]
        var license: String
    }

    static let families: [Family] = [
        .init(
            name: "heron-base", owner: "northwind-ai", task: "fill-mask", architecture: "bert", since: "2022-03-02",
            sizes: [], license: "apache-2.0"),
        .init(
            name: "heron-distilled", owner: "northwind-ai", task: "fill-mask", architecture: "distilbert",
            since: "2022-03-02", sizes: [], license: "apache-2.0"),
        .init(
            name: "kite", owner: "open-meadow", task: "text-generation", architecture: "gpt2", since: "2022-03-02",
            sizes: ["124M", "355M", "1.5B"], license: "mit"),
        .init(
            name: "tern-t5", owner: "northwind-ai", task: "text2text-generation", architecture: "t5",
            since: "2022-10-21", sizes: ["60M", "250M", "3B", "11B"], license: "apache-2.0"),
        .init(
            name: "Easel-v1", owner: "ateliers-ouverts", task: "text-to-image", architecture: "stable-diffusion",
            since: "2022-08-22", sizes: [], license: "creativeml-openrail-m"),
        .init(
            name: "Easel-XL-1.0", owner: "ateliers-ouverts", task: "text-to-image", architecture: "stable-diffusion-xl",
            since: "2023-07-26", sizes: [], license: "openrail++"),
        .init(
            name: "murmur", owner: "lattice-speech", task: "automatic-speech-recognition", architecture: "whisper",
            since: "2022-09-21", sizes: ["39M", "244M", "1.55B"], license: "apache-2.0"),
        .init(
            name: "wav-lark-xlsr", owner: "lattice-speech", task: "automatic-speech-recognition",
            architecture: "wav2vec2", since: "2022-03-02", sizes: ["300M", "1B"], license: "apache-2.0"),
        .init(
            name: "Alpaca-Ridge", owner: "ridgeline", task: "text-generation", architecture: "llama",
            since: "2023-02-27", sizes: ["7B", "13B", "70B"], license: "llama2"),
        .init(
            name: "Ridge-3.1", owner: "ridgeline", task: "text-generation", architecture: "llama", since: "2024-07-23",
            sizes: ["8B", "70B", "405B"], license: "llama3.1"),
        .init(
            name: "Mistpine-v0.1", owner: "mistpine", task: "text-generation", architecture: "mistral",
            since: "2023-09-27", sizes: ["7B"], license: "apache-2.0"),
        .init(
            name: "Mixpine-v0.1", owner: "mistpine", task: "text-generation", architecture: "mixtral",
            since: "2023-12-11", sizes: ["8x7B", "8x22B"], license: "apache-2.0"),
        .init(
            name: "Lantern2.5", owner: "lantern-lab", task: "text-generation", architecture: "qwen2",
            since: "2024-09-16", sizes: ["0.5B", "1.5B", "3B", "7B", "14B", "32B", "72B"], license: "apache-2.0"),
        .init(
            name: "Lantern3", owner: "lantern-lab", task: "text-generation", architecture: "qwen3",
            since: "2025-04-28", sizes: ["0.6B", "1.7B", "4B", "8B", "30B-A3B", "235B-A22B"], license: "apache-2.0"),
        .init(
            name: "Lantern3-VL", owner: "lantern-lab", task: "image-text-to-text", architecture: "qwen3_vl",
            since: "2025-09-23", sizes: ["4B", "8B", "32B"], license: "apache-2.0"),
        .init(
            name: "Pebble", owner: "gemstone", task: "text-generation", architecture: "gemma", since: "2024-02-21",
            sizes: ["2b", "7b"], license: "gemma"),
        .init(
            name: "Pebble-3", owner: "gemstone", task: "image-text-to-text", architecture: "gemma3",
            since: "2025-03-12", sizes: ["1b", "4b", "12b", "27b"], license: "gemma"),
        .init(
            name: "Deepwell-R1", owner: "deepwell", task: "text-generation", architecture: "deepseek_v3",
            since: "2025-01-20", sizes: ["671B"], license: "mit"),
        .init(
            name: "TinyFinch-v1.0", owner: "finch-community", task: "text-generation", architecture: "llama",
            since: "2023-12-30", sizes: ["1.1B"], license: "apache-2.0"),
        .init(
            name: "finch", owner: "finch-community", task: "text-generation", architecture: "llama",
            since: "2024-07-15", sizes: ["135M", "360M", "1.7B"], license: "apache-2.0"),
        .init(
            name: "vit-meadow-patch16-224", owner: "open-meadow", task: "image-classification", architecture: "vit",
            since: "2022-03-02", sizes: [], license: "apache-2.0"),
        .init(
            name: "sentinel-minilm-l6-v2", owner: "sentinel-text", task: "sentence-similarity", architecture: "bert",
            since: "2022-03-02", sizes: [], license: "apache-2.0"),
        .init(
            name: "chorus-tts", owner: "lattice-speech", task: "text-to-speech", architecture: "vits",
            since: "2024-11-04", sizes: ["82M"], license: "apache-2.0"),
        .init(
            name: "horizon-ts", owner: "meridian-forecast", task: "time-series-forecasting", architecture: "t5",
            since: "2024-03-13", sizes: ["20M", "710M"], license: "apache-2.0"),
        .init(
            name: "grasp-vla", owner: "handwerk-robotics", task: "robotics", architecture: "smolvla",
            since: "2025-06-03", sizes: ["450M"], license: "apache-2.0"),
    ]

    /// Tasks of models that descend from nobody, by how many of those that state one do so.
    static let tasks: [(String, Double)] = [
        ("text-generation", 220), ("text-classification", 163), ("reinforcement-learning", 109),
        ("text2text-generation", 76), ("text-to-image", 69), ("token-classification", 46),
        ("automatic-speech-recognition", 46), ("image-classification", 33), ("fill-mask", 31),
        ("question-answering", 29), ("feature-extraction", 18), ("sentence-similarity", 16), ("translation", 11),
        ("image-text-to-text", 10), ("text-to-speech", 9), ("robotics", 8), ("object-detection", 7),
        ("summarization", 7), ("audio-classification", 5), ("image-segmentation", 4), ("text-to-video", 3),
        ("tabular-classification", 3), ("time-series-forecasting", 2), ("image-to-image", 2), ("conversational", 2),
        ("zero-shot-classification", 2), ("any-to-any", 1), ("depth-estimation", 1), ("graph-ml", 1),
        ("image-to-3d", 1), ("visual-question-answering", 1),
    ]

    static let licenses: [(String, Double)] = [
        ("apache-2.0", 119), ("mit", 51), ("openrail", 30), ("creativeml-openrail-m", 20), ("other", 16),
        ("cc-by-nc-4.0", 12), ("llama2", 5), ("llama3", 5), ("llama3.1", 4), ("gemma", 4), ("afl-3.0", 4),
        ("cc-by-4.0", 4), ("cc-by-sa-4.0", 3), ("cc-by-nc-sa-4.0", 3), ("gpl-3.0", 2), ("bsd-3-clause", 2),
        ("bigscience-bloom-rail-1.0", 1), ("unknown", 1), ("agpl-3.0", 1), ("wtfpl", 1),
    ]

    static let languages: [(String, Double)] = [
        ("en", 70), ("zh", 7), ("fr", 5), ("de", 4), ("es", 4), ("ja", 3), ("ko", 3), ("ru", 2), ("pt", 2), ("it", 2),
        ("ar", 2), ("hi", 2), ("vi", 1), ("sw", 1), ("tr", 1), ("multilingual", 1), ("code", 1),
    ]

    static let corpora = [
        "meadow/common-pages", "meadow/wiki-en", "open-meadow/dialogs-52k", "lattice-speech/read-aloud",
        "ateliers-ouverts/captions-5m", "sentinel-text/nli-pairs", "finch-community/stories", "glue", "squad", "imdb",
    ]

    static let quantizers = ["gguf-mill", "quantworks", "smallbits", "bitfoundry"]

    static let ownerHeads = [
        "amber", "birch", "cobalt", "delta", "ember", "fjord", "granite", "harbor", "iris", "juniper", "karst",
        "linden",
        "marl", "nova", "ochre", "pine", "quarry", "river", "sable", "tundra", "umber", "vale", "willow", "yarrow",
        "zephyr",
    ]
    static let ownerTails = [
        "labs", "ai", "research", "nlp", "vision", "works", "data", "learning", "mind", "studio", "uni", "hq", "dev",
    ]
    static let people = [
        "mira", "jonas", "aiko", "tomas", "leila", "pavel", "ngozi", "hugo", "sofia", "arun", "yuki", "emre", "clara",
        "diego", "anja", "wei", "fatima", "noah", "ines", "oleg", "priya", "lucas", "hana", "karim", "elsa",
    ]
    static let suffixes = [
        "instruct", "chat", "sft", "dpo", "orpo", "code", "math", "roleplay", "medical", "legal-de", "ja", "ko-v2",
        "reasoning", "long-32k", "uncensored", "v0.2", "test", "checkpoint-1500", "final",
    ]
    static let environments = [
        "ppo-LunarLander-v2", "q-FrozenLake-v1-4x4-noSlippery", "q-Taxi-v3", "ppo-Huggy",
        "dqn-SpaceInvadersNoFrameskip-v4",
        "a2c-PandaReachDense-v3", "Reinforce-CartPole-v1", "ppo-Pyramids",
    ]
}
