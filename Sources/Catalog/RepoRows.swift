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
    /// What the tags say beyond the other columns, as sent.
    package var tags: [String] = []
    /// Last 30 days.
    package var downloads: Int?
    package var downloadsAllTime: Int?
    package var likes: Int?
    package var trendingScore: Double?
    /// Bytes of the repo over all revisions.
    package var usedStorageBytes: Int?

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
    /// "RUNNING", "SLEEPING", "BUILD_ERROR": what its program was doing when the list was made.
    package var stage: String?
    /// "cpu-basic", "t4-small": what it ran on, and what its owner asked for.
    package var hardware: String?
    package var requestedHardware: String?
    package var license: String?
    package var licenseRaw: String?
    package var licenseClass: LicenseClass = .none
    /// What the tags say beyond the other columns, as sent.
    package var tags: [String] = []
    /// Models and datasets it uses, by their ids of today; sorted.
    package var models: [String] = []
    package var datasets: [String] = []
    package var likes: Int?
    package var trendingScore: Double?

    package init(repoID: String) { self.repoID = repoID }
}
