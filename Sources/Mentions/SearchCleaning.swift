import Archive
import Catalog
import Core
import JSON
import Matching

/// Counts what the answers of Hacker News say, by family, model and month.
struct SearchCleaning {
    static let source = "hackernews"

    let archive: Archive
    let plan: SearchPlan
    let vocabulary: Vocabulary
    private let parser = JSONParser()
    private var finder: MentionFinder
    private(set) var diagnostics = DiagnosticCounts()
    private(set) var rows: [MentionRow] = []
    private(set) var totals: [MentionTotal] = []

    init(_ archive: Archive, _ plan: SearchPlan, _ vocabulary: Vocabulary) {
        self.archive = archive
        self.plan = plan
        self.vocabulary = vocabulary
        finder = vocabulary.finder
    }

    /// A month whose posts are not known, or of which the server has none, says nothing.
    mutating func take(_ months: some Sequence<Month>) throws {
        for month in months {
            guard let posts = try count(SearchPlan.total(of: month)), posts > 0 else { continue }
            totals.append(MentionTotal(source: Self.source, month: month, posts: posts))
            for (number, family) in vocabulary.table.families.enumerated() where family.since <= month {
                try take(family, number, month)
            }
        }
    }

    private mutating func take(_ family: Family, _ number: Int, _ month: Month) throws {
        let questions = SearchPlan.questions(of: family, in: month)
        guard questions.allSatisfy({ plan.missing($0).isEmpty }) else { return }
        if family.isUnmistakable {
            guard let first = questions.first, let counted = try count(first) else { return }
            rows.append(MentionRow(source: Self.source, family: family.id, month: month, count: counted))
            return
        }
        var titles: [String: String] = [:]
        for question in questions { try read(question, into: &titles) }
        var (count, models) = (0, [Int: Int]())
        for title in titles.values {
            let found = finder.mentions(in: title)
            guard found.contains(.family(number)) else { continue }
            count += 1
            for case .model(let model) in found where vocabulary.models.families[model] == number {
                models[model, default: 0] += 1
            }
        }
        rows.append(MentionRow(source: Self.source, family: family.id, month: month, count: count))
        rows += models.map { vocabulary.row(ofModel: $0, in: month, of: Self.source, count: $1) }
    }

    /// The number that the server counted; nil for what was not asked, or cannot be read.
    private mutating func count(_ question: SearchQuestion) throws -> Int? {
        guard let root = try answer(question) else { return nil }
        // Older answers say it flat, newer ones in an object.
        let isExact = root["exhaustiveNbHits"]?.bool ?? root["exhaustive"]?["nbHits"]?.bool
        if isExact == false { diagnostics.add(Diagnostic("mentions.inexact", at: question.address(at: plan.base))) }
        guard let count = root["nbHits"]?.integer, MentionRow.plausible.contains(count) else {
            diagnostics.add(Diagnostic("mentions.unreadable", at: question.address(at: plan.base), "no nbHits"))
            return nil
        }
        return count
    }

    /// The titles of a question and of its halves, by story.
    private mutating func read(_ question: SearchQuestion, into titles: inout [String: String]) throws {
        guard let hits = try answer(question)?["hits"] else { return }
        for hit in hits.elements {
            guard let id = hit["objectID"]?.string, let title = hit["title"]?.string else {
                diagnostics.add(Diagnostic("mentions.unreadable", at: question.address(at: plan.base), "a hit"))
                continue
            }
            titles[id] = title
        }
        guard plan.isCut(question, plan.known[question.address(at: plan.base)]!) else { return }
        for half in question.halves { try read(half, into: &titles) }
        if question.halves.isEmpty {
            diagnostics.add(Diagnostic("mentions.cut", at: question.address(at: plan.base)))
        }
    }

    private mutating func answer(_ question: SearchQuestion) throws -> JSONView? {
        let address = question.address(at: plan.base)
        guard let entry = plan.known[address] else { return nil }
        do {
            return try parser.parse(try archive.page(entry).body).root
        } catch let error as ArchiveError {
            guard case .damagedPage(_, let why) = error.reason else { throw error }
            diagnostics.add(Diagnostic("archive.page", at: address, why))
        } catch let error as JSONError {
            diagnostics.add(Diagnostic("mentions.unreadable", at: address, error.description))
        }
        return nil
    }
}
