import SearchFormat

/// The order in which the index numbers documents: by level of popularity, the popular first, then by name. So a short
/// beginning of every posting list has what most readers look for, and within a level alike names stand together, which is
/// half of what makes files small.
///
///     order.rows[0]   → the row of document 0
///     order.levels    → [(12, 0), (11, 35), …]
struct DocumentOrder: Sendable {
    /// Document → row of the corpus.
    private(set) var rows: [UInt32]
    private(set) var levels: [Manifest.Level] = []

    init(_ corpus: Corpus) {
        let keys = corpus.facts.indices.map { Key(corpus, row: $0) }
        rows = keys.sorted { $0.precedes($1, corpus.names) }.map(\.row)
        for (document, row) in rows.enumerated() {
            let level = Int(keys[Int(row)].level)
            if levels.last?.level != level { levels.append(.init(level: level, first: document)) }
        }
    }

    /// floor(2 · log10(1 + traffic)), by comparing whole numbers: a logarithm may round to either side of a step.
    static func level(traffic: Int) -> Int {
        steps.lastIndex { 1 + traffic >= $0 } ?? 0
    }

    private static let steps = (0..<Manifest.Level.count).map(Manifest.Level.least)
}

/// What documents are sorted by; the first eight letters of the name decide nearly always.
private struct Key: Sendable {
    var level: UInt8
    var prefix: UInt64
    var row: UInt32

    init(_ corpus: Corpus, row: Int) {
        level = UInt8(DocumentOrder.level(traffic: corpus.facts[row].traffic))
        self.row = UInt32(row)
        prefix = 0
        let name = corpus.names.name(row)
        for i in 0..<8 { prefix = prefix << 8 | (i < name.count ? UInt64(folded(name[name.startIndex + i])) : 0) }
    }

    func precedes(_ other: Key, _ names: Names) -> Bool {
        if level != other.level { return level > other.level }
        if prefix != other.prefix { return prefix < other.prefix }
        let name = names.name(Int(row))
        let otherName = names.name(Int(other.row))
        for (a, b) in zip(name, otherName) where folded(a) != folded(b) { return folded(a) < folded(b) }
        if name.count != otherName.count { return name.count < otherName.count }
        return names.bytes(Int(row)).lexicographicallyPrecedes(names.bytes(Int(other.row)))
    }
}

/// Capitals of ASCII as small letters: names have no others.
private func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
