import Archive
import Catalog
import Core
import JSON
import Report

/// What cleaning met: numbers for the data page, and what was wrong.
struct Findings {
    var diagnostics = DiagnosticCounts()
    private(set) var repos: Set<RepoName> = []
    private(set) var newest: Instant?
    /// Those of which everything was read, at any time.
    var whole: Set<RepoName> = []
    /// Those of which the newest asking gave nothing.
    private(set) var troubled: Set<RepoName> = []

    mutating func note(_ repo: RepoName, askedAt: Instant) {
        repos.insert(repo)
        newest = max(newest ?? askedAt, askedAt)
    }

    mutating func note(_ answers: Answers) { note(answers.repo, askedAt: answers.askedAt) }

    /// Trouble that still is: a repo that answered later is fine.
    mutating func noteTroubles(of all: [Answers]) {
        let newest = Dictionary(all.map { ($0.repo, $0) }, uniquingKeysWith: { $1 })
        for answers in newest.values.sorted(by: { $0.repo.id < $1.repo.id }) {
            guard let trouble = answers.trouble else { continue }
            troubled.insert(answers.repo)
            diagnostics.add(Diagnostic("activity.\(trouble.rawValue)", at: answers.repo.id))
        }
    }

    /// Hands over every page of an asking that can be read; what is damaged is noted.
    mutating func forEachPage(
        of answers: Answers, in archive: Archive, with parser: JSONParser,
        _ body: (JSONView, inout DiagnosticCounts) -> Void
    ) throws {
        for entry in answers.entries {
            guard let page = try page(entry, of: archive) else { continue }
            do {
                body(try parser.parse(page.body).root, &diagnostics)
            } catch let error as JSONError {
                diagnostics.add(Diagnostic("page.damaged", at: entry.url, "\(error)"))
            }
        }
    }

    /// The page with its body; nil for a damaged one, which is noted.
    private mutating func page(_ entry: ArchiveEntry, of archive: Archive) throws -> ArchivedPage? {
        do {
            return try archive.page(entry)
        } catch let error as ArchiveError {
            guard case .damagedPage(let url, let why) = error.reason else { throw error }
            diagnostics.add(Diagnostic("archive.page", at: url, why))
            return nil
        }
    }

    /// "3 models and 2 Spaces; everything read of 3, counted alone 1, nothing to be had of 1."
    var note: String {
        let counted = repos.subtracting(whole).subtracting(troubled)
        return "\(kinds); everything read of \(Format.int(whole.count)), counted alone \(Format.int(counted.count)), "
            + "nothing to be had of \(Format.int(troubled.count))."
    }

    /// "200 models, 150 datasets and 180 Spaces".
    var kinds: String {
        let names = [
            ("models", "model", "models"), ("datasets", "dataset", "datasets"), ("spaces", "Space", "Spaces"),
        ]
        return Format.list(
            names.compactMap { kind, one, many in
                let count = repos.count { $0.kind == kind }
                return count > 0 ? Format.count(count, one, many) : nil
            })
    }
}
