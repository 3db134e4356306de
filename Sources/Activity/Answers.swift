import Archive
import Catalog
import Core

/// The pages of one asking about one repo, in their order.
struct Answers {
    var repo: RepoName
    var entries: [ArchiveEntry]

    var askedAt: Instant { entries[0].fetchedAt }
    /// Whether there is nothing behind its last page, as far as heads tell.
    var isToTheEnd: Bool { entries.last?.next == nil && entries[0].format != "hub-commits-count" }

    /// What the first answer's status means; nil for a good one.
    var trouble: ActivityStatus? {
        switch entries[0].status {
        case 200: nil
        // Without a token the Hub says 401 of what is not there.
        case 401, 404, 410: .gone
        case 403, 451: .disabled
        default: .failed
        }
    }

    /// Every asking that the archive has of an aspect, at the endpoint that was asked last, in the order of asking.
    static func all(of aspect: Aspect, in archive: Archive) -> [Answers] {
        guard let endpoint = endpoint(of: aspect, in: archive) else { return [] }
        var answers: [Answers] = []
        // Several are under way at the same time: their pages mix.
        var open: [String: Int] = [:]
        for entry in archive.entries where aspect.owns(format: entry.format) {
            guard entry.url.hasPrefix("\(endpoint)/api/"), let repo = aspect.repo(of: entry.url) else { continue }
            let key = "\(entry.walk) \(repo.kind)/\(repo.id)"
            if entry.status != 0, Aspect.page(of: entry.url).number > 0, let index = open[key] {
                answers[index].entries.append(entry)
            } else {
                if entry.status != 0 { open[key] = answers.count }
                answers.append(Answers(repo: repo, entries: [entry]))
            }
        }
        return answers
    }
}

extension Answers {
    /// Where the newest walk with an answer asked; its plan begins with it. Nil before the first.
    static func endpoint(of aspect: Aspect, in archive: Archive) -> String? {
        let plan = archive.walks.last { $0.name == aspect.rawValue && $0.pages > 0 }?.plan ?? ""
        return plan.indices.first { plan[$0...].hasPrefix(": ") }.map { String(plan[..<$0]) }
    }
}
