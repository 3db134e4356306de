extension ParquetFile {
    /// Every page of a column of a row group, one after the other, and as many rows as the group has.
    package func forEachPage(
        of leaf: Int, inGroup group: Int, _ body: (ColumnData) throws -> Void
    ) throws {
        try ParquetError.located(path, "row group \(group), column \(leaves[leaf].name)") {
            var pages = PageReader(self, leaf: leaf, group: group)
            var rows = 0
            while let page = try pages.next() {
                rows += page.rows
                try body(page)
            }
            guard rows == metadata.groups[group].rows else {
                throw ParquetError.damaged("\(rows) rows, the row group has \(metadata.groups[group].rows)")
            }
        }
    }

    /// A column of a row group as a whole.
    package func column(_ leaf: Int, ofGroup group: Int) throws -> ParquetValues {
        let chunk = metadata.groups[group].columns[leaf]
        guard chunk.values <= limits.chunkValues else {
            throw ParquetError(
                .tooLarge("a column of \(chunk.values) values"), at: path,
                "row group \(group), column \(leaves[leaf].name)")
        }
        var pages: [ColumnData] = []
        try forEachPage(of: leaf, inGroup: group) { pages.append($0) }
        var all = ColumnData(.joined(pages.map(\.values), of: leaves[leaf].physical), rows: 0)
        for page in pages {
            all.rows += page.rows
            all.definitions += page.definitions
            all.repetitions += page.repetitions
        }
        return ParquetValues(leaf: leaves[leaf], data: all)
    }

    /// The same by the name of the column; it must be there.
    package func column(_ name: String, ofGroup group: Int) throws -> ParquetValues {
        guard let leaf = leaf(name) else { throw ParquetError(.damaged("there is no column \(name)"), at: path) }
        return try column(leaf, ofGroup: group)
    }
}

/// A column of a row group as Swift has it. Of another type than is asked for there are no values, and `nil` is the answer.
package struct ParquetValues: Equatable, Sendable {
    package var leaf: ParquetLeaf
    package var data: ColumnData

    /// Whole numbers, days and instants.
    package var integers: [Int?]? {
        switch data.values {
        case .int32s(let values): spread(values).map { $0.map { Int($0) } }
        case .int64s(let values): spread(values).map { $0.map { Int($0) } }
        default: nil
        }
    }

    package var numbers: [Double?]? {
        switch data.values {
        case .floats(let values): spread(values).map { $0.map { Double($0) } }
        case .doubles(let values): spread(values)
        default: nil
        }
    }

    package var booleans: [Bool?]? {
        guard case .booleans(let values) = data.values else { return nil }
        return spread(values)
    }

    package var texts: [String?]? {
        guard case .bytes(let values) = data.values else { return nil }
        return spread(values.texts)
    }

    /// Lists of texts, in which a text may be missing, too.
    package var lists: [[String?]?]? {
        guard case .bytes(let values) = data.values, leaf.maxRepetition == 1 else { return nil }
        var (lists, next): ([[String?]?], Int) = ([], 0)
        for (repetition, definition) in zip(data.repetitions, data.definitions) {
            if repetition == 0 { lists.append(definition < leaf.elementDefinition - 1 ? nil : []) }
            guard definition >= leaf.elementDefinition, !lists.isEmpty else { continue }
            let isThere = definition == leaf.maxDefinition
            lists[lists.count - 1, default: []].append(isThere ? values.text(next) : nil)
            if isThere { next += 1 }
        }
        return lists
    }

    /// Values with nulls between them.
    private func spread<Value>(_ values: [Value]) -> [Value?] {
        guard leaf.maxDefinition > 0 else { return values }
        var next = 0
        return data.definitions.map { definition in
            guard definition == leaf.maxDefinition else { return nil }
            defer { next += 1 }
            return values[next]
        }
    }
}

extension [[String?]?] {
    /// The list at a place, made where there was none.
    fileprivate subscript(i: Int, default none: [String?]) -> [String?] {
        get { self[i] ?? none }
        set { self[i] = newValue }
    }
}
