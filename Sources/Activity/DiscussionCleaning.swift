import Archive
import Catalog
import Core
import JSON

/// From archived answers about discussions to rows.
struct DiscussionCleaning {
    let archive: Archive
    let catalog: Catalog
    var findings = Findings()
    private let parser = JSONParser()

    init(archive: Archive, catalog: Catalog) {
        (self.archive, self.catalog) = (archive, catalog)
    }

    mutating func takeAnswers() throws {
        let all = Answers.all(of: .discussions, in: archive)
        findings.noteTroubles(of: all)
        for answers in all {
            findings.note(answers)
            var row = DiscussionCountRow(repo: answers.repo, askedAt: answers.askedAt, status: .counted)
            if let trouble = answers.trouble {
                row.status = trouble
                try catalog.add(row)
                continue
            }
            let tally = try tally(answers, into: &row)
            let hasAll = row.total.map { tally.seen >= $0 } ?? false
            row.status = hasAll ? .whole : .counted
            row.pullRequests = hasAll ? tally.pullRequests : nil
            if hasAll { findings.whole.insert(answers.repo) }
            try catalog.add(row)
            // Until a whole list comes, the people of a part of one are better than none.
            if hasAll || !findings.whole.contains(answers.repo) {
                try catalog.setDiscussions(of: answers.repo, by: tally.people)
            }
        }
    }

    private mutating func tally(_ answers: Answers, into row: inout DiscussionCountRow) throws -> DiscussionTally {
        var tally = DiscussionTally()
        for entry in answers.entries {
            guard let page = try findings.page(entry, of: archive) else { continue }
            do {
                let root = try parser.parse(page.body).root
                row.takeCounts(root)
                for item in root["discussions"]?.elements.map(\.self) ?? [] {
                    tally.take(item, of: answers.repo, into: &findings.diagnostics)
                }
            } catch let error as JSONError {
                findings.diagnostics.add(Diagnostic("page.damaged", at: entry.url, "\(error)"))
            }
        }
        if row.total == nil { findings.diagnostics.add(Diagnostic("discussions.noCount", at: answers.repo.id)) }
        (row.seen, row.first, row.last) = (tally.seen, tally.first, tally.last)
        row.byNoAccount = tally.byNoAccount
        return tally
    }
}

extension DiscussionCountRow {
    /// Only the first page tells how many are closed.
    fileprivate mutating func takeCounts(_ root: JSONView) {
        guard total == nil, let count = root["count"]?.integer, count >= 0 else { return }
        total = count
        guard let closed = root["numClosedDiscussions"]?.integer, (0...count).contains(closed) else { return }
        self.closed = closed
        open = count - closed
    }
}
