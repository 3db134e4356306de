import SearchFormat

/// How large the files of an index are. Sizes decide what a query moves, and how many files there are.
///
/// Measured on 760,000 models with 400 known items (median of a query, six blocks read): term files of 12 kB packed
/// instead of 8: 50 kB of terms instead of 24; blocks of 256 everywhere instead of 128 for the popular: 31 kB instead of 27.
/// The head from level 3 instead of 4: 6 kB more of long lists; from level 5 instead of 4: as many bytes, as tails are read
/// oftener, and topics are found worse (.60 instead of .64). Words of 14,000 popular models instead of 20,000: 8 kB
/// less, but of one-word names with a slip .67 are found instead of .95. Larger collections take larger files, so that there are
/// never more than about 5,000.
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

    /// - Parameter head: how many of the documents are the head.
    init(models: Int, head: Int) {
        let isSmall = models <= 200_000
        let isLarge = models > 1_200_000
        // All terms take some 27 bytes a model.
        termShardBytes = max(isSmall ? 16_000 : 13_000, 27 * models / 2_000)
        longListBytes = isLarge ? 40_000 : 20_000
        detailBlock = isLarge ? 8_192 : 2_048
        facetChunk = isLarge ? 32_768 : 16_384
        let tailBlock = isLarge ? 2_048 : isSmall ? 1_024 : 512
        let headBlock = isLarge || models <= 50_000 ? 256 : 128
        let wholeHead = (head + tailBlock - 1) / tailBlock * tailBlock
        numberBands = [.init(first: 0, size: facetChunk)]
        if models > 4 * facetChunk { numberBands.append(.init(first: 4 * facetChunk, size: 4 * facetChunk)) }
        documentBands = [.init(first: 0, size: headBlock)]
        if wholeHead == 0 { documentBands[0].size = tailBlock }
        if wholeHead > 0, wholeHead < models { documentBands.append(.init(first: wholeHead, size: tailBlock)) }
    }
}
