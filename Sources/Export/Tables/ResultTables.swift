import Catalog

extension ExportTable {
    private static let board = "leaderboard"

    static let leaderboard = ExportTable(
        name: "leaderboard", meaning: "Results of leaderboards, a measured model a row.", subjects: [.leaderboard],
        columns: [
            .init("source", .text, "source", "The table it is from; see sources.", from: board, isAlwaysThere: true),
            .init("key", .text, "key", "The result's name in that table.", from: board, isAlwaysThere: true),
            .init("board", .text, "board", "Which leaderboard.", from: board, isAlwaysThere: true),
            .init("version", .text, "version", "Which of its versions.", from: board, isAlwaysThere: true),
            .init("model", .text, "model", "The model as the table names it.", from: board, isAlwaysThere: true),
            .init("precision", .text, "precision", "In which numbers it ran.", from: board),
            .init("revision", .text, "revision", "Of which commit.", from: board),
            .init("has_chat_template", .flag, "has_chat_template", "Asked as in a conversation.", from: board),
            .init("type", .text, "type", "pretrained, chat and so on, as the table says.", from: board),
            .init("weight_type", .text, "weight_type", "Original, Delta or Adapter.", from: board),
            .init("architecture", .text, "architecture", "The class of its code.", from: board),
            .init("parameters", .integer, "parameters", "As the table states them.", from: board),
            .init("average", .number, "average", "The mean of its scores.", from: board),
            .init("co2_kg", .number, "co2_kg", "CO₂ of measuring it, not of training.", from: board),
            .init("is_flagged", .flag, "is_flagged", "Marked by the leaderboard.", from: board),
            .init("is_mixture_of_experts", .flag, "is_mixture_of_experts", "Of experts.", from: board),
            .init("is_merged", .flag, "is_merged", "Merged of several.", from: board),
            .init("is_available", .flag, "is_available", "Still on the Hub then.", from: board),
            .init("is_official", .flag, "is_official", "By its provider.", from: board),
            .init("is_verified", .flag, "is_verified", "Measured by others than its owner.", from: board),
            .init("submitted_on", .day, "submitted_on", "Day of the request.", from: board),
            .init("uploaded_on", .day, "uploaded_on", "Day of the model.", from: board),
            .init("generation", .integer, "generation", "How many steps from a base.", from: board),
            .init("base", .text, "base", "What it was made from.", from: board),
        ], rows: .query("FROM leaderboard_results ORDER BY source, key"))

    static let leaderboardScores = ExportTable(
        name: "leaderboard_scores", meaning: "The scores behind those results, a benchmark a row.",
        subjects: [.leaderboard],
        columns: [
            .init("source", .text, "r.source", "The table it is from.", from: board, isAlwaysThere: true),
            .init("key", .text, "r.key", "The result in that table.", from: board, isAlwaysThere: true),
            .init("model", .text, "r.model", "The model as the table names it.", from: board, isAlwaysThere: true),
            .init("benchmark", .text, "s.benchmark", "Which benchmark.", from: board, isAlwaysThere: true),
            .init("raw", .number, "s.raw", "As measured.", from: board),
            .init("normalized", .number, "s.normalized", "With guessing as zero, of 100.", from: board),
        ],
        rows: .query(
            "FROM leaderboard_scores s JOIN leaderboard_results r ON r.id = s.result ORDER BY r.source, r.key, s.benchmark"
        ))

    private static let community = "communities"

    static let communities = ExportTable(
        name: "communities", meaning: "Organizations that make models, and where they sit; no persons.",
        subjects: [.communities],
        columns: [
            .init("community", .text, "community", "The account.", from: community, isAlwaysThere: true),
            .init("full_name", .text, "full_name", "What the organization calls itself.", from: community),
            .init("kind", .text, "kind", "company, university, lab and so on.", from: community),
            .init("members", .integer, "members", "Members on the Hub.", from: community),
            .init("followers", .integer, "followers", "Followers on the Hub.", from: community),
            .init("models", .integer, "models", "Models on the Hub.", from: community),
            .init("datasets", .integer, "datasets", "Datasets on the Hub.", from: community),
            .init("spaces", .integer, "spaces", "Spaces on the Hub.", from: community),
            .init("is_verified", .flag, "is_verified", "Verified by the Hub.", from: community),
            .init("website", .text, "website", "Its website.", from: community),
            .init("github", .text, "github", "Its account on GitHub.", from: community),
            .init("wikidata", .text, "wikidata", "Its item on Wikidata.", from: community),
            .init("city", .text, "city", "Where its seat is.", from: "see place_source"),
            .init("country", .text, "country", "ISO 3166.", from: "see place_source"),
            .init("latitude", .number, "latitude", "Of the city.", from: "see place_source"),
            .init("longitude", .number, "longitude", "Of the city.", from: "see place_source"),
            .init("place_source", .text, "place_source", "Who says so.", from: community),
            .init("confidence", .number, "confidence", "How sure that is, 0 to 1.", from: community),
            .init("checked_on", .day, "checked_on", "When it was looked up.", from: community),
            .init("status", .text, "status", "Whether the place is confirmed.", from: community, isAlwaysThere: true),
        ], rows: .query("FROM communities ORDER BY community"))
}
