import Catalog
import Core
import JSON
import Report

/// A profile as the page's script reads it (`assets/js/community/record.js`): tables by column, unknown values null.
///
///     {"name": "Qwen", "sums": {"models": 380, …}, "ranks": {"models": 41, …}, "months": {"id": …, "columns": …, "values": …},
///      "models": {"id": ["Qwen/Qwen2.5-7B", …], …}, "mostDownloaded": [0, 3, …], "place": {…} or null, …}
extension Profile {
    /// Terms that a record lists.
    static let listedTerms = 12
    /// What outsiders wrote is cut here.
    static let longestText = 300

    func json(_ models: ModelColumns) -> JSONValue {
        [
            "name": .string(name), "sums": sums.json, "counted": .integer(counted),
            "ranks": [
                "models": .integer(ranks.models), "downloads": .integer(ranks.downloads),
                "likes": .integer(ranks.likes),
            ],
            "first": JSONValue(days?.lowerBound.description), "last": JSONValue(days?.upperBound.description),
            "beforeRecord": .integer(beforeRecord), "undated": .integer(undated), "months": months.json,
            "models": modelsJSON(models), "mostDownloaded": places(mostDownloaded), "mostLiked": places(mostLiked),
            "licenses": json(licenses), "families": json(families), "inFamilies": .integer(inFamilies),
            "sizes": sizes(models), "descent": descent(models), "datasets": JSONValue(datasets),
            "spaces": JSONValue(spaces), "organization": organization?.json ?? .null,
            "evidence": .array(evidence.prefix(Self.listedTerms).map(\.json)), "partners": json(partners),
            "history": [
                "days": .array(history.days.map { .string($0.description) }),
                "downloads": .array(history.downloads.map { JSONValue($0) }),
                "likes": .array(history.likes.map { JSONValue($0) }),
            ],
        ]
    }

    /// As the chart of growth has it.
    private var months: Table {
        Table(
            id: "community",
            columns: [
                (Column("month", "Month", .month), .texts(cells.map { $0.month?.description })),
                (Column("task", "Task", .category), .texts(cells.map(\.task))),
                (Column("modality", "Modality", .category), .texts(cells.map(\.modality.rawValue))),
                (Column("count", "Models", .count, unit: "models"), .integers(cells.map(\.sums.models))),
                (
                    Column("downloads", "Downloads, 30 days", .count, unit: "downloads"),
                    .integers(cells.map(\.sums.downloads))
                ),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(cells.map(\.sums.likes))),
            ])
    }

    /// Every row that a list of the record names, once.
    private var named: [Int32] {
        var seen: Set<Int32> = []
        return (mostDownloaded + mostLiked).filter { seen.insert($0).inserted }
    }

    private func places(_ rows: [Int32]) -> JSONValue {
        let places = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1, $0) })
        return .array(rows.compactMap { places[$0].map { .integer($0) } })
    }

    private func modelsJSON(_ models: ModelColumns) -> JSONValue {
        let rows = named.map(Int.init)
        func known(_ column: [Int]) -> JSONValue {
            .array(rows.map { column[$0] < 0 ? .null : .integer(column[$0]) })
        }
        return [
            "id": .array(rows.map { .string(models.repoIDs[$0]) }),
            "modality": .array(rows.map { .string(models.modalities[$0].rawValue) }),
            "task": .array(rows.map { JSONValue(models.tasks[$0]) }),
            "license": .array(rows.map { JSONValue(models.licenses[$0]) }),
            "created": .array(
                rows.map { row in
                    models.isBeforeRecord[row]
                        ? .null : JSONValue(models.createdOn[row].map { Day(number: Int($0)).description })
                }),
            "parameters": known(models.parameters), "downloads": known(models.downloads), "likes": known(models.likes),
        ]
    }
}

extension Profile {
    /// `{"names": [...], "counts": [...], "all": so many there are}`.
    private func json(_ terms: [Term]) -> JSONValue {
        let listed = terms.prefix(Self.listedTerms)
        return [
            "names": .array(listed.map { JSONValue($0.name) }), "counts": .array(listed.map { .integer($0.count) }),
            "all": .integer(terms.count),
        ]
    }

    private func sizes(_ models: ModelColumns) -> JSONValue {
        [
            "known": .integer(sizes.known), "median": sizes.median.map { .number($0) } ?? .null,
            "greatest": .integer(sizes.greatest),
            "model": JSONValue(sizes.greatestRow.map { models.repoIDs[Int($0)] }),
        ]
    }

    private func descent(_ models: ModelColumns) -> JSONValue {
        [
            "own": .integer(descent.own), "byOthers": .integer(descent.byOthers), "owners": .integer(descent.owners),
            "top": json(descent.top), "relations": json(descent.relations),
            "bases": json(descent.bases.map { Term(name: models.repoIDs[Int($0.row)], count: $0.count) }),
        ]
    }

    static func bounded(_ text: String?) -> JSONValue { JSONValue(text.map { String($0.prefix(longestText)) }) }
}

extension PlaceTally.Sums {
    var json: JSONValue {
        ["models": .integer(models), "downloads": .integer(downloads), "likes": .integer(likes)]
    }
}

extension CommunityPlace {
    var json: JSONValue {
        guard !isEmpty else { return .null }
        return [
            "city": Profile.bounded(city), "country": JSONValue(country.map(CountryNames.name)),
            "latitude": latitude.map { .number($0) } ?? .null, "longitude": longitude.map { .number($0) } ?? .null,
        ]
    }
}

extension CommunityRow {
    fileprivate var json: JSONValue {
        [
            "name": Profile.bounded(fullName), "kind": Profile.bounded(kind), "members": JSONValue(members),
            "followers": JSONValue(followers), "models": JSONValue(models), "datasets": JSONValue(datasets),
            "spaces": JSONValue(spaces), "isVerified": isVerified.map { .bool($0) } ?? .null,
            "website": Profile.bounded(website), "github": Profile.bounded(github),
            "wikidata": Profile.bounded(wikidata),
            "checked": JSONValue(checked?.description), "status": .string(status.rawValue), "place": place.json,
            "source": JSONValue(placeSource), "confidence": confidence.map { .number($0) } ?? .null,
        ]
    }
}

extension CommunityEvidence {
    fileprivate var json: JSONValue {
        [
            "source": .string(source), "claim": Profile.bounded(claim), "place": place.json,
            "confidence": .number(confidence), "url": Profile.bounded(url), "day": .string(day.description),
        ]
    }
}
