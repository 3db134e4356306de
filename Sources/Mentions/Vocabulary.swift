import Catalog
import Core
import Matching

/// The names that are looked for: families of the table, and models of the catalog.
struct Vocabulary {
    /// So many names of models at most; more would not fit a cache, and nobody talks of the rest.
    static let modelNames = 20_000

    let table: FamilyTable
    let models: ModelAliases

    init(_ table: FamilyTable, _ catalog: Catalog) throws {
        self.table = table
        models = ModelAliases(of: try catalog.mostLikedIDs(Self.modelNames), table, limit: Self.modelNames)
    }

    var finder: MentionFinder { MentionFinder(table, models: models.aliases) }

    func write(into catalog: Catalog) throws {
        try catalog.setMentionFamilies(
            table.families.map {
                MentionFamilyRow(
                    id: $0.id, name: $0.name, maker: $0.maker, weights: $0.weights.rawValue, since: $0.since,
                    article: $0.article)
            })
        try catalog.setMentionLines(models.lines)
    }

    /// A model's row, under the first family that it is of.
    func row(ofModel number: Int, in month: Month, of source: String, count: Int) -> MentionRow {
        let family = models.families[number].map { table.families[$0].id }
        return MentionRow(source: source, family: family ?? "", model: models.names[number], month: month, count: count)
    }
}
