import Archive
import Core
import JSON

/// The kinds of questions; each is a walk of its own, with a pace and a budget of its own.
enum Part: String, CaseIterable {
    case overviews, pages, github, wikidata, wikipedia

    var walk: String { "communities-\(rawValue)" }
}

/// How an archived answer is to be read.
enum AnswerFormat {
    static let overview = "hub-organization"
    static let page = "hub-organization-page"
    static let gitHub = "github-organization"
    static let search = "wikidata-search"
    static let entities = "wikidata-entities"
    static let article = "wikipedia-article"
    /// Nothing is there.
    static let missing = "community-missing"
    /// An answer of a form that this program does not know: kept, and asked for again.
    static let unknown = "community-unknown"
    /// No answer, but what a run left: its head's `records` are the questions that are known and not asked yet.
    static let left = "community-left"
}

/// What the archive has for one Hub, by address; of several answers to a question the newest.
struct Answers {
    let archive: Archive
    private(set) var entries: [String: ArchiveEntry] = [:]

    init(_ archive: Archive, hub: String) {
        self.archive = archive
        let names = Set(Part.allCases.map(\.walk))
        let walks = Set(archive.walks.filter { names.contains($0.name) && $0.plan == hub }.map(\.id))
        for entry in archive.entries where walks.contains(entry.walk) && entry.format != AnswerFormat.unknown {
            entries[entry.url] = entry
        }
    }

    /// The Hub that was asked last; nil when none was.
    static func newestHub(_ archive: Archive) -> String? {
        archive.walks.last { $0.name == Part.overviews.walk && $0.pages > 0 }?.plan
    }

    /// Every address of a format, in order.
    func addresses(_ format: String) -> [String] {
        entries.values.filter { $0.format == format }.map(\.url).sorted()
    }

    func format(_ url: String) -> String? { entries[url]?.format }
    func day(_ url: String) -> Day? { entries[url]?.fetchedAt.day }

    /// The body of an answer; nil when there is none, or it is damaged.
    func body(_ url: String, _ format: String, onDamage: (Diagnostic) -> Void = { _ in }) throws -> [UInt8]? {
        guard let entry = entries[url], entry.format == format else { return nil }
        do {
            return try archive.page(entry).body
        } catch let error as ArchiveError {
            guard case .damagedPage(let url, let why) = error.reason else { throw error }
            onDamage(Diagnostic("archive.page", at: url, why))
            return nil
        }
    }

    /// The same as JSON; a text that is none was refused when it came, so it counts as damage.
    func json(_ url: String, _ format: String, onDamage: (Diagnostic) -> Void = { _ in }) throws -> JSONView? {
        guard let body = try body(url, format, onDamage: onDamage) else { return nil }
        do {
            return try JSONDocument.parse(body).root
        } catch {
            onDamage(Diagnostic("page.damaged", at: url, "\(error)"))
            return nil
        }
    }
}
