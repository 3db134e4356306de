extension Database {
    /// Everything in the database as text: definitions by name, then rows by rowid or key; equal databases, equal text.
    ///
    ///     try db.dump { print($0) }  → "CREATE TABLE t (…)"  then  "t|1,'a'"
    package func dump(_ line: (String) -> Void) throws {
        let tables = try prepare(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).all { ($0.string(0)!, $0.string(1)!) }
        try prepare("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name")
            .all { $0.string(0)! }.forEach(line)
        for (table, sql) in tables {
            let columns = try prepare("SELECT name, pk FROM pragma_table_info(?)").named(table)
            let order =
                sql.contains("WITHOUT ROWID")
                ? columns.filter { $0.key > 0 }.sorted { $0.key < $1.key }.map(\.name).joined(separator: ",") : "rowid"
            let values = columns.map { "quote(\"\($0.name)\")" }.joined(separator: "||','||")
            let rows = try prepare("SELECT \(values) FROM \"\(table)\" ORDER BY \(order)")
            while try rows.step() { line("\(table)|\(rows.string(0) ?? "")") }
        }
    }
}

extension Statement {
    fileprivate func named(_ table: String) throws -> [(name: String, key: Int)] {
        try bind(1, table)
        return try all { ($0.string(0)!, $0.int(1)!) }
    }
}
