private import Foundation
import JSON

/// The Hub's cursor: the base64 of a MongoDB filter for everything behind one record.
///
///     {"$or":[{"likes":294,"_id":{"$gt":"621ffdc136468d709f179a12"}},{"likes":{"$lt":294}}]}
///
/// For downloads a third clause, `{"downloads":null}`, takes the records without any, which come last.
/// Source: cursors that clients of the real Hub have reported (huggingface_hub issues 1176 and 2460).
struct Cursor: Equatable, Sendable {
    /// The sort key of the last record given; nil where it had none.
    var value: Int?
    var oid: String

    init(behind repo: FakeRepo, _ query: ListQuery) {
        value = query.sort.value(of: repo)
        oid = repo.oid
    }

    /// - Throws: `Refusal` with status 400 for a text that is no cursor of this sort key.
    init(_ text: String, _ query: ListQuery) throws(Refusal) {
        // What is no base64 and no JSON is refused like any other bad cursor.
        guard let data = Data(base64Encoded: text), let filter = try? JSONValue.parse(Array(data)),
            let first = filter["$or"]?.array?.first, let key = first[query.sort.rawValue],
            let oid = first["_id"]?["$gt"]?.string, key == .null || query.sort.value(key) != nil
        else { throw Refusal(400, "Invalid cursor") }
        value = query.sort.value(key)
        self.oid = oid
    }

    func text(_ query: ListQuery) -> String {
        let name = query.sort.rawValue
        let value = query.sort.json(self.value).text
        var clauses = [#"{"\#(name)":\#(value),"_id":{"$gt":"\#(oid)"}}"#]
        if self.value != nil { clauses.append(#"{"\#(name)":{"\#(query.isAscending ? "$gt" : "$lt")":\#(value)}}"#) }
        if self.value != nil, query.sort == .downloads { clauses.append(#"{"\#(name)":null}"#) }
        return Data(#"{"$or":[\#(clauses.joined(separator: ","))]}"#.utf8).base64EncodedString()
    }

    /// True when the repo lies behind this place in the order of the query.
    func precedes(_ repo: FakeRepo, _ query: ListQuery) -> Bool {
        let key = query.sort.value(of: repo) ?? .min
        let value = self.value ?? .min
        if key == value { return repo.oid > oid }
        return query.isAscending ? key > value : key < value
    }
}
