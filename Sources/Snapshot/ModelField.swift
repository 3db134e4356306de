import Catalog

/// One column of the models' file: its name, and how it goes out of the rows and back into them.
struct ModelField {
    var name: String
    var write: (_ rows: [ModelRow], _ out: inout ByteWriter) -> Void
    var read: (_ bytes: inout ByteReader, _ rows: inout [ModelRow]) throws(ByteReader.Damage) -> Void

    /// A property of each row, through a codec.
    init<Value>(_ name: String, _ codec: Codec<Value>, _ path: WritableKeyPath<ModelRow, Value>) {
        self.name = name
        write = { rows, out in codec.write(rows.map { $0[keyPath: path] }, &out) }
        read = { bytes, rows throws(ByteReader.Damage) in
            let values = try codec.read(&bytes, rows.count)
            for (i, value) in values.enumerated() { rows[i][keyPath: path] = value }
        }
    }

    init(
        _ name: String, write: @escaping ([ModelRow], inout ByteWriter) -> Void,
        read: @escaping (inout ByteReader, inout [ModelRow]) throws(ByteReader.Damage) -> Void
    ) {
        self.name = name
        self.write = write
        self.read = read
    }
}

// The file `models.columns`: the line "HubAtlas models 1\n", then one zstd frame. In the frame:
//
//     number of rows, number of columns
//     for each column: its name, its size in bytes
//     the columns' bytes, one after the other
//
// Numbers are LEB128 (`ByteWriter`), texts their length and their UTF-8. Rows are sorted by id. Owner and modality are not
// written: they follow from id and task. `downloads` and `likes` are the newest that were counted. What a row has and the
// file has not: the Hub's `_id`, the license as spelled, the trending score, the free tags, which are people's own words,
// and the number of files.

extension [ModelField] {
    /// In the order of the file. A column that is added or changed needs a new version.
    static var all: [ModelField] {
        [
            .repoID,
            ModelField("createdAt", .instant, \.createdAt),
            ModelField("isBeforeRecord", .flag, \.isBeforeRecord),
            ModelField("lastModified", .instant, \.lastModified),
            ModelField("task", .term, \.task),
            ModelField("library", .term, \.library),
            ModelField("license", .term, \.license),
            ModelField("licenseClass", .choice(), \.optionalLicenseClass),
            ModelField("languages", .terms, \.languages),
            ModelField("papers", .terms, \.papers),
            ModelField("datasets", .terms, \.datasets),
            .bases,
            ModelField("parameters", .count, \.parameters),
            ModelField("parametersFrom", .choice(), \.parametersFrom),
            ModelField("formats", .terms, \.formats),
            ModelField("weightBits", .count, \.weightBits),
            ModelField("architecture", .term, \.architecture),
            ModelField("gated", .choice(), \.gated),
            ModelField("isConversational", .flag, \.isConversational),
            ModelField("isMerge", .flag, \.isMerge),
            ModelField("isMixtureOfExperts", .flag, \.isMixtureOfExperts),
            ModelField("downloadsAllTime", .count, \.downloadsAllTime),
            ModelField("usedStorageBytes", .count, \.usedStorageBytes),
            ModelField("removedOn", .day, \.removedOn),
            .observations,
        ]
    }
}

extension ModelRow {
    /// A class is never missing; the codec for choices has a place for it.
    fileprivate var optionalLicenseClass: LicenseClass? {
        get { licenseClass }
        set { licenseClass = newValue ?? .none }
    }
}
