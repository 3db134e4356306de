import JSON
import SearchFormat

/// How large the files of an index are. Sizes decide what a query moves, and how many files there are.
struct IndexShape: Equatable, Sendable {
    /// A `t` file, unpacked; packed it is about 0.4 of that.
    var termShardBytes = 20_000
    /// A term's postings, unpacked, from which they have files of their own.
    var longListBytes = 20_000
    /// A piece of the tail of a long list, unpacked.
    var longChunkBytes = 100_000
    /// Documents in a `d` file.
    var documentBands = [BlockLayout.Band(first: 0, size: 256)]
    /// Documents in an `x` file: a multiple of the largest `d` file.
    var detailBlock = 1024
    /// Documents in an `f` file.
    var facetChunk = 16_384
    /// Documents of this level and above are the head: 1 + downloads + 30 · likes ≥ 10^(3/2), 12 of 100 models.
    var headLevel = 3
    /// Models whose names' words are corrected to.
    var popularModels = 20_000

    init(models: Int) {}
}
