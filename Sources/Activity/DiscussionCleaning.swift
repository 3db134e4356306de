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
            let hasAll = row.total.map { tally.accounts.seen >= $0 } ?? false
            row.status = hasAll ? .whole : .counted
            row.pullRequests = hasAll ? tally.pullRequests : nil
            if hasAll { findings.whole.insert(answers.repo) }
            try catalog.add(row)
            // Until a whole list comes, the people of a part of one are better than none.
            if hasAll || !findings.whole.contains(answers.repo) {
                try catalog.setDiscussions(of: answers.repo, by: tally.accounts.people)
            }
        }
    }

    private mutating func tally(_ answers: Answers, into row: inout DiscussionCountRow) throws -> DiscussionTally {
        var tally = DiscussionTally()
        try findings.forEachPage(of: answers, in: archive, with: parser) { root, diagnostics in
            row.takeCounts(root)
            for item in root["discussions"]?.elements.map(\.self) ?? [] {
                tally.take(item, of: answers.repo, into: &diagnostics)
            }
        }
        if row.total == nil { findings.diagnostics.add(Diagnostic("discussions.noCount", at: answers.repo.id)) }
        let accounts = tally.accounts
        (row.seen, row.first, row.last) = (accounts.seen, accounts.first, accounts.last)
        row.byNoAccount = accounts.byNoAccount
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
