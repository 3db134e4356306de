import Archive
import CSV
import Catalog
import Core
import JSON
import Matching

/// Counts mentions in a file of posts, a page at a time.
///
/// A month counts from its first day to its last: those that the file only begins or ends in are left out, and those
/// without any post, too.
struct PostCleaning {
    /// How the pages to come are read.
    var format: PostFormat
    let vocabulary: Vocabulary
    private let parser = JSONParser()
    private var finder: MentionFinder
    private var posts: [Month: Int] = [:]
    private var families: [Month: [Int]] = [:]
    private var models: [Month: [Int: Int]] = [:]
    private(set) var first: Day?
    private(set) var last: Day?
    private(set) var diagnostics = DiagnosticCounts()

    init(_ format: PostFormat, _ vocabulary: Vocabulary) {
        self.format = format
        self.vocabulary = vocabulary
        finder = vocabulary.finder
    }

    mutating func note(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

    var total: Int { posts.values.reduce(0, +) }

    mutating func take(_ page: ArchivedPage) {
        switch format.shape {
        case .ndjson: takeLines(page)
        case .csv: takeTable(page)
        }
    }

    /// Months that the file has from end to end.
    var wholeMonths: [Month] {
        guard let first, let last else { return [] }
        return posts.keys.sorted().filter { $0.firstDay >= first && $0.lastDay <= last }
    }

    func rows() -> (rows: [MentionRow], totals: [MentionTotal]) {
        var rows: [MentionRow] = []
        for month in wholeMonths {
            for (number, family) in vocabulary.table.families.enumerated() where family.since <= month {
                let count = families[month]?[number] ?? 0
                rows.append(MentionRow(source: format.name, family: family.id, month: month, count: count))
            }
            for (model, count) in models[month] ?? [:] {
                rows.append(vocabulary.row(ofModel: model, in: month, of: format.name, count: count))
            }
        }
        return (rows, wholeMonths.map { MentionTotal(source: format.name, month: $0, posts: posts[$0]!) })
    }
}

extension PostCleaning {
    private mutating func takeLines(_ page: ArchivedPage) {
        page.body.withUnsafeBufferPointer { body in
            var start = 0
            while start < body.count {
                let end = body[start...].firstIndex(of: 10) ?? body.count
                if body[start..<end].contains(where: { $0 > 32 }) {
                    takeLine(UnsafeBufferPointer(rebasing: body[start..<end]), of: page)
                }
                start = end + 1
            }
        }
    }

    private mutating func takeLine(_ line: UnsafeBufferPointer<UInt8>, of page: ArchivedPage) {
        let root: JSONView
        do {
            root = try parser.parse(line).root
        } catch {
            diagnostics.add(Diagnostic("post.malformed", at: page.url, "\(error)"))
            return
        }
        guard let day = value(format.date, of: root).flatMap(PostDate.day) else {
            diagnostics.add(Diagnostic("post.date", at: page.url, value(format.date, of: root)?.string ?? ""))
            return
        }
        guard let text = value(format.text, of: root), text.kind == .string else {
            diagnostics.add(Diagnostic("post.text", at: page.url))
            return
        }
        text.withString { count($0, on: day) }
    }

    private func value(_ field: String, of root: JSONView) -> JSONView? {
        root.members.first { $0.key.string == field }?.value
    }

    private mutating func takeTable(_ page: ArchivedPage) {
        let reader = CSVReader(named: page.url, lead: format.lead)
        // Every page begins with them.
        if page.url.hasSuffix("#record=0") {
            for _ in 0..<format.lead { diagnostics.add(Diagnostic("post.malformed", at: page.url, "above the header")) }
        }
        var columns: (date: Int, text: Int)?
        do {
            func take(_ row: CSVRow) {
                if columns == nil, let header = reader.header {
                    columns = header.column([format.date]).flatMap { date in
                        header.column([format.text]).map { (date, $0) }
                    }
                }
                guard let columns else {
                    diagnostics.add(Diagnostic("post.malformed", at: page.url, "its columns are not there"))
                    return
                }
                takeRow(row, columns, of: page)
            }
            try reader.push(page.body[...]) { take($0) }
            try reader.finish { take($0) }
        } catch {
            diagnostics.add(Diagnostic("post.malformed", at: page.url, "\(error)"))
        }
        for (_, entry) in reader.diagnostics.byIdentifier { for example in entry.examples { diagnostics.add(example) } }
    }

    private mutating func takeRow(_ row: CSVRow, _ columns: (date: Int, text: Int), of page: ArchivedPage) {
        let date = row.text(columns.date) ?? ""
        guard let day = PostDate.day(date) else {
            diagnostics.add(Diagnostic("post.date", at: page.url, date))
            return
        }
        guard var text = row.text(columns.text) else {
            diagnostics.add(Diagnostic("post.text", at: page.url))
            return
        }
        text.withUTF8 { count($0, on: day) }
    }

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>, on day: Day) {
        first = min(first ?? day, day)
        last = max(last ?? day, day)
        let month = day.month
        posts[month, default: 0] += 1
        for subject in finder.mentions(in: text) {
            switch subject {
            case .family(let number):
                let none = Array(repeating: 0, count: vocabulary.table.families.count)
                families[month, default: none][number] += 1
            case .model(let number): models[month, default: [:]][number, default: 0] += 1
            }
        }
    }
}
