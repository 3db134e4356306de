package import Catalog
import Core
package import JSON
import Lineage
import Numerics

extension Census {
    /// The census that a document holds.
    ///
    ///     try Census(json: census.json) == census  → true
    ///
    /// - Throws: `CensusError`: another version, or a value that is absent or of another type, with its path.
    package init(json: JSONValue, at place: String = "census") throws {
        let document = Field(json, place: place)
        let version = try document["version"].integer()
        guard version == Self.version else { throw CensusError(.version(version), at: place) }
        self.init(kind: try document["kind"].choice(), source: try SourceRow(json: document["source"].value, at: place))
        rows = try document["rows"].count()
        owners = try document["owners"].count()
        beforeRecord = try document["beforeRecord"].count()
        undated = try document["undated"].count()
        downloads = try Distribution(document["downloads"])
        likes = try Distribution(document["likes"])
        modelsPerOwner = try Distribution(document["modelsPerOwner"])
        downloadsPerOwner = try Distribution(document["downloadsPerOwner"])
        likesPerOwner = try Distribution(document["likesPerOwner"])
        try readLists(document)
        if !document["lineage"].isNull { lineage = try LineageSummary(document["lineage"]) }
    }

    private mutating func readLists(_ document: Field) throws {
        cells = try document["cells"].rows { row in
            Cell(
                month: try row["month"].month(), task: try row["task"].optionalText(),
                library: try row["library"].optionalText(), count: try row["count"].count(),
                downloads: try row["downloads"].count(), likes: try row["likes"].count())
        }
        newOwners = try document["newOwners"].rows { row in
            MonthCount(month: try row["month"].month(), count: try row["count"].count())
        }
        topOwners = try document["topOwners"].rows(owner)
        mostDownloadedOwners = try document["mostDownloadedOwners"].rows(owner)
        mostLikedOwners = try document["mostLikedOwners"].rows(owner)
        licenses = try terms(document["licenses"])
        languages = try terms(document["languages"])
        formats = try terms(document["formats"])
        architectures = try terms(document["architectures"])
        sizes = try document["sizes"].rows(size)
        trends = try document["trends"].rows { row in
            Trend(
                facet: try row["facet"].choice(), month: try row["month"].month(),
                term: try row["term"].optionalText(), count: try row["count"].count(),
                downloads: try row["downloads"].count())
        }
        mostDownloaded = try document["mostDownloaded"].rows(named)
        mostLiked = try document["mostLiked"].rows(named)
        fields = try document["fields"].list { field in
            FieldCounters(
                scheme: try field["scheme"].choice(), name: try field["name"].text(),
                rows: try field["rows"].count(), owners: try field["owners"].count(),
                downloads: try Distribution(field["downloads"]), likes: try Distribution(field["likes"]),
                herfindahl: field["herfindahl"].isNull ? nil : try field["herfindahl"].number())
        }
    }

    private func terms(_ field: Field) throws -> [TermCount] {
        try field.rows { row in
            TermCount(
                term: try row["term"].optionalText(), count: try row["count"].count(),
                downloads: try row["downloads"].count(), likes: try row["likes"].count())
        }
    }

    private func size(_ row: Row) throws -> SizeQuantiles {
        SizeQuantiles(
            group: try row["group"].text(), quarter: try row["quarter"].month(),
            from: try row["from"].isNull ? nil : row["from"].choice(), count: try row["count"].count(),
            quantiles: try row["quantiles"].items(5).map { try $0.number() },
            classes: try row["classes"].items(4).map { try $0.count() })
    }

    private func owner(_ row: Row) throws -> OwnerCount {
        OwnerCount(
            owner: try row["owner"].text(), count: try row["count"].count(), downloads: try row["downloads"].count(),
            likes: try row["likes"].count())
    }

    private func named(_ row: Row) throws -> NamedCount {
        NamedCount(repoID: try row["repoID"].text(), value: try row["value"].count())
    }
}

extension SourceRow {
    /// - Throws: `CensusError`, with the path of what is absent or of another type.
    package init(json: JSONValue, at place: String) throws {
        let field = Field(json, place: place, path: "source")
        self.init(
            key: try field["key"].text(), title: try field["title"].text(), day: try field["day"].day(),
            url: try field["url"].optionalText(), license: try field["license"].optionalText(),
            coverage: try field["coverage"].choice(),
            about: field["subject"].isNull ? .models : try field["subject"].choice(), rows: try field["rows"].count(),
            note: try field["note"].text())
    }
}

extension Distribution {
    init(_ field: Field) throws {
        self.init()
        known = try field["known"].count()
        unknown = try field["unknown"].count()
        zero = try field["zero"].count()
        sum = try field["sum"].count()
        median = try field["median"].number()
        greatest = try field["greatest"].count()
        gini = try field["gini"].number()
        giniWithoutGreatest = try field["giniWithoutGreatest"].number()
        top = try tops(field["top"])
        topWithoutGreatest = try tops(field["topWithoutGreatest"])
        let values = try field["values"].rows { row in (try row["value"].count(), try row["count"].count()) }
        guard let spread = ValueCounts(values: values.map(\.0), counts: values.map(\.1)), spread.count == known else {
            throw field["values"].mismatch("rising values whose counts are \(known) in all")
        }
        self.spread = spread
    }

    private func tops(_ field: Field) throws -> [Top] {
        try field.rows { row in Top(rows: try row["rows"].count(), sum: try row["sum"].count()) }
    }
}
