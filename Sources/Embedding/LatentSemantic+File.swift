import SearchText

/// The file that a fitted model is kept in, for queries and for models that come later. Numbers lowest byte first:
///
///     line       32 bytes: "HubAtlas embedding 1\n", filled with zeros
///     terms      8 bytes: t
///     dimensions 8 bytes: d
///     weights    6 floats: name, name part, owner, tag, base, power of the inverse document frequency
///     lengths    t bytes: of each term
///     texts      the terms, UTF-8, sorted by their bytes
///     idf        t floats
///     scales     t floats
///     places     t · d signed bytes: the place of a term is scale · bytes
extension LatentSemantic {
    private static let line = "HubAtlas embedding 1\n"

    package var contents: [UInt8] {
        var out = LittleEndianWriter(line: Self.line, termCount, dimensions)
        let w = space.weights
        out.append([w.name, w.namePart, w.owner, w.tag, w.base, w.idfPower])
        out.append(space.terms.map { UInt8($0.utf8.count) })
        for term in space.terms { out.append(Array(term.utf8)) }
        out.append(space.idf)
        out.append(places.scales)
        out.append(places.bytes)
        return out.bytes
    }

    /// - Throws: `EmbeddingError`.
    package init(contents: [UInt8], at place: String) throws(EmbeddingError) {
        var reader = try LittleEndianReader(contents, line: Self.line, at: place)
        let count = try reader.count(below: 1 << 31)
        let dimensions = try reader.count(below: 1 << 16)
        let numbers = try reader.values(6, of: Float.self)
        let lengths = try reader.values(count, of: UInt8.self)
        var terms: [String] = []
        for length in lengths {
            let bytes = try reader.values(Int(length), of: UInt8.self)
            guard let term = String(validating: bytes, as: UTF8.self) else {
                throw EmbeddingError(.damaged("a term that is not UTF-8"), at: place)
            }
            terms.append(term)
        }
        let idf = try reader.values(count, of: Float.self)
        let scales = try reader.values(count, of: Float.self)
        let places = PackedVectors(
            dimensions: dimensions, scales: scales, bytes: try reader.values(count * dimensions, of: Int8.self))
        try reader.end()
        guard (numbers + idf + scales).allSatisfy(\.isFinite) else {
            throw EmbeddingError(.damaged("a number that is not finite"), at: place)
        }
        self.init(
            space: TermSpace(terms: terms, idf: idf, weights: TermWeights(numbers)), places: places)
    }
}

extension TermWeights {
    /// In the order of the file.
    fileprivate init(_ numbers: [Float]) {
        (name, namePart, owner) = (numbers[0], numbers[1], numbers[2])
        (tag, base, idfPower) = (numbers[3], numbers[4], numbers[5])
    }
}
