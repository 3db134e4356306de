import Archive
import Collect
import Core
import Foundation
import Report
import Sources

extension Pipeline {
    /// Takes files into the archive, each by the first of the sources asked that knows it.
    func takeFiles(_ settings: CollectSettings, into archive: Archive) throws -> Collected {
        var collected = Collected()
        let sources = SourceList.all.filter { settings.wants($0.name) }.compactMap { $0 as? any FileSource }
        for path in settings.files {
            let format = try format(of: path, among: sources)
            let walk = try CollectStage.importFile(
                path, format: format, into: archive, fetchedAt: try day(of: path), fresh: settings.isFresh, log: log)
            collected.add("\(walk.name): \(Format.count(walk.records, "record"))")
        }
        try archive.flush()
        return collected
    }

    private func format(of path: String, among sources: [any FileSource]) throws -> String {
        let beginning = try CollectStage.beginning(ofFile: path)
        var refusals: [String] = []
        for source in sources {
            do { return try source.format(ofFile: path, beginning: beginning) } catch let error as SourceError {
                refusals.append(error.description)
            }
        }
        throw PipelineError(.fileNotTaken(refusals), at: path)
    }

    /// When the file's data were collected: what its name says, else when it was written.
    ///
    ///     "leaderboard-v2-2025-03-21.csv" → 2025-03-21, "scrape-2025-11.csv" → 2025-11-01
    private func day(of path: String) throws -> Instant {
        let name = path.split(separator: "/").last ?? ""
        let words = name.split { !$0.isASCII || !$0.isWholeNumber && $0 != "-" }
        for word in words {
            let parts = word.split(separator: "-")
            for i in parts.indices where parts[i].count == 4 {
                let day = Day(parts[i...].prefix(3).joined(separator: "-"))
                if let found = day ?? Month(parts[i...].prefix(2).joined(separator: "-"))?.firstDay {
                    return Instant(seconds: found.number * 86_400)
                }
            }
        }
        let written = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        return Instant(seconds: Int(written?.timeIntervalSince1970 ?? time.now()))
    }
}
