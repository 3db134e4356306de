import Hub
import JSON

/// `GET /orgs/{org}` of GitHub, for organizations only: what an account of a person says of its place is not read.
///
///     {"login": "acme", "name": "Acme", "type": "Organization", "blog": "https://acme.example", "location": "Paris, France"}
struct GitHubOrganization: Equatable {
    var login: String
    var name: String?
    var website: String?
    var location: String?

    /// nil for anything but an organization.
    init?(_ root: JSONView, _ reader: inout WireReader) {
        guard let login = root["login"].flatMap({ reader.string($0, "login") }), GitHubName.isValid(login) else {
            reader.note("github.changed", "no \"login\"")
            return nil
        }
        guard root["type"]?.equals("Organization") == true else {
            reader.note("github.notAnOrganization")
            return nil
        }
        self.login = login
        name = root["name"].flatMap { reader.string($0, "name") }
        website = root["blog"].flatMap { reader.string($0, "blog") }.flatMap(WebName.of)
        location = root["location"].flatMap { reader.string($0, "location") }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
