import Core
import JSON
import Server

/// What a listing was asked for.
///
///     /api/models?author=acme&filter=license:mit&sort=likes&limit=100
struct ListQuery: Sendable {
    var kind: FakeRepo.Kind
    var sort: SortKey
    var isAscending: Bool
    var limit: Int
    var cursor: String?
    /// Name and value of every condition, sorted. All must hold, but of `pipeline_tag` any.
    var conditions: [Condition]

    struct Condition: Hashable, Sendable {
        var name: String
        var value: String
    }

    static let largestLimit = 1000
    private static let conditionNames = ["author", "search", "filter", "pipeline_tag", "gated", "models", "datasets"]

    /// - Throws: `Refusal` with status 400 for what the Hub refuses.
    init(kind: FakeRepo.Kind, _ request: ServerRequest) throws(Refusal) {
        self.kind = kind
        let keys = SortKey.keys(of: kind)
        guard let sort = SortKey(rawValue: request.value("sort") ?? "trendingScore"), keys.contains(sort) else {
            throw Refusal(400, oneOf(keys.map(\.rawValue)))
        }
        self.sort = sort
        guard ["-1", "1", nil].contains(request.value("direction")) else { throw Refusal(400, "Invalid direction") }
        isAscending = request.value("direction") == "1"
        limit = try wholeNumber("limit", in: request, default: Self.largestLimit, least: 1, most: Self.largestLimit)
        cursor = request.value("cursor")
        conditions = Self.conditionNames.flatMap { name in
            request.values(name).map { Condition(name: name, value: $0) }
        }
    }

    /// The same for every page of a walk.
    var identity: String { "\(sort.rawValue) \(isAscending) \(conditions.map { "\($0.name)=\($0.value)" })" }

    func admits(_ repo: FakeRepo) -> Bool {
        let tasks = conditions.filter { $0.name == "pipeline_tag" }.map(\.value)
        if !tasks.isEmpty, !tasks.contains(repo.task ?? "") { return false }
        return conditions.allSatisfy { $0.admits(repo) }
    }
}

extension ListQuery.Condition {
    func admits(_ repo: FakeRepo) -> Bool {
        switch name {
        case "author": repo.owner == value
        case "search": repo.id.lowercased().contains(value.lowercased())
        case "filter": repo.tags.contains(value)
        case "gated": value != "true" && value != "false" || (repo.gated != false) == (value == "true")
        case "models": repo.kind != .spaces || repo.links.contains(value)
        case "datasets": repo.kind != .spaces || repo.datasets.contains(value)
        default: true
        }
    }
}

enum SortKey: String, Sendable, CaseIterable {
    case createdAt, downloads, lastModified, likes, trendingScore

    static func keys(of kind: FakeRepo.Kind) -> [SortKey] {
        kind == .spaces ? allCases.filter { $0 != .downloads } : allCases
    }

    func value(of repo: FakeRepo) -> Int? {
        switch self {
        case .createdAt: repo.createdAt.seconds
        case .lastModified: repo.lastModified.seconds
        case .downloads: repo.downloads
        case .likes: repo.likes
        case .trendingScore: repo.trendingScore
        }
    }

    /// As it stands in a cursor.
    func json(_ value: Int?) -> JSONValue {
        guard let value else { return .null }
        return self == .createdAt || self == .lastModified ? wireDate(Instant(seconds: value)) : .integer(value)
    }

    /// The other way; nil for what is no value of this key.
    func value(_ json: JSONValue) -> Int? {
        self == .createdAt || self == .lastModified ? json.string.flatMap(Instant.init)?.seconds : json.integer
    }
}

/// An answer that is no list: status, words, and perhaps the Hub's error code.
struct Refusal: Error {
    var status: Int
    var message: String
    var code: String?

    init(_ status: Int, _ message: String, code: String? = nil) {
        self.status = status
        self.message = message
        self.code = code
    }
}

func oneOf(_ names: [String]) -> String {
    "Invalid option: expected one of " + names.map { "\"\($0)\"" }.joined(separator: "|")
}

/// A parameter that must be a whole number; above `most` it is cut to that.
func wholeNumber(
    _ name: String, in request: ServerRequest, default standard: Int, least: Int, most: Int
) throws(Refusal) -> Int {
    guard let text = request.value(name) else { return standard }
    guard let value = Int(text), value >= least else {
        throw Refusal(400, "Invalid value for \"\(name)\": expected an integer of at least \(least)")
    }
    return min(value, most)
}

func wireDate(_ instant: Instant) -> JSONValue { .string("\(instant.description.dropLast()).000Z") }
