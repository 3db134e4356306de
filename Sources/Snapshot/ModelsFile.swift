import Catalog
import Compression

/// The models of a snapshot as one file, and back; `ModelField` says what is in it.
///
///     let bytes = try ModelsFile.encode(rows)
///     try ModelsFile.decode(bytes, at: "models.columns") == rows  → true, for rows sorted by id
enum ModelsFile {
    static let firstLine = "HubAtlas models 1\n"
    /// Unpacked; a snapshot of a million models takes less.
    static let maxBytes = 512 << 20

    /// `rows` are sorted by id and each id is there once; counters below zero are no counters.
    static func encode(_ rows: [ModelRow]) throws -> [UInt8] {
        let columns = [ModelField].all.map { field in
            var column = ByteWriter()
            field.write(rows, &column)
            return (name: field.name, bytes: column.bytes)
        }
        var out = ByteWriter()
        out.append(count: rows.count)
        out.append(count: columns.count)
        for column in columns {
            out.append(column.name)
            out.append(count: column.bytes.count)
        }
        for column in columns { out.append(raw: column.bytes) }
        return Array(firstLine.utf8) + (try Zstd.compress(out.bytes, level: 19))
    }

    /// - Throws: `SnapshotError` with the column in which it is damaged.
    static func decode(_ file: [UInt8], at place: String) throws -> [ModelRow] {
        guard file.starts(with: firstLine.utf8) else { throw SnapshotError(.version(shown(file)), at: place) }
        do {
            let packed = Array(file.dropFirst(firstLine.utf8.count))
            return try decode(try Zstd.decompress(packed, limit: maxBytes))
        } catch let error as CompressionError {
            throw SnapshotError(.damaged(error.description), at: place)
        } catch let damage as ByteReader.Damage {
            throw SnapshotError(.damaged(damage.text), at: place)
        }
    }

    private static func decode(_ bytes: [UInt8]) throws(ByteReader.Damage) -> [ModelRow] {
        var reader = ByteReader(bytes[...])
        let count = try reader.count()
        // Most columns have at least a byte a row: a number that cannot be true must not cost memory.
        guard count <= reader.remaining / 20 else { throw .init(text: "\(count) rows in \(reader.remaining) bytes") }
        var rows = [ModelRow](repeating: ModelRow(repoID: ""), count: count)
        let columns = try header(&reader)
        for (field, column) in zip([ModelField].all, columns) {
            guard field.name == column.name else {
                throw .init(text: "column \(column.name) in the place of \(field.name)")
            }
            try read(field, try reader.raw(column.size), &rows)
        }
        guard reader.remaining == 0 else { throw .init(text: "\(reader.remaining) bytes too many") }
        for i in rows.indices { rows[i].derive() }
        return rows
    }

    private static func header(_ reader: inout ByteReader) throws(ByteReader.Damage) -> [(name: String, size: Int)] {
        let count = try reader.countOfRest()
        guard count == [ModelField].all.count else { throw .init(text: "\(count) columns") }
        return try repeated(count) { () throws(ByteReader.Damage) in (try reader.text(), try reader.count()) }
    }

    private static func read(
        _ field: ModelField, _ bytes: ArraySlice<UInt8>, _ rows: inout [ModelRow]
    ) throws(ByteReader.Damage) {
        var column = ByteReader(bytes)
        do throws(ByteReader.Damage) {
            try field.read(&column, &rows)
        } catch {
            throw .init(text: "column \(field.name): \(error.text)")
        }
        guard column.remaining == 0 else {
            throw .init(text: "column \(field.name): \(column.remaining) bytes too many")
        }
    }

    /// The first line, as far as it can be shown.
    private static func shown(_ file: [UInt8]) -> String {
        let line = file.prefix(40).prefix { $0 >= 0x20 && $0 < 0x7F }
        return "\"\(String(decoding: line, as: UTF8.self))\""
    }
}

extension ModelRow {
    /// What follows from other fields and is not written.
    mutating func derive() {
        owner = repoID.firstIndex(of: "/").map { String(repoID[..<$0]) }
        modality = Modality(task: task)
    }
}
