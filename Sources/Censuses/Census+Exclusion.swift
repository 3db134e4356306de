package import Catalog

extension Census {
    /// This census without the names that an exclusion hides. Its counts stay: they name nobody.
    package func hiding(_ exclusion: Exclusion) -> Census {
        var census = self
        census.topOwners.removeAll { exclusion.hides(owner: $0.owner) }
        census.mostDownloaded.removeAll { exclusion.hides(repo: $0.repoID) }
        census.mostLiked.removeAll { exclusion.hides(repo: $0.repoID) }
        return census
    }
}

extension Catalog {
    /// Takes everything out that an exclusion hides, the names in censuses too.
    ///
    /// - Throws: `CatalogError`, `CensusError` for a census that cannot be read.
    @discardableResult
    package func excludeEverywhere(_ exclusion: Exclusion) throws -> Int {
        guard !exclusion.isEmpty else { return 0 }
        for census in try censuses() {
            let hidden = census.hiding(exclusion)
            if hidden != census { try add(hidden) }
        }
        return try exclude(exclusion)
    }
}
