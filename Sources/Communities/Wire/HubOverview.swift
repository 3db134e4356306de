import Hub
import JSON

/// `GET /api/organizations/{name}/overview`: counts, names; no place, no website.
///
///     {"name": "acme", "fullname": "Acme", "type": "org", "isVerified": true, "numUsers": 7, "numModels": 40,
///      "numDatasets": 3, "numSpaces": 2, "numFollowers": 120, "plan": "team"}
struct HubOverview: Equatable {
    var name: String
    var fullName: String?
    var isVerified: Bool?
    var members: Int?
    var followers: Int?
    var models: Int?
    var datasets: Int?
    var spaces: Int?

    /// nil where it is no organization.
    init?(_ root: JSONView, _ reader: inout WireReader) {
        guard let name = root["name"].flatMap({ reader.string($0, "name") }) else {
            reader.note("community.changed", "no \"name\"")
            return nil
        }
        guard root["type"]?.string ?? "org" == "org" else {
            reader.note("community.notAnOrganization")
            return nil
        }
        self.name = name
        fullName = root["fullname"].flatMap { reader.string($0, "fullname") }
        isVerified = root["isVerified"].flatMap { reader.bool($0, "isVerified") }
        members = root["numUsers"].flatMap { reader.count($0, "numUsers") }
        followers = root["numFollowers"].flatMap { reader.count($0, "numFollowers") }
        models = root["numModels"].flatMap { reader.count($0, "numModels") }
        datasets = root["numDatasets"].flatMap { reader.count($0, "numDatasets") }
        spaces = root["numSpaces"].flatMap { reader.count($0, "numSpaces") }
    }
}
