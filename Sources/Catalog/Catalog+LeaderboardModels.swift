import SQLite

/// What the Hub says of a model that a leaderboard measured.
package struct LeaderboardModel: Equatable, Sendable {
    package var repoID: String
    /// nil where no list says.
    package var gate: Gate?
    package var parameters: Int?
    package var license: String?
    package var licenseClass: LicenseClass
    package var downloads: Int?
    package var likes: Int?

    package init(
        repoID: String, gate: Gate? = nil, parameters: Int? = nil, license: String? = nil,
        licenseClass: LicenseClass = .none,
        downloads: Int? = nil, likes: Int? = nil
    ) {
        self.repoID = repoID
        self.gate = gate
        self.parameters = parameters
        self.license = license
        self.licenseClass = licenseClass
        self.downloads = downloads
        self.likes = likes
    }
}

extension Catalog {
    /// The models that names of leaderboards joined to, by those names.
    ///
    ///     try catalog.leaderboardModels()["gpt2"]?.repoID → "openai-community/gpt2"
    package func leaderboardModels() throws -> [String: LeaderboardModel] {
        try inCatalogWords {
            let read = try database.prepare(
                """
                SELECT name, repo_id, gated, license, license_class, downloads, likes, parameters
                FROM joins JOIN models ON models.id = joins.model WHERE source = 'leaderboard'
                """)
            var models: [String: LeaderboardModel] = [:]
            while try read.step() {
                models[try read.neededString(0)] = LeaderboardModel(
                    repoID: try read.neededString(1), gate: try read.string(2).map(known),
                    parameters: read.int(7), license: read.string(3),
                    licenseClass: try known(try read.neededString(4)), downloads: read.int(5), likes: read.int(6))
            }
            return models
        }
    }
}
