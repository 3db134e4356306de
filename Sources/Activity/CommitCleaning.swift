import Archive
import Catalog
import Core
import Hub
import JSON

/// From archived answers about commits to rows.
struct CommitCleaning {
    let archive: Archive
    let catalog: Catalog
    var findings = Findings()
    private let parser = JSONParser()

    init(archive: Archive, catalog: Catalog) {
        (self.archive, self.catalog) = (archive, catalog)
    }

    /// What was asked of the Hub.
    mutating func takeAnswers() throws {
        let all = Answers.all(of: .commits, in: archive)
        findings.noteTroubles(of: all)
        for answers in all {
            var row = CommitCountRow(repo: answers.repo, askedAt: answers.askedAt, status: .counted)
            findings.note(answers)
            if let trouble = answers.trouble {
                row.status = trouble
                try catalog.add(row)
                continue
            }
            let tally = try tally(answers)
            row.take(tally)
            row.total = answers.entries[0].records ?? (answers.isToTheEnd ? tally.accounts.seen : nil)
            if row.total == nil { findings.diagnostics.add(Diagnostic("commits.noTotal", at: answers.repo.id)) }
            let hasAll = row.total.map { tally.accounts.seen >= $0 } ?? false
            row.status = hasAll ? .whole : .counted
            if hasAll { findings.whole.insert(answers.repo) }
            try catalog.add(row)
            // Until a whole history comes, the people of a part of one are better than none.
            if hasAll || (!findings.whole.contains(answers.repo) && answers.entries[0].format == "hub-commits") {
                try catalog.setCommits(of: answers.repo, by: tally.accounts.people, hours: tally.hours)
            }
        }
    }

    /// What came in files of whole histories, a model a line: `{"id":…,"commits":[…]}`.
    mutating func takeFile(_ walk: Walk) throws {
        try archive.forEachPage(of: walk.id, onDamage: { findings.diagnostics.add($0) }) { page in
            for line in page.body.split(separator: UInt8(ascii: "\n")) where line.contains(where: { $0 > 0x20 }) {
                do {
                    try take(try parser.parse(line).root, at: page.fetchedAt, from: page.url)
                } catch let error as JSONError {
                    findings.diagnostics.add(Diagnostic("record.malformed", at: page.url, "\(error)"))
                }
            }
        }
    }
}

extension CommitCleaning {
    private mutating func tally(_ answers: Answers) throws -> CommitTally {
        var tally = CommitTally()
        try findings.forEachPage(of: answers, in: archive, with: parser) { root, diagnostics in
            for commit in root.elements { tally.take(commit, of: answers.repo, into: &diagnostics) }
        }
        return tally
    }

    private mutating func take(_ line: JSONView, at instant: Instant, from url: String) throws {
        guard let id = line["id"]?.string, RepoID.isValid(id), let commits = line["commits"], commits.kind == .array
        else { return findings.diagnostics.add(Diagnostic("record.malformed", at: url, "id or commits are missing")) }
        let repo = RepoName(kind: "models", id: id)
        var tally = CommitTally()
        for commit in commits.elements { tally.take(commit, of: repo, into: &findings.diagnostics) }
        var row = CommitCountRow(repo: repo, askedAt: instant, status: .whole)
        row.take(tally)
        row.total = tally.accounts.seen
        findings.note(repo, askedAt: instant)
        findings.whole.insert(repo)
        try catalog.add(row)
        try catalog.setCommits(of: repo, by: tally.accounts.people, hours: tally.hours)
    }
}

extension CommitCountRow {
    fileprivate mutating func take(_ tally: CommitTally) {
        (seen, first, last) = (tally.accounts.seen, tally.accounts.first, tally.accounts.last)
        (coAuthored, byNoAccount) = (tally.coAuthored, tally.accounts.byNoAccount)
    }
}
