import Core
import JSON
import Parquet

/// A file of flat columns and lists of texts read into memory, and written from there: what reading and writing take by
/// themselves, with each codec.
func copyParquet(_ path: String) throws -> JSONValue {
    let file = try ParquetFile(path)
    let read = try timed {
        try (0..<file.groups).map { group in
            try file.leaves.indices.map { withoutMissingElements(try file.column($0, ofGroup: group)) }
        }
    }
    let columns = file.leaves.map { leaf in
        ParquetColumn(
            leaf.path[0], kind(of: leaf), isOptional: leaf.maxDefinition > leaf.maxRepetition,
            isList: leaf.maxRepetition > 0)
    }
    func write(_ codec: ParquetCodec, to target: String) throws -> Double {
        try timed {
            let writer = try ParquetWriter(target, columns, ParquetSettings(codec: codec))
            for group in read.result { try writer.write(group: group) }
            try writer.finish()
        }.seconds
    }
    return [
        "rows": .integer(file.rows), "columns": .integer(columns.count), "readSeconds": .number(read.seconds),
        "snappySeconds": .number(try write(.snappy, to: "\(path).snappy")),
        "zstdSeconds": .number(try write(.zstd(level: 1), to: "\(path).zstd")),
    ]
}

private func kind(of leaf: ParquetLeaf) -> ParquetColumn.Kind {
    switch (leaf.physical, leaf.meaning) {
    case (.boolean, _): .boolean
    case (.int32, .date): .date
    case (.int32, _): .int32
    case (.int64, .timestamp): .timestamp
    case (.int64, _): .int64
    case (.float, _): .float
    case (.double, _): .double
    default: .string
    }
}

/// Others let elements of lists be missing, which takes a level more; none is.
private func withoutMissingElements(_ values: ParquetValues) -> ColumnData {
    var data = values.data
    if values.leaf.maxRepetition == 1, values.leaf.maxDefinition == 3 {
        data.definitions = data.definitions.map { $0 == 3 ? 2 : $0 }
    }
    return data
}
