import CSV
import Compression
import Core
import HTTP
import JSON

/// How a file of posts is to be read: lines of JSON or a table, which field is the date, which the text.
///
///     try PostFormat(of: "hn.ndjson.zst").text → "posts-ndjson?date=created_at&text=title&name=hn"
///
/// The text is the format that its pages are archived with: reading them needs nothing else.
package struct PostFormat: Equatable, Sendable {
    package enum Shape: String, Sendable { case ndjson, csv }

    package var shape: Shape
    package var date: String
    package var text: String
    /// What the source is called in the catalog.
    package var name: String

    package init(shape: Shape, date: String, text: String, name: String) {
        self.shape = shape
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
        self.init(shape: shape, date: date, text: text, name: name)
    }

    package var archived: String {
        "posts-\(shape.rawValue)?\(QueryString([("date", date), ("text", text), ("name", name)]).text)"
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

    /// The format of a file by its first record.
    ///
    /// - Parameters:
    ///   - date: the field to take; nil takes the first that has a usual name.
    ///   - name: nil makes one of the file's.
    /// - Throws: `PostFileError`, `FileError`.
    package init(of path: String, date: String? = nil, text: String? = nil, name: String? = nil) throws {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let plain = file.hasSuffix(".zst") ? String(file.dropLast(4)) : file
        let ending = plain.split(separator: ".").last.map { $0.lowercased() } ?? ""
        let head = try Self.head(of: path, isPacked: plain != file)
        let shape: Shape = ["csv", "tsv", "txt"].contains(ending) ? .csv : .ndjson
        let fields = try shape == .csv ? Self.columns(head, path) : Self.keys(head, path)
        self.init(
            shape: shape, date: try Self.choose(date, Self.usualDates, "date", fields, path),
            text: try Self.choose(text, Self.usualTexts, "text", fields, path),
            name: name ?? plain.split(separator: ".").first.map(String.init) ?? plain)
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

    /// The beginning of a file, unpacked: enough for a record.
    private static func head(of path: String, isPacked: Bool) throws -> [UInt8] {
        let bytes = try OpenFile(path, .read).read(at: 0, count: 1 << 20)
        guard isPacked else { return bytes }
        var head: [UInt8] = []
        do {
            try ZstdDecoder(limit: .max).push(bytes) { if head.count < 1 << 20 { head += $0 } }
        } catch let error as CompressionError {
            throw PostFileError(.damaged(error.description), at: path)
        }
        return head
    }

    private static func keys(_ head: [UInt8], _ path: String) throws -> [String] {
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let lines = head[start...].split(separator: 10).filter { $0.contains { $0 > 32 } }
        // A first line that is no JSON is told as what the file is not.
        guard let line = lines.first, let record = try? JSONParser().parse(line).root, record.kind == .object else {
            throw PostFileError(.noRecords, at: path)
        }
        return record.members.compactMap { $0.key.string }
    }

    private static func columns(_ head: [UInt8], _ path: String) throws -> [String] {
        let reader = CSVReader(named: path)
        do {
            // What is cut off at the end of the head makes no difference to the header.
            try reader.push(head[...]) { _ in }
            try reader.finish { _ in }
        } catch let error as CSVError {
            throw PostFileError(.damaged(error.description), at: path)
        }
        guard let header = reader.header else { throw PostFileError(.noRecords, at: path) }
        return header.names
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
        case noRecords
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
        case .noRecords: "\(path): neither lines of JSON objects (.ndjson, .jsonl) nor a table (.csv, .tsv)"
        case .damaged(let why): "\(path): \(why)"
        }
    }

    private func list(_ fields: [String]) -> String {
        fields.prefix(20).map { String($0.prefix(40)).visible }.joined(separator: ", ")
            + (fields.count > 20 ? ", …" : "")
    }
}
