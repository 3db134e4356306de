extension Migration {
    /// What the rows of a source are about (`SourceRow.Subject`).
    static let subjects = Migration(
        name: "subjects of sources", sql: "ALTER TABLE sources ADD COLUMN subject TEXT NOT NULL DEFAULT 'models'")
}
