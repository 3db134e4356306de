import SQLite

extension Catalog {
    /// Takes everything out that an exclusion hides: rows about such a repo or owner, in whatever table, what hangs on them,
    /// and their names in the lists of others.
    ///
    ///     try catalog.exclude(Exclusion("acme/model, acmee"))  → 12 rows, unknown: ["acmee"]
    ///
    /// A repo that was hidden under an earlier name stays hidden under its present one. Bytes are overwritten, so the file
    /// holds no trace. Throws `CatalogError`.
    @discardableResult
    package func exclude(_ exclusion: Exclusion) throws -> Excluded {
        guard !exclusion.isEmpty else { return Excluded() }
        return try inCatalogWords {
            try database.execute("PRAGMA secure_delete = ON")
            return try database.transaction {
                try fillHidden(exclusion)
                var met: Set<String> = []
                for table in try tables() { met.formUnion(try namesMet(in: table)) }
                var changed = 0
                for (table, key, column, separator) in Self.lists {
                    changed += try shorten(column, of: table, key: key, separator: separator, exclusion, &met)
                }
                for table in try tables() { changed += try removeRows(of: table) }
                changed += try removeOrphans()
                try database.execute("DROP TABLE temp.hidden_repos; DROP TABLE temp.hidden_owners")
                return Excluded(rows: changed, unknown: exclusion.names.filter { !met.contains($0) })
            }
        }
    }
}

/// What hiding came to.
package struct Excluded: Equatable, Sendable {
    /// Rows that were removed or changed.
    package var rows = 0
    /// Names that nothing has here: misspelled, or gone by themselves; in lower case.
    package var unknown: [String] = []

    package init(rows: Int = 0, unknown: [String] = []) {
        self.rows = rows
        self.unknown = unknown
    }
}

extension Catalog {
    /// Columns that hold several names each; a hidden one is taken out of the list.
    private static let lists: [(table: String, key: String, column: String, separator: Character)] = [
        ("models", "id", "datasets", " "), ("models", "id", "tags", "\t"), ("datasets", "id", "tags", "\t"),
        ("spaces", "id", "tags", "\t"),
    ]

    /// Columns that hold an owner's bare name, in any table.
    private static let ownerColumns: Set = ["owner", "account", "community", "left_owner", "right_owner"]

    private func fillHidden(_ exclusion: Exclusion) throws {
        try database.execute(
            """
            CREATE TEMP TABLE hidden_repos (id TEXT PRIMARY KEY COLLATE NOCASE);
            CREATE TEMP TABLE hidden_owners (name TEXT PRIMARY KEY COLLATE NOCASE);
            """)
        for id in exclusion.repos { try database.prepare("INSERT INTO hidden_repos VALUES (?)").run(id) }
        for name in exclusion.owners { try database.prepare("INSERT INTO hidden_owners VALUES (?)").run(name) }
        for kind in CountedKind.allCases {
            try database.execute(
                """
                INSERT OR IGNORE INTO hidden_repos SELECT r.repo_id FROM \(kind.formerNames) f
                JOIN \(kind.repos) r ON r.id = f.\(kind.column) WHERE \(Self.isHidden("f.name"));
                """)
        }
    }

    /// Whether a cell is an id that is hidden, by itself or for its owner.
    private static func isHidden(_ cell: String) -> String {
        // The collation of the left side is the one that counts.
        let owner = "substr(\(cell), 1, instr(\(cell), '/') - 1) COLLATE NOCASE"
        return
            "(\(cell) COLLATE NOCASE IN (SELECT id FROM hidden_repos) OR \(owner) IN (SELECT name FROM hidden_owners))"
    }

    private func tables() throws -> [String] {
        let skipped: Set = ["migrations", "census_documents"]
        return try database.prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        ).all { try $0.neededString(0) }.filter { !skipped.contains($0) }
    }

    /// Columns that may hold a name, and no list of them.
    private func nameColumns(of table: String) throws -> [String] {
        let inLists = Set(Self.lists.filter { $0.table == table }.map(\.column))
        return try database.prepare("SELECT name FROM pragma_table_info('\(table)') WHERE type = 'TEXT'").all {
            try $0.neededString(0)
        }.filter { !inLists.contains($0) }
    }

    /// Which of the hidden names a table has.
    private func namesMet(in table: String) throws -> [String] {
        let questions = try nameColumns(of: table).map { column in
            let cell = "\(table).\(column)"
            let owner = "substr(\(cell), 1, instr(\(cell), '/') - 1)"
            let bare = Self.ownerColumns.contains(column) ? "OR h.name = \(cell)" : ""
            // The table is gone through once; the few names are looked up.
            return """
                SELECT h.id FROM \(table) CROSS JOIN temp.hidden_repos h ON h.id = \(cell)
                UNION SELECT h.name FROM \(table) CROSS JOIN temp.hidden_owners h ON h.name = \(owner) \(bare)
                """
        }
        guard !questions.isEmpty else { return [] }
        return try database.prepare(questions.joined(separator: " UNION ")).all { try $0.neededString(0) }
    }

    private func removeRows(of table: String) throws -> Int {
        let conditions = try nameColumns(of: table).map { column in
            Self.ownerColumns.contains(column)
                ? "(\(column) COLLATE NOCASE IN (SELECT name FROM hidden_owners) OR \(Self.isHidden(column)))"
                : Self.isHidden(column)
        }
        guard !conditions.isEmpty else { return 0 }
        try database.execute("DELETE FROM \(table) WHERE \(conditions.joined(separator: " OR "))")
        return database.changes
    }

    /// Rows that say more about a row that is gone; what hangs on those goes too.
    private func removeOrphans() throws -> Int {
        let links = try tables().flatMap { table in
            try database.prepare("SELECT \"from\", \"table\", \"to\" FROM pragma_foreign_key_list('\(table)')").all {
                (
                    table: table, column: try $0.neededString(0), parent: try $0.neededString(1),
                    key: $0.string(2) ?? "id"
                )
            }
        }
        var (all, last) = (0, -1)
        while last != 0 {
            last = 0
            for link in links {
                try database.execute(
                    "DELETE FROM \(link.table) WHERE \(link.column) NOT IN (SELECT \(link.key) FROM \(link.parent))")
                last += database.changes
            }
            all += last
        }
        return all
    }

    private func shorten(
        _ column: String, of table: String, key: String, separator: Character, _ exclusion: Exclusion,
        _ met: inout Set<String>
    ) throws -> Int {
        var changes: [(key: String, text: String?)] = []
        let read = try database.prepare("SELECT \(key), \(column) FROM \(table) WHERE \(column) IS NOT NULL")
        while try read.step() {
            let words = try read.neededString(1).split(separator: separator)
            // A tag may carry a name behind what it says of it: "base_model:finetune:acme/model".
            let kept = words.filter { word in
                let names = [word.split(separator: ":").last ?? word, word].flatMap { exclusion.names(hiding: $0) }
                met.formUnion(names)
                return names.isEmpty
            }
            guard kept.count < words.count else { continue }
            let text = kept.joined(separator: String(separator))
            changes.append((try read.neededString(0), text.isEmpty ? nil : text))
        }
        for change in changes {
            try database.prepare("UPDATE \(table) SET \(column) = ? WHERE \(key) = ?").run(change.text, change.key)
        }
        return changes.count
    }
}
