package import JSON

/// The names that codes stand for, the commonest first, and how many models of the whole collection have each: the counts
/// of a facet without a query.
///
///     tasks.names[0]  → "text-generation"
///     tasks.counts[0] → 91_000
///     tasks.groups[0] → "nlp"
///
/// In the manifest an array of `[name, count]` or, with groups, `[name, count, group]`. Equal counts: by name.
package struct CodeTable: Equatable, Sendable {
    /// nil only among licenses: one is stated that has no identifier; its class is in `groups`.
    package var names: [String?] = []
    package var counts: [Int] = []
    /// The modality of a task, the class of a license; empty for the other tables.
    package var groups: [String] = []

    package init() {}

    package var count: Int { names.count }
}

extension CodeTable {
    package var json: JSONValue {
        .array(
            names.indices.map { i in
                .array(
                    [JSONValue(names[i]), .integer(counts[i])] + (groups.isEmpty ? [] : [.string(groups[i])]))
            })
    }

    /// nil when it is not as said.
    package init?(_ json: JSONValue?, hasGroups: Bool) {
        guard let rows = json?.array else { return nil }
        for row in rows {
            guard let row = row.array, row.count == (hasGroups ? 3 : 2), let count = row[1].integer, count >= 0,
                row[0] == .null || row[0].string != nil
            else { return nil }
            names.append(row[0].string)
            counts.append(count)
            if hasGroups {
                guard let group = row[2].string else { return nil }
                groups.append(group)
            }
        }
    }
}
