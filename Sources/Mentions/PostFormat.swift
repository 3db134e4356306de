import CSV
import Core
import HTTP
import JSON
import Report

/// How a file of posts is to be read: lines of JSON or a table, which field is the date, which the text.
///
///     try PostFormat(ofFile: "hn.ndjson.zst", beginning: …).archived → "posts-ndjson?date=created_at&text=title&name=hn"
///
/// The text is the format that its pages are archived with: reading them needs nothing else.
package struct PostFormat: Equatable, Sendable {
    package enum Shape: String, Sendable { case ndjson, csv }

    package var shape: Shape
    package var date: String
    package var text: String
    /// What the source is called in the catalog.
    package var name: String
    /// So many records of a table stand above the one that names its columns, and are none.
    package var lead = 0

    package init(shape: Shape, date: String, text: String, name: String, lead: Int = 0) {
        self.shape = shape
        self.lead = lead
        self.date = date
        self.text = text
        self.name = name
    }

    /// Reads what `archived` wrote; nil for pages of anything else.
    package init?(_ archived: String) {
        let parts = archived.split(separator: "?", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].hasPrefix("posts-"), let shape = Shape(rawValue: String(parts[0].dropFirst(6)))
        else { return nil }
        let items = Dictionary(QueryString(parts[1]).items.map { ($0.name, $0.value) }, uniquingKeysWith: { a, _ in a })
        guard let date = items["date"], let text = items["text"], let name = items["name"] else { return nil }
        let lead = items["lead"].flatMap { Int($0) } ?? 0
        self.init(shape: shape, date: date, text: text, name: name, lead: min(max(0, lead), Self.sample))
    }

    package var archived: String {
        let lead = lead > 0 ? [("lead", "\(lead)")] : []
        return "posts-\(shape.rawValue)?\(QueryString([("date", date), ("text", text), ("name", name)] + lead).text)"
    }
}

extension PostFormat {
    /// Names that such fields usually have, the likelier first.
    static let usualDates = [
        "created_at", "created_utc", "date", "datetime", "timestamp", "time", "created", "published_at", "published",
        "posted_at", "created_at_i", "pubdate", "day",
    ]
    static let usualTexts = [
        "text", "full_text", "title", "body", "content", "message", "tweet", "selftext", "post", "comment", "headline",
    ]

    /// So many records are looked at: a broken one at the beginning makes no other file of it.
    private static let sample = 20

    /// The format of a file by its first records.
    ///
    /// - Parameters:
    ///   - path: also the name that errors say.
    ///   - beginning: its first bytes, unpacked: a mebibyte, or all.
    ///   - date: the field to take; nil takes the first that has a usual name.
    ///   - name: nil makes one of the file's.
    /// - Throws: `PostFileError`.
    package init(
        ofFile path: String, beginning: [UInt8], date: String? = nil, text: String? = nil, name: String? = nil
    ) throws {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let plain = file.hasSuffix(".zst") ? String(file.dropLast(4)) : file
        let ending = plain.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let shape: Shape = ["csv", "tsv", "txt"].contains(ending) ? .csv : .ndjson
        let records = try shape == .csv ? Self.rows(beginning, path) : [Self.keys(beginning, path)]
        func fields(_ fields: [String]) throws -> (date: String, text: String) {
            (
                try Self.choose(date, Self.usualDates, "date", fields, path),
                try Self.choose(text, Self.usualTexts, "text", fields, path)
            )
        }
        // The first row that can be the header: a row that throws is none. Where none can, the first one's trouble is thrown below.
        let lead = records.firstIndex { (try? fields($0)) != nil } ?? 0
        let found = try fields(records[lead])
        self.init(
            shape: shape, date: found.date, text: found.text,
            name: name ?? plain.split(separator: ".").first.map(String.init) ?? plain, lead: lead)
    }

    private static func choose(_ named: String?, _ usual: [String], _ what: String, _ fields: [String], _ path: String)
        throws -> String
    {
        if let named {
            guard fields.contains(named) else { throw PostFileError(.noField(named, what, has: fields), at: path) }
            return named
        }
        let folded = Dictionary(fields.map { ($0.lowercased(), $0) }, uniquingKeysWith: { a, _ in a })
        guard let found = usual.lazy.compactMap({ folded[$0] }).first else {
            throw PostFileError(.noUsualField(what, has: fields), at: path)
        }
        return found
    }

    /// The fields of the first lines that are objects; others are for cleaning to count.
    private static func keys(_ beginning: [UInt8], _ path: String) throws -> [String] {
        let lines = beginning.split(separator: 10, maxSplits: 10 * sample).filter { $0.contains { $0 > 32 } }
        let parser = JSONParser()
        var keys: [String] = []
        var objects = 0
        for line in lines.prefix(sample) {
            // A line that is no JSON is one that cleaning counts; where no line is, that is thrown below.
            guard let record = try? parser.parse(line).root, record.kind == .object else { continue }
            objects += 1
            for key in record.members.compactMap({ $0.key.string }) where !keys.contains(key) { keys.append(key) }
        }
        guard objects > 0 else { throw PostFileError(.noRecords(lines: min(lines.count, sample)), at: path) }
        return keys
    }

    /// The first rows of a table, each as the columns that it would name.
    private static func rows(_ beginning: [UInt8], _ path: String) throws -> [[String]] {
        let records = CSVRecords(named: path)
        var rows: [[String]] = []
        func take(_ row: CSVRow) { if rows.count < sample { rows.append(CSVHeader(row.texts).names) } }
        do {
            // What is cut off at the end makes no difference to the header.
            try records.push(beginning[...]) { take($0) }
            try records.finish { take($0) }
        } catch let error as CSVError {
            throw PostFileError(.damaged(error.description), at: path)
        }
        guard !rows.isEmpty else { throw PostFileError(.noRecords(lines: 0), at: path) }
        return rows
    }
}

/// Why a file of posts cannot be taken in.
///
///     PostFileError(.noUsualField("date", has: ["id", "title"]), at: "p.csv")
///     → "p.csv: no field looks like a date; name it with --date-field (it has id, title)"
package struct PostFileError: Failure, Equatable {
    package enum Reason: Equatable, Sendable {
        case noField(String, String, has: [String])
        case noUsualField(String, has: [String])
        /// None of so many lines at its beginning is one.
        case noRecords(lines: Int)
        case damaged(String)
    }

    package var reason: Reason
    package var path: String

    package init(_ reason: Reason, at path: String) {
        self.reason = reason
        self.path = path
    }

    package var description: String {
        switch reason {
        case .noField(let name, let what, let fields):
            "\(path): no field \"\(name)\" to be the \(what)\(didYouMean(name, among: fields)); it has \(list(fields))"
        case .noUsualField(let what, let fields):
            "\(path): no field looks like a \(what); name it with --\(what)-field (it has \(list(fields)))"
        case .noRecords(let lines):
            "\(path): no file of posts: neither lines of JSON objects (.ndjson, .jsonl; none of its first "
                + "\(Format.count(lines, "line")) is one) nor a table (.csv, .tsv)"
        case .damaged(let why): "\(path): \(why)"
        }
    }

    private func list(_ fields: [String]) -> String {
        fields.prefix(20).map { String($0.prefix(40)).visible }.joined(separator: ", ")
            + (fields.count > 20 ? ", …" : "")
    }
}
