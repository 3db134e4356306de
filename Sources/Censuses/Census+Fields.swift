extension Census {
    /// Which list of fields a name comes from.
    package enum FieldScheme: String, CaseIterable, Sendable {
        /// Modalities of the Hub's own table: each model is in one.
        case hub
        /// The three of Osborne, Ding and Kirk (2024), by tags: a model may be in several, or in none.
        case study
    }

    /// How the counters of one field's models are spread.
    package struct FieldCounters: Equatable, Sendable {
        package var scheme: FieldScheme
        /// The raw value of a `Modality` or `StudyField`.
        package var name: String
        package var rows: Int
        /// Whose models have the counter.
        package var owners: Int
        package var downloads: Distribution
        package var likes: Distribution
        /// Of the downloads by owner; nil where there are none.
        package var herfindahl: Double?

        package init(
            scheme: FieldScheme, name: String, rows: Int, owners: Int, downloads: Distribution, likes: Distribution,
            herfindahl: Double?
        ) {
            (self.scheme, self.name, self.rows, self.owners) = (scheme, name, rows, owners)
            (self.downloads, self.likes, self.herfindahl) = (downloads, likes, herfindahl)
        }
    }
}
