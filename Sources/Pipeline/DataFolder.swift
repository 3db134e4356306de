package import Core

/// Where everything between the Hub and the site is kept; `.hubatlas` unless the reader says otherwise.
///
///     .hubatlas/archive/         what servers sent, untouched
///     .hubatlas/catalog.sqlite   the cleaned rows
///     .hubatlas/report/          the answers, a file a page
///     .hubatlas/search/          the search index, its shards as the site serves them
///     .hubatlas/leaderboard-browser.csv  rows of a leaderboard as a browser showed them
///     .hubatlas/people.key       what pseudonyms of people are made with, where the settings ask for them; never published
///     .hubatlas/stages.json      what each stage was made from, by which a later run skips it
///     .hubatlas/hubatlas.log     what runs said; the one before in hubatlas.log.1
package struct DataFolder: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var archive: String { "\(path)/archive" }
    package var catalog: String { "\(path)/catalog.sqlite" }
    package var report: String { "\(path)/report" }
    package var search: String { "\(path)/search" }
    package var log: String { "\(path)/hubatlas.log" }
    var browserRows: String { "\(path)/leaderboard-browser.csv" }
    var peopleKey: String { "\(path)/people.key" }
    var stages: String { "\(path)/stages.json" }

    /// Makes the folder where it is missing. Throws `FileError`.
    package func create() throws { try Files.createFolder(path) }

    /// Keeps other runs that write here away until the lock goes. Collecting alone needs only the archive's own lock.
    ///
    /// - Throws: `PipelineError.busy`, `FileError`.
    package func lock(for command: String) throws -> FileLock {
        try create()
        do {
            return try FileLock("\(path)/lock", purpose: "hubatlas \(command)")
        } catch let held as FileLock.Held {
            throw PipelineError(.busy(by: held.holder), at: path)
        }
    }
}
