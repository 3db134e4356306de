import Catalog

extension ExportTable {
    static let datasets = ExportTable(
        name: "datasets", meaning: "Every dataset of the list, one a row.", subjects: [.datasets],
        columns: repo("list of datasets") + [
            .init("tasks", .words, "r.tasks", "Tasks that it says to be for.", from: "tags"),
            .init("languages", .words, "r.languages", "ISO 639 codes.", from: "tags, cleaned"),
            .init("papers", .words, "r.papers", "arXiv numbers.", from: "tags"),
            .init(
                "gated", .text, "r.gated", "open, auto, manual, or gated where the way is not told.",
                from: "list of datasets"),
            .init("downloads", .integer, "r.downloads", "Of the last 30 days.", from: "list of datasets"),
            .init(
                "downloads_all_time", .integer, "r.downloads_all_time", "Since it was made.", from: "list of datasets"),
            .init(
                "storage_bytes", .integer, "r.used_storage_bytes", "The repo with all its versions.", from: "details"),
        ], rows: .query("FROM datasets r ORDER BY r.repo_id"))

    static let spaces = ExportTable(
        name: "spaces", meaning: "Every Space of the list, one a row.", subjects: [.spaces],
        columns: repo("list of Spaces") + [
            .init("sdk", .text, "r.sdk", "What it runs with.", from: "list of Spaces"),
            .init("stage", .text, "r.stage", "Whether it runs.", from: "list of Spaces"),
            .init("hardware", .text, "r.hardware", "What it runs on.", from: "list of Spaces"),
            .init("requested_hardware", .text, "r.requested_hardware", "What it asks for.", from: "list of Spaces"),
        ], rows: .query("FROM spaces r ORDER BY r.repo_id"))

    /// What datasets and Spaces have in common.
    private static func repo(_ list: String) -> [ExportColumn] {
        [
            .init("id", .text, "r.repo_id", "Owner and name, as in the address.", from: list, isAlwaysThere: true),
            .init("owner", .text, "r.owner", "The account before the slash.", from: list),
            .init("hub_id", .text, "r.hub_id", "The Hub's own number.", from: list),
            .init("created_at", .instant, "r.created_at", "When it was made; missing before 2022-03-02.", from: list),
            .init(
                "is_before_record", .flag, "r.is_before_record", "Made before the Hub noted days.", from: list,
                isAlwaysThere: true),
            .init("last_modified", .instant, "r.last_modified", "The last commit.", from: list),
            .init("license", .text, "r.license", "SPDX where there is one.", from: "\(list), cleaned"),
            .init("license_stated", .text, "r.license_raw", "The license as the owner spells it.", from: list),
            .init(
                "license_class", .text, "r.license_class",
                "permissive, copyleft, responsible-ai, community, non-commercial, other, none.", from: "the license",
                isAlwaysThere: true),
            .init("tags", .tags, "r.tags", "Tags that no other column has.", from: list),
            .init("likes", .integer, "r.likes", "Likes.", from: list),
            .init("trending_score", .number, "r.trending_score", "The Hub's own figure.", from: list),
        ]
    }

    /// A row a repo and day: the catalog has them packed, so they are unpacked here.
    static let history = ExportTable(
        name: "history", meaning: "What was counted of models, datasets and Spaces on each day of a list.",
        subjects: [.models, .datasets, .spaces],
        columns: [
            .init("kind", .text, "", "models, datasets, spaces.", from: "lists", isAlwaysThere: true),
            .init("id", .text, "", "The repo by its name of today.", from: "lists", isAlwaysThere: true),
            .init("day", .day, "", "The day of the list.", from: "lists", isAlwaysThere: true),
            .init("downloads", .integer, "", "Of the 30 days before.", from: "lists"),
            .init("likes", .integer, "", "Likes.", from: "lists"),
            .init(
                "is_glitch", .flag, "", "A counter was broken on that day: as it was told, not mended.",
                from: "the days around it", isAlwaysThere: true),
        ], rows: .history)
}
