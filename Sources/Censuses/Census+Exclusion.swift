package import Catalog
import Lineage

extension Census {
    /// This census without the names that an exclusion hides. Its counts stay: they name nobody.
    package func hiding(_ exclusion: Exclusion) -> Census {
        var census = self
        census.topOwners.removeAll { exclusion.hides(owner: $0.owner) }
        census.mostDownloadedOwners.removeAll { exclusion.hides(owner: $0.owner) }
        census.mostLikedOwners.removeAll { exclusion.hides(owner: $0.owner) }
        census.mostDownloaded.removeAll { exclusion.hides(repo: $0.repoID) }
        census.mostLiked.removeAll { exclusion.hides(repo: $0.repoID) }
        census.lineage = lineage?.hiding(exclusion)
        return census
    }

    /// Which names of an exclusion it has.
    fileprivate func names(of exclusion: Exclusion) -> [String] {
        let repos =
            mostDownloaded.map(\.repoID) + mostLiked.map(\.repoID)
            + (lineage?.roots.map(\.repoID) ?? [])
        return topOwners.map { $0.owner.lowercased() }.filter(exclusion.owners.contains)
            + repos.flatMap { exclusion.names(hiding: $0[...]) }
    }
}

extension Catalog {
    /// Takes everything out that an exclusion hides, the names in censuses too.
    ///
    /// - Throws: `CatalogError`, `CensusError` for a census that cannot be read.
    @discardableResult
    package func excludeEverywhere(_ exclusion: Exclusion) throws -> Excluded {
        guard !exclusion.isEmpty else { return Excluded() }
        var met: Set<String> = []
        for census in try censuses() {
            let hidden = census.hiding(exclusion)
            guard hidden != census else { continue }
            met.formUnion(census.names(of: exclusion))
            try add(hidden)
        }
        var excluded = try exclude(exclusion)
        excluded.unknown.removeAll { met.contains($0) }
        return excluded
    }
}
