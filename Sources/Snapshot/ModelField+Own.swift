import Catalog
import Core

// The three columns that are more than a property through a codec.

extension ModelField {
    /// Ids in ascending order of their UTF-8, each by what it adds to the one before: how many bytes both share, how many
    /// bytes follow; then the bytes of all of them.
    ///
    ///     "ai/bert", "ai/bert-large" → shared 0 7, rest 7 6, "ai/bert-large"
    static var repoID: ModelField {
        ModelField("repoID") { rows, out in
            let ids = rows.map { Array($0.repoID.utf8) }
            let shared = ids.indices.map { $0 == 0 ? 0 : commonPrefix(ids[$0 - 1], ids[$0]) }
            for count in shared { out.append(count: count) }
            for (id, count) in zip(ids, shared) { out.append(count: id.count - count) }
            for (id, count) in zip(ids, shared) { out.append(raw: id[count...]) }
        } read: { bytes, rows throws(ByteReader.Damage) in
            let shared = try repeated(rows.count) { () throws(ByteReader.Damage) in try bytes.count() }
            let lengths = try repeated(rows.count) { () throws(ByteReader.Damage) in try bytes.count() }
            var id: [UInt8] = []
            for i in rows.indices {
                guard shared[i] <= id.count else { throw ByteReader.Damage(text: "an id shorter than what it shares") }
                let next = id.prefix(shared[i]) + (try bytes.raw(lengths[i]))
                guard i == 0 || id.lexicographicallyPrecedes(next) else {
                    throw ByteReader.Damage(text: "ids out of order")
                }
                id = Array(next)
                rows[i] = ModelRow(repoID: try bytes.utf8(id))
            }
        }
    }

    /// How many bases each row has; then of each its row in this file + 1, or 0 for one that is not in it; then the
    /// relations; then the ids of those that are not in it.
    static var bases: ModelField {
        ModelField("bases") { rows, out in
            let places = Dictionary(zip(rows.map(\.repoID), rows.indices), uniquingKeysWith: { first, _ in first })
            let all = rows.flatMap(\.bases)
            for row in rows { out.append(count: row.bases.count) }
            for base in all { out.append(count: places[base.repoID].map { $0 + 1 } ?? 0) }
            Codec<BaseModel.Relation?>.choice().write(all.map { $0.relation }, &out)
            Codec<String?>.term.write(all.map(\.repoID).filter { places[$0] == nil }, &out)
        } read: { bytes, rows throws(ByteReader.Damage) in
            let counts = try repeated(rows.count) { () throws(ByteReader.Damage) in try bytes.countOfRest() }
            let total = counts.reduce(0, &+)
            guard counts.allSatisfy({ $0 <= bytes.remaining }), total <= bytes.remaining else {
                throw ByteReader.Damage(text: "more bases than bytes")
            }
            let places = try repeated(total) { () throws(ByteReader.Damage) in try bytes.count() }
            let relations: [BaseModel.Relation?] = try Codec.choice().read(&bytes, total)
            var outside = try Codec<String?>.term.read(&bytes, places.count { $0 == 0 })[...]
            var next = 0
            for i in rows.indices {
                for place in places[next..<next + counts[i]] {
                    guard place <= rows.count else {
                        throw ByteReader.Damage(text: "base \(place) of \(rows.count) rows")
                    }
                    let id = place > 0 ? rows[place - 1].repoID : outside.removeFirst()
                    rows[i].bases.append(BaseModel(repoID: id ?? "", relation: relations[next] ?? .unknown))
                    next += 1
                }
            }
        }
    }

    /// The days on which anything was counted, oldest first; then for each day a byte a row (0 not counted, 1 downloads,
    /// 2 likes, 3 both; 4 counted without either), then the downloads of that day, then the likes.
    static var observations: ModelField {
        ModelField("observations") { rows, out in
            let days = Set(rows.flatMap { $0.observations.map(\.day) }).sorted()
            out.append(count: days.count)
            Codec<Day?>.day.write(days, &out)
            for day in days {
                let seen = rows.map { row in row.observations.first { $0.day == day } }
                for one in seen { out.append(byte: state(of: one)) }
                for one in seen { if let value = one?.downloads { out.append(count: value) } }
                for one in seen { if let value = one?.likes { out.append(count: value) } }
            }
        } read: { bytes, rows throws(ByteReader.Damage) in
            let count = try bytes.countOfRest()
            let days = try Codec<Day?>.day.read(&bytes, count).compactMap { $0 }
            guard zip(days, days.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw ByteReader.Damage(text: "days out of order")
            }
            for day in days { try readDay(day, &bytes, &rows) }
            for i in rows.indices {
                rows[i].downloads = rows[i].observations.last { $0.downloads != nil }?.downloads
                rows[i].likes = rows[i].observations.last { $0.likes != nil }?.likes
            }
        }
    }
}

private func commonPrefix(_ a: [UInt8], _ b: [UInt8]) -> Int {
    zip(a, b).prefix { $0 == $1 }.count
}

private func state(of seen: Observation?) -> UInt8 {
    guard let seen else { return 0 }
    let state: UInt8 = (seen.downloads == nil ? 0 : 1) | (seen.likes == nil ? 0 : 2)
    return state == 0 ? 4 : state
}

private func readDay(_ day: Day, _ bytes: inout ByteReader, _ rows: inout [ModelRow]) throws(ByteReader.Damage) {
    let states = Array(try bytes.raw(rows.count))
    guard states.allSatisfy({ $0 <= 4 }) else { throw ByteReader.Damage(text: "an observation of an unknown kind") }
    var seen = states.map { _ in Observation(day: day, downloads: nil, likes: nil) }
    for i in rows.indices where states[i] == 1 || states[i] == 3 { seen[i].downloads = try bytes.count() }
    for i in rows.indices where states[i] == 2 || states[i] == 3 { seen[i].likes = try bytes.count() }
    for i in rows.indices where states[i] > 0 { rows[i].observations.append(seen[i]) }
}
