import Catalog
import Matching

/// Which family a model is of, and what a family's models are for.
struct RaceFamilies {
    private let table: FamilyTable?
    private var finder: MentionFinder?
    /// By id of a family, the modality that most likes of its models fall in; none of families whose weights are closed, which
    /// others name their models after.
    private(set) var modalities: [String: Modality] = [:]

    /// - Parameter liked: models, the most liked first; what a family is for is read from them.
    init(_ table: FamilyTable?, liked: [ModelRow]) {
        self.table = table
        finder = table.map { MentionFinder($0) }
        var likes: [String: [Modality: Int]] = [:]
        for model in liked where model.modality != .unknown {
            guard let family = family(of: model.repoID), family.weights != .closed else { continue }
            likes[family.id, default: [:]][model.modality, default: 0] += model.likes ?? 0
        }
        modalities = likes.compactMapValues { $0.max { ($0.value, $1.key.rank) < ($1.value, $0.key.rank) }?.key }
    }

    /// The family that the name names first; nil where it names none.
    mutating func family(of repoID: String) -> Family? {
        guard let table, let number = finder?.families(ofRepository: Wording.name(repoID)).first else { return nil }
        return table.families[number]
    }
}
