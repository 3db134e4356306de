/// Accounts that are nobody: the Hub itself, its services, and programs of others.
///
///     Bots.contains("SFconvertbot")        → true
///     Bots.contains("github-actions[bot]") → true
///     Bots.contains("robot-arm")           → false
///
/// Sources: authors of commits and pull requests on the Hub that its own pages describe, and the bots of the commit lists of
/// December 2024. A name that only ends in "bot" is none: of 190,087 owners in July 2024 hundreds do, and most are people.
enum Bots {
    /// Name → what it is.
    static let known: [String: String] = [
        "system": "the Hub: first commits, imports, renamings",
        "huggingface-web": "the Hub's own editor in the browser",
        "SFconvertbot": "converts weights to safetensors by pull request",
        "leaderboard-pr-bot": "adds results of the Open LLM Leaderboard to cards",
        "librarian-bot": "adds missing metadata to cards",
        "autoevaluator": "adds results of automatic evaluation to cards",
        "modularbot": "a service account of Modular",
        "parquet-converter": "converts datasets to Parquet",
        "github-actions": "continuous integration that syncs a repository",
        "dependabot": "raises versions of dependencies",
    ]

    private static let names = Set(known.keys.map { $0.lowercased() })

    /// Those, in any case, and every name that ends in "[bot]" or "-bot".
    static func contains(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || name.hasSuffix("[bot]") || name.hasSuffix("-bot")
    }
}
