import JSON
import TestSupport
import Testing

@testable import Matching

@Suite struct FamilyTableTests {
    /// Every label's family is tracked, and no name is two families' without a condition.
    @Test func theTableIsSound() throws {
        let table = try FamilyTable(path: Repository.path("assets/mentions/families.json"))
        #expect(table.families.count > 65)
        var owner: [[UInt8]: String] = [:]
        for family in table.families {
            #expect(!family.questions.isEmpty, "\(family.id)")
            #expect(family.near.isEmpty != family.aliases.contains { $0.company.contains(.near) }, "\(family.id)")
            for alias in family.aliases where alias.company.isEmpty {
                let other = owner.updateValue(family.id, forKey: Alphabet.classes(of: alias.text))
                #expect(other == nil || other == family.id, "\(alias.text)")
            }
        }
    }

    @Test(arguments: [
        ("version", #"{"families": []}"#), ("families", #"{"version": 1}"#),
        ("since", table(#""since": "2024""#)), ("weights", table(#""weights": "some""#)),
        ("with", table(#""aliases": [{"is": ["x"], "with": ["nothing"]}]"#)),
        ("case", table(#""aliases": [{"is": ["x"], "case": "small"}]"#)), ("aliases", table(#""aliases": ["ключ"]"#)),
        ("near", table(#""near": "word""#)), ("stops", #"{"version": 1, "stops": [""]}"#),
    ])
    func whatIsWrongIsNamed(field: String, json: String) throws {
        let error = try #require(throws: FamilyTableError.self) {
            try FamilyTable(try JSONValue.parse(json), at: "t.json")
        }
        #expect(error.field == field)
        #expect(error.description.hasPrefix("t.json: "))
    }

    /// A table of one family with one field changed.
    private static func table(_ field: String) -> String {
        var fields = [
            "id": #""x""#, "name": #""X""#, "maker": #""M""#, "weights": #""open""#, "since": #""2024-01""#,
            "aliases": #"["x"]"#,
        ]
        let parts = field.split(separator: ":", maxSplits: 1).map(String.init)
        fields[parts[0].filter { $0 != "\"" }] = parts[1]
        let row = fields.map { "\"\($0.key)\": \($0.value)" }.sorted().joined(separator: ", ")
        return "{\"version\": 1, \"families\": [{\(row)}]}"
    }
}
