/// Words that stand where a location is asked for and are none.
enum Nowhere {
    static func contains(_ part: String) -> Bool {
        words.contains(part) || part.split(separator: " ").allSatisfy { words.contains(String($0)) }
    }

    /// Towns that are words: they count in the company of a country or region only.
    static func isRatherAWord(_ part: String) -> Bool { townsThatAreWords.contains(part) }

    private static let townsThatAreWords: Set<String> = [
        "nice", "reading", "orange", "mobile", "paradise", "bath", "moon", "mars", "hell", "split", "independence",
        "opportunity", "commerce", "enterprise", "industry", "same", "man", "bar", "bor", "police", "most",
    ]

    private static let words: Set<String> = [
        "earth", "planet earth", "mother earth", "world", "the world", "worldwide", "world wide", "global", "globally",
        "remote", "remotely", "fully remote", "everywhere", "anywhere", "nowhere", "somewhere", "here", "there",
        "internet", "the internet", "internets", "the internets", "interwebs", "the interwebs", "web", "the web",
        "world wide web", "www", "online", "cyberspace", "the cloud", "cloud", "localhost", "home", "metaverse",
        "distributed", "decentralized", "virtual", "universe", "the universe", "multiverse", "milky way", "galaxy",
        "solar system", "the moon", "space", "outer space", "sol", "terra", "gaia", "void", "null",
        "undefined", "nan", "none", "unknown", "na", "tbd", "first", "only", "based", "hybrid", "international",
        "europe", "eu", "european union", "asia", "africa", "north america", "south america", "latin america",
        "oceania", "antarctica", "emea", "apac", "latam", "southeast asia", "middle east", "nordics", "scandinavia",
        "latent space", "hugging face", "huggingface", "github", "the", "in", "of", "planet", "your computer",
        "your heart", "matrix", "the matrix", "heaven", "utopia", "wonderland", "atlantis",
        "limbo", "research", "university", "open source", "community",
    ]
}
