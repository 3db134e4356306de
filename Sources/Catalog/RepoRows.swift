package import Core

/// One dataset as the catalog keeps it.
package struct DatasetRow: Equatable, Sendable {
    package var repoID: String
    package var hubID: String?
    package var owner: String?
    package var createdAt: Instant?
    package var isBeforeRecord: Bool = false
    package var lastModified: Instant?
    /// Task categories, sorted.
    package var tasks: [String] = []
    package var license: String?
    package var licenseRaw: String?
    package var licenseClass: LicenseClass = .none
    package var languages: [String] = []
    package var papers: [String] = []
    package var gated: Gate?
    /// Last 30 days.
    package var downloads: Int?
    package var downloadsAllTime: Int?
    package var likes: Int?
    package var trendingScore: Double?

    package init(repoID: String) { self.repoID = repoID }
}

/// One Space as the catalog keeps it.
package struct SpaceRow: Equatable, Sendable {
    package var repoID: String
    package var hubID: String?
    package var owner: String?
    package var createdAt: Instant?
    package var isBeforeRecord: Bool = false
    package var lastModified: Instant?
    /// "gradio", "streamlit", "docker", "static".
    package var sdk: String?
    package var models: [String] = []
    package var datasets: [String] = []
    package var likes: Int?
    package var trendingScore: Double?

    package init(repoID: String) { self.repoID = repoID }
}
