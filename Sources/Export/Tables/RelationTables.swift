import Catalog

extension ExportTable {
    static let lineage = ExportTable(
        name: "lineage", meaning: "Which model was made from which, as their owners state it; an edge a row.",
        subjects: [.models],
        columns: [
            .init("model", .text, "m.repo_id", "The model that was made.", from: "tags", isAlwaysThere: true),
            .init(
                "position", .integer, "b.position", "Which of its bases, from 0 on.", from: "tags", isAlwaysThere: true),
            .init("base", .text, "b.base", "What it was made from.", from: "tags", isAlwaysThere: true),
            .init(
                "relation", .text, "b.relation", "finetune, adapter, quantized, merge, unknown.", from: "tags",
                isAlwaysThere: true),
            .init(
                "is_base_listed", .flag, "EXISTS (SELECT 1 FROM models o WHERE o.repo_id = b.base)",
                "Whether the base is in the table of models.", from: "list of models", isAlwaysThere: true),
        ], rows: .query("FROM bases b JOIN models m ON m.id = b.model ORDER BY m.repo_id, b.position"))

    static let spaceModels = uses("model", of: "space_models")
    static let spaceDatasets = uses("dataset", of: "space_datasets")

    private static func uses(_ used: String, of table: String) -> ExportTable {
        ExportTable(
            name: table, meaning: "Which Space names which \(used); a link a row.", subjects: [.spaces],
            columns: [
                .init("space", .text, "s.repo_id", "The Space.", from: "list of Spaces", isAlwaysThere: true),
                .init(
                    used, .text, "u.\(used)", "The \(used) that it names.", from: "list of Spaces", isAlwaysThere: true),
            ], rows: .query("FROM \(table) u JOIN spaces s ON s.id = u.space ORDER BY s.repo_id, u.\(used)"))
    }

    static let mentions = ExportTable(
        name: "mentions", meaning: "How many posts name a family or a model, by source and month; zero is counted.",
        subjects: [.mentions],
        columns: [
            .init("source", .text, "x.source", "Where the posts are.", from: "mentions", isAlwaysThere: true),
            .init("family", .text, "x.family", "The family of models.", from: "mentions", isAlwaysThere: true),
            .init(
                "model", .text, "nullif(x.model, '')", "The model or line; missing for the family as a whole.",
                from: "mentions"),
            .init("month", .month, "x.month", "The month's first day.", from: "mentions", isAlwaysThere: true),
            .init("posts", .integer, "x.count", "Posts that name it.", from: "mentions", isAlwaysThere: true),
            .init("all_posts", .integer, "t.posts", "All posts of that month.", from: "mentions"),
        ],
        rows: .query(
            """
            FROM mentions x LEFT JOIN mention_totals t ON t.source = x.source AND t.month = x.month
            ORDER BY x.source, x.family, x.model, x.month
            """))

    static let sources = ExportTable(
        name: "sources", meaning: "Where everything comes from.", subjects: [],
        columns: [
            .init("key", .text, "key", "The source's name in other tables.", from: "HubAtlas", isAlwaysThere: true),
            .init("title", .text, "title", "What it is.", from: "HubAtlas", isAlwaysThere: true),
            .init("subject", .text, "subject", "What its rows are about.", from: "HubAtlas", isAlwaysThere: true),
            .init("day", .day, "day", "The day it is of.", from: "HubAtlas", isAlwaysThere: true),
            .init("url", .text, "url", "Where it was fetched.", from: "HubAtlas"),
            .init("license", .text, "license", "Under which terms.", from: "the source"),
            .init("coverage", .text, "coverage", "whole, slice or selection.", from: "HubAtlas", isAlwaysThere: true),
            .init("rows", .integer, "row_count", "How many rows it gave.", from: "HubAtlas", isAlwaysThere: true),
            .init("note", .text, "nullif(note, '')", "What else must be known.", from: "HubAtlas"),
        ], rows: .query("FROM sources ORDER BY key"))
}
