import Archive
import Catalog
import Core
import HTTP
import JSON
import Matching

/// Days that X counted, added up to the months of which every day is known.
struct XCleaning {
    private var days: [String: [Day: Int]] = [:]
    private(set) var diagnostics = DiagnosticCounts()

    /// Answers to other phrases than the table has now are left: what they counted is something else.
    mutating func take(_ archive: Archive, base: String, _ families: [Family]) throws {
        let byQuery = Dictionary(
            families.filter { !$0.phrases.isEmpty }.map { (XWalk.query(of: $0), $0.id) },
            uniquingKeysWith: { a, _ in a })
        for entry in XWalk.entries(archive, base: base) {
            let query = entry.url.split(separator: "?", maxSplits: 1).last.map { QueryString($0).items } ?? []
            guard let words = query.first(where: { $0.name == "query" })?.value, let family = byQuery[words] else {
                continue
            }
            do {
                take(try JSONDocument.parse(try archive.page(entry).body).root, family, entry.url)
            } catch {
                diagnostics.add(Diagnostic("mentions.unreadable", at: entry.url, "\(error)"))
            }
        }
    }

    private mutating func take(_ root: JSONView, _ family: String, _ url: String) {
        guard let data = root["data"] else { return }
        var sum = 0
        for bucket in data.elements {
            guard let start = bucket["start"]?.string.flatMap({ Instant($0) }),
                let end = bucket["end"]?.string.flatMap({ Instant($0) }),
                let count = bucket["tweet_count"]?.integer ?? bucket["post_count"]?.integer,
                MentionRow.plausible.contains(count)
            else {
                diagnostics.add(Diagnostic("mentions.unreadable", at: url, "a day"))
                continue
            }
            sum += count
            // The first and last of the last seven days may be parts of days.
            guard end.seconds - start.seconds == 86_400, start.seconds % 86_400 == 0 else { continue }
            days[family, default: [:]][start.day] = count
        }
        let total = root["meta"]?["total_tweet_count"]?.integer ?? root["meta"]?["total_post_count"]?.integer
        if let total, total != sum { diagnostics.add(Diagnostic("mentions.sum", at: url, "\(sum) of \(total)")) }
    }

    func rows() -> [MentionRow] {
        days.flatMap { family, days in
            Dictionary(grouping: days.keys, by: \.month).compactMap { month, known -> MentionRow? in
                let length = month.lastDay.number - month.firstDay.number + 1
                guard known.count == length else { return nil }
                return MentionRow(
                    source: XCounts.source, family: family, month: month, count: known.reduce(0) { $0 + days[$1]! })
            }
        }
    }
}
