import Censuses
import JSON
import Testing

@Suite struct CensusJSONTests {
    @Test func roundTrips() throws {
        let counted = census(of: listing)
        let read = try Census(json: try JSONValue.parse(counted.json.bytes))
        #expect(read == counted)
        #expect(read.json.bytes == counted.json.bytes)
        #expect(try Census(json: census(of: []).json) == census(of: []))
    }

    static let damages: [(String, JSONValue, String)] = [
        ("kind", "planets", "test: kind is not one of the values known here"),
        ("rows", -1, "test: rows is not a count"),
        ("cells", ["month": ["2024-13"]], "test: cells.month[0] is not a month as YYYY-MM"),
        ("cells", ["month": [nil, nil], "task": [nil]], "test: cells is not of columns of one length"),
        ("cells", ["month": [nil]], "test: cells.count[0] is not a count"),
        (
            "sizes", ["group": ["all"], "count": [1], "quantiles": [[1, 2]]], "test: sizes.quantiles[0] is not 5 values"
        ),
        ("downloads", nil, "test: downloads.known is not a count"),
        (
            "likes", damagedValues, "test: likes.values is not rising values whose counts are 5 in all"
        ),
        ("fields", [["scheme": "mine"]], "test: fields[0].scheme is not one of the values known here"),
        ("source", ["key": "a"], "test: source.title is not a text"),
    ]

    /// A distribution whose values are of fewer rows than it says.
    private static let damagedValues: JSONValue = {
        guard var likes = census(of: listing).json["likes"]?.object else { return nil }
        likes["values"] = ["value": [1, 2], "count": [1, 1]]
        return .object(likes)
    }()

    @Test(arguments: damages)
    func saysWhatIsWrongAndWhere(_ key: String, _ value: JSONValue, _ message: String) throws {
        var members = try #require(census(of: listing).json.object)
        members[key] = value
        let error = #expect(throws: CensusError.self) { try Census(json: .object(members), at: "test") }
        #expect(error?.description == "\(message); count the listing again or take an undamaged copy")
    }

    @Test func refusesAnotherVersion() throws {
        var members = try #require(census(of: listing).json.object)
        members["version"] = 9
        let error = #expect(throws: CensusError.self) { try Census(json: .object(members), at: "test") }
        #expect(error?.description == "test: version 9 is not known here (3 is); use a newer hubatlas")
    }
}
