import Parquet

/// A small world with everything that a column can be.
enum Sample {
    static let columns = [
        ParquetColumn("id", .string, isOptional: false), ParquetColumn("owner", .string),
        ParquetColumn("likes", .int64), ParquetColumn("bits", .int32), ParquetColumn("score", .double),
        ParquetColumn("share", .float), ParquetColumn("gated", .boolean), ParquetColumn("day", .date),
        ParquetColumn("created", .timestamp), ParquetColumn("tags", .string, isList: true),
        ParquetColumn("languages", .string, isOptional: false, isList: true),
    ]

    struct Row: Equatable {
        var id: String
        var owner: String?
        var likes: Int?
        var bits: Int?
        var score: Double?
        var share: Double?
        var gated: Bool?
        var day: Int?
        var created: Int?
        var tags: [String]?
        var languages: [String] = []
    }

    /// Every kind of hole, in a pattern that no page size divides.
    static func row(_ i: Int) -> Row {
        Row(
            id: "acme-\(i / 7)/modèle-\(i)", owner: i % 3 == 0 ? nil : "acme-\(i % 40)",
            likes: i % 5 == 0 ? nil : i * i % 1000, bits: i % 4 == 0 ? nil : [4, 8, 16][i % 3],
            score: i % 6 == 0 ? nil : Double(i) / 3, share: i % 7 == 0 ? nil : Double(i % 8) / 4,
            gated: i % 9 == 0 ? nil : i % 2 == 0, day: i % 8 == 0 ? nil : 19_000 + i % 900,
            created: i % 10 == 0 ? nil : 1_646_263_744_000 + i * 3_600_000 + i % 17,
            tags: i % 11 == 0 ? nil : i % 4 == 1 ? [] : (0..<i % 5).map { "tag \($0 * i % 30) 日本" },
            languages: i % 3 == 0 ? [] : ["en", "日"])
    }

    static func write(_ row: Row, to writer: ParquetWriter) throws {
        let c = writer.columns
        c[0].append(row.id)
        if let owner = row.owner { c[1].append(owner) } else { c[1].appendNull() }
        for (column, value) in [(c[2], row.likes), (c[3], row.bits), (c[7], row.day), (c[8], row.created)] {
            if let value { column.append(value) } else { column.appendNull() }
        }
        for (column, value) in [(c[4], row.score), (c[5], row.share)] {
            if let value { column.append(value) } else { column.appendNull() }
        }
        if let gated = row.gated { c[6].append(gated) } else { c[6].appendNull() }
        if let tags = row.tags { c[9].append(list: tags) } else { c[9].appendNull() }
        c[10].append(list: row.languages)
        try writer.endRow()
    }

    static func rows(of file: ParquetFile) throws -> [Row] {
        try (0..<file.groups).flatMap { group in
            func read(_ name: String) throws -> ParquetValues { try file.column(name, ofGroup: group) }
            let (ids, owners) = (try read("id").texts!, try read("owner").texts!)
            let (likes, bits) = (try read("likes").integers!, try read("bits").integers!)
            let (scores, shares) = (try read("score").numbers!, try read("share").numbers!)
            let (gated, days, created) = (
                try read("gated").booleans!, try read("day").integers!, try read("created").integers!
            )
            let (tags, languages) = (try read("tags").lists!, try read("languages").lists!)
            return ids.indices.map { i in
                Row(
                    id: ids[i]!, owner: owners[i], likes: likes[i], bits: bits[i], score: scores[i], share: shares[i],
                    gated: gated[i], day: days[i], created: created[i], tags: tags[i]?.map { $0! },
                    languages: languages[i]!.map { $0! })
            }
        }
    }
}
