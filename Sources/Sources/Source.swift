package import Archive
package import Catalog
package import Core

/// One place that data comes from, from its servers to the catalog: collects into the archive, cleans out of it.
///
/// A source is one folder: addresses, what the wire carries, the rules that clean it, its tests. It meets other sources in
/// the catalog only. One that fails, or that nobody has set up, leaves the others and the site standing.
///
///     let source = Leaderboard(…)
///     try await source.collect(desk)  → "4,576 results of 4,497 models"
///     try source.clean(archive, into: catalog, log: log)
package protocol Source: Sendable {
    /// What the command line calls it, and what the names of its walks begin with: "leaderboard".
    var name: String { get }

    /// Fetches what is missing or has grown old, and archives every answer untouched.
    ///
    /// What a run before left unfinished goes on; what is complete is left alone, unless the desk says `isFresh`.
    ///
    /// - Returns: what was done, in a few words.
    /// - Throws: `SourceError.notConfigured`; what clients and archive throw. Everything that came before is kept.
    func collect(_ desk: Desk) async throws -> String

    /// Writes rows, a `SourceRow` with its date and terms, and diagnostics of everything the archive has of this source.
    ///
    /// Models, datasets and spaces are in the catalog already. Nothing collected, nothing written.
    ///
    /// - Throws: `CatalogError`, `ArchiveError`.
    func clean(_ archive: Archive, into catalog: Catalog, log: Log) throws
}
