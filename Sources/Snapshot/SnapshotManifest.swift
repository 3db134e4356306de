enum SnapshotManifest { static let version = 1 }
