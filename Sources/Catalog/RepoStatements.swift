import Core
import SQLite

/// The SQL of a table of repos: its columns in one order for writing and reading, those of `RepoIdentity` first.
struct RepoStatements {
    let kind: CountedKind
    let columns: [String]
    /// Does nothing when the repo is there already, under its `hub_id` or its name.
    let insert: String
    let update: String
    /// Every row; its number is behind the last column.
    let readAll: String
    /// The row of one number.
    let readOne: String

    init(kind: CountedKind, columns rest: [String]) {
        let columns = Self.identity + rest
        let list = columns.joined(separator: ", ")
        self.kind = kind
        self.columns = columns
        insert = """
            INSERT INTO \(kind.repos) (\(list)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) \
            ON CONFLICT DO NOTHING
            """
        update = "UPDATE \(kind.repos) SET \(columns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE id = ?"
        readAll = "SELECT \(list), id FROM \(kind.repos)"
        readOne = "\(readAll) WHERE id = ?"
    }

    private static let identity = ["repo_id", "hub_id", "owner", "created_at", "is_before_record", "last_modified"]
}

/// What every kind of repo is known by; its columns stand first in its table.
protocol RepoIdentity {
    init(repoID: String)
    var repoID: String { get }
    var hubID: String? { get set }
    var owner: String? { get set }
    var createdAt: Instant? { get set }
    var isBeforeRecord: Bool { get set }
    var lastModified: Instant? { get set }
}

extension ModelRow: RepoIdentity {}
extension DatasetRow: RepoIdentity {}
extension SpaceRow: RepoIdentity {}

extension Statement {
    func bind(identity row: some RepoIdentity) throws {
        try bind(1, row.repoID)
        try bind(2, row.hubID)
        try bind(3, row.owner)
        try bind(4, row.createdAt?.seconds)
        try bind(5, row.isBeforeRecord)
        try bind(6, row.lastModified?.seconds)
    }

    /// A row that has nothing but its identity yet.
    func identity<Row: RepoIdentity>() throws -> Row {
        var row = Row(repoID: try neededString(0))
        row.hubID = string(1)
        row.owner = string(2)
        row.createdAt = int(3).map { Instant(seconds: $0) }
        row.isBeforeRecord = bool(4)
        row.lastModified = int(5).map { Instant(seconds: $0) }
        return row
    }

    func bind(_ position: Int, words: [String]) throws {
        switch words.count {
        case 0: try bindNull(position)
        case 1: try bind(position, words[0])
        default: try bind(position, words.joined(separator: " "))
        }
    }

    /// Texts that may hold spaces, but nothing invisible: with a tab between.
    func bind(_ position: Int, texts: [String]) throws {
        if texts.isEmpty { try bindNull(position) } else { try bind(position, texts.joined(separator: "\t")) }
    }

    func words(_ column: Int) -> [String] { list(column, separator: UInt8(ascii: " ")) }

    func texts(_ column: Int) -> [String] { list(column, separator: UInt8(ascii: "\t")) }

    private func list(_ column: Int, separator: UInt8) -> [String] {
        withText(column) { text in
            text.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
        } ?? []
    }
}

extension Catalog {
    /// The case that a text in the file stands for.
    func known<Value: RawRepresentable<String>>(_ text: String) throws -> Value {
        guard let value = Value(rawValue: text) else {
            throw CatalogError(.unknownValue("\(Value.self) \"\(text)\""), at: path)
        }
        return value
    }
}
