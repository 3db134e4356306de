import SearchFormat

/// How large the files of an index are. Sizes decide what a query moves, and how many files there are.
///
/// Measured on 760,000 models: term files of 12 kB packed instead of 8, 50 kB of terms a query instead of 24. Blocks of 256
/// for the head instead of 128: 31 kB of records instead of 27; of 512 for the others that are used instead of 256: 36
/// instead of 29. The head from level 3 instead of 4: 6 kB more of long lists; from 5 instead of 4: as many bytes, as tails
/// are read oftener, and topics are found worse (.60 instead of .64). Words of 14,000 popular models instead of 20,000:
/// 8 kB less, but of one-word names with a slip .67 are found instead of .95. Larger collections take larger files, so that
/// there are never more than about 10,000, half of them cells of vectors.
struct IndexShape: Equatable, Sendable {
    /// A `t` file, unpacked; packed it is about 0.6 of that.
    var termShardBytes: Int
    /// A term's postings, unpacked, from which they have files of their own.
    var longListBytes: Int
    /// A piece of the tail of a long list, unpacked.
    var longChunkBytes = 100_000
    /// Documents in a `d` file.
    var documentBands: [BlockLayout.Band]
    /// Documents in an `x` file: a multiple of the largest `d` file.
    var detailBlock: Int
    /// Documents in an `f` file, and in the first `n` files of a column; in the others four times as many.
    var facetChunk: Int

    /// Documents in an `n` file.
    var numberBands: [BlockLayout.Band]

    /// Documents of this level and above are the head: 1 + downloads + 30 · likes ≥ 100, 7 of 100 models.
    static let headLevel = 4
    /// Models whose names' words are corrected to.
    static let popularModels = 20_000

    /// Documents of this level, 1 + downloads + 30 · likes < 4, 71 of 100 models, are seldom in an answer.
    static let quietLevel = 0

    /// - Parameter levels: where the levels begin among so many models.
    init(models: Int, levels: [Manifest.Level]) {
        let head = Self.count(from: Self.headLevel, levels, of: models)
        let used = Self.count(from: Self.quietLevel + 1, levels, of: models)
        let isSmall = models <= 200_000
        let isLarge = models > 1_200_000
        // All terms take some 27 bytes a model.
        termShardBytes = max(isSmall ? 16_000 : 13_000, 27 * models / 2_000)
        longListBytes = isLarge ? 40_000 : 20_000
        detailBlock = isLarge ? 8_192 : 2_048
        facetChunk = isLarge ? 32_768 : 16_384
        let headBlock = isLarge || models <= 50_000 ? 256 : 128
        let quietBlock = isLarge ? 2_048 : isSmall ? 1_024 : 512
        let usedBlock = isLarge || isSmall ? quietBlock : 256
        numberBands = [.init(first: 0, size: facetChunk)]
        if models > 4 * facetChunk { numberBands.append(.init(first: 4 * facetChunk, size: 4 * facetChunk)) }
        documentBands = [.init(first: 0, size: headBlock)]
        for (end, size) in [(head, usedBlock), (used, quietBlock)] {
            // Sizes double, so what is whole in one is whole in those before it.
            let first = (end + size - 1) / size * size
            if first == documentBands.last!.first { documentBands.removeLast() }
            let isNew = documentBands.last.map { first < models && $0.size != size } ?? true
            if isNew { documentBands.append(.init(first: first, size: size)) }
        }
    }

    /// How many documents are of a level or above.
    static func count(from level: Int, _ levels: [Manifest.Level], of models: Int) -> Int {
        levels.first { $0.level < level }?.first ?? models
    }
}
