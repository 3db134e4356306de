import Catalog
import Censuses
import Core
import Snapshot
import TestSupport
import Testing

@Suite struct RecipeTests {
    static let text = """
        {"version": 1,
         "files": [{"file": "a.ndjson.zst", "format": "hub-models-ndjson", "role": "models", "key": "a", "title": "A list",
                    "day": "2024-07-11", "url": "https://example.org", "license": null, "coverage": "whole", "note": ""},
                   {"file": "b.csv", "format": "leaderboard-csv", "role": "facts", "key": "b", "title": "Names",
                    "day": "2025-03-21", "coverage": "whole", "note": ""}],
         "selection": [{"mostLiked": 10, "of": "a", "createdAfter": "2024-01-01"}, {"namedBy": "b"},
                       {"atLeast": {"likes": 5, "downloads": 100}, "orBase": true, "of": "a"}, {"basesOfThese": true}]}
        """

    @Test func reads() throws {
        let recipe = try Recipe(Array(Self.text.utf8), at: "recipe.json")
        #expect(recipe.files.map(\.source.key) == ["a", "b"])
        #expect(recipe.files.map(\.census) == [.models, nil])
        #expect(recipe.files.map(\.listRole) == [.listing, .facts])
        #expect(
            recipe.rules == [
                .mostLiked(count: 10, of: "a", createdAfter: Day("2024-01-01")), .named(by: "b"),
                .atLeast(likes: 5, downloads: 100, orBase: true, of: "a"), .bases,
            ])
    }

    @Test(arguments: [
        ("\"version\": 1", "\"version\": 3", "form 3 is not known here"),
        ("\"key\": \"b\"", "\"key\": \"a\"", "two files have the key \"a\"; mend the recipe"),
        (
            "\"namedBy\": \"b\"", "\"namedBy\": \"c\"",
            "a rule names \"c\", which is the key of no file; mend the recipe"
        ),
        ("\"basesOfThese\"", "\"everything\"", "a rule that is none of mostLiked, atLeast, namedBy, basesOfThese"),
        ("a.ndjson.zst", "../a.ndjson.zst", "damaged: file is not the name of a file in this folder"),
        ("2024-07-11", "2024-07-41", "damaged: day is not a day as YYYY-MM-DD"),
        ("\"role\": \"facts\"", "\"role\": \"gossip\"", "damaged: role is not one of the values known here"),
        ("{\"version\"", "\"version\"", "not JSON"),
    ])
    func saysWhatIsWrong(_ found: String, _ put: String, _ message: String) throws {
        let parts = Self.text.split(separator: found, maxSplits: 1, omittingEmptySubsequences: false)
        let changed = parts.joined(separator: put)
        let error = #expect(throws: SnapshotError.self) { try Recipe(Array(changed.utf8), at: "recipe.json") }
        #expect(error?.description.hasPrefix("recipe.json: \(message)") == true, "\(error!)")
    }
}
