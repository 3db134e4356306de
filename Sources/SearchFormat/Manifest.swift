package import Core
package import JSON

/// What a reader of the index must know first: `manifest`. Unlike the other shards it is JSON (in the same envelope):
///
///     {
///       "format": "HubAtlas search", "version": 2,
///       "settings": "9f2c…",                     fingerprint of all settings of the build: `IndexSettings`
///       "models": 760000, "head": 51151,         head: documents of the levels whose part of long lists is read first
///       "newestDay": "2024-07-11",               of the newest list; null when none has a day
///       "levels": [[12, 0], [11, 35], …],        level, number of its first document; levels descend
///       "documents": {"blocks": [[0, 128], [65536, 1024]], "hashes": "…"},      d####; bands of `BlockLayout`
///       "details": {"blocks": [[0, 2048]]},                                     x####; hashes are in d####
///       "facets": {"blocks": [[0, 16384]], "hashes": "…"},                      f####
///       "numbers": {"blocks": [[0, 16384], [65536, 65536]], "hashes": "…"},     n####; column by column
///       "orders": {"hashes": "…"},                                              o####
///       "terms": {"count": 560600, "postings": 9840000, "firsts": ["", "@ab", …], "hashes": "…"},    t####
///       "long": {"terms": [["llama", 53211, 9000, 2], …], "hashes": "…"},       l####; `LongTerm`, sorted by bytes
///       "impacts": [0.05, …],                    16 numbers, ascending: what an impact class counts
///       "tables": {"tasks": …, "libraries": …, "licenses": …, "languages": …, "formats": …, "architectures": …},
///       "counts": {"gating": […], "kind": […], "marks": {…}, "weightBits": [[4, 1000], …], "none": {"task": 3, …}},
///       "synonyms": …, "weights": {…},
///       "vectors": …, "map": …                   as their makers have them; null when not built
///     }
///
/// Hashes: base64 of four bytes a file, in the order of their numbers. `firsts[i]`: the shortest text that is after the last
/// term of shard i − 1 and not after the first of shard i, in the order of UTF-8 bytes; a term is in the last shard whose
/// first text is not after it.
package struct Manifest: Equatable, Sendable {
    package var settings = ""
    package var modelCount = 0
    package var head = 0
    package var newestDay: Day?
    package var levels: [Level] = []
    package var documents = BlockLayout(count: 0, size: 1)
    package var documentHashes: [ShardHash] = []
    package var details = BlockLayout(count: 0, size: 1)
    package var facets = BlockLayout(count: 0, size: 1)
    package var facetHashes: [ShardHash] = []
    /// Every block of facets lies within one of these.
    package var numbers = BlockLayout(count: 0, size: 1)
    /// Of all columns, one after the other.
    package var numberHashes: [ShardHash] = []
    package var orderHashes: [ShardHash] = []
    /// Long ones too.
    package var termCount = 0
    package var postingCount = 0
    package var firstTerms: [String] = []
    package var termHashes: [ShardHash] = []
    package var longTerms: [LongTerm] = []
    package var longHashes: [ShardHash] = []
    package var impacts: [Double] = []
    package var tables = Tables()
    package var counts = CollectionCounts()
    /// As `SearchText.Synonyms` has them.
    package var synonyms: JSONValue = .null
    package var weights = Weights()
    package var vectors: JSONValue = .null
    package var map: JSONValue = .null

    package init() {}

    /// Documents whose p = log10(1 + downloads + 30 · likes) has the same floor(2 · p).
    package struct Level: Equatable, Sendable {
        package var level: Int
        /// Number of its first document.
        package var first: Int

        package init(level: Int, first: Int) {
            self.level = level
            self.first = first
        }

        /// Levels from 0 on; beyond them a number has no place in an index.
        package static let count = 36

        /// The least 1 + downloads + 30 · likes of a level: 1, 4, 10, 32, 100, …, the smallest whole number that is not below
        /// 10^(level / 2).
        package static func least(_ level: Int) -> Int {
            let tens = (0..<level / 2).reduce(1) { power, _ in power * 10 }
            return level % 2 == 0 ? tens : Int((Double(tens) * 10.0.squareRoot()).rounded(.up))
        }
    }

    /// What codes stand for.
    package struct Tables: Equatable, Sendable {
        /// Groups: modalities.
        package var tasks = CodeTable()
        package var libraries = CodeTable()
        /// Groups: license classes.
        package var licenses = CodeTable()
        package var languages = CodeTable()
        package var formats = CodeTable()
        package var architectures = CodeTable()

        package init() {}
    }

    /// The shard that has a term, if any has; long terms are in none.
    package func termShard(of term: [UInt8]) -> Int? {
        var range = firstTerms.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            if term.lexicographicallyPrecedes(firstTerms[middle].utf8) {
                range = range.lowerBound..<middle
            } else {
                range = middle + 1..<range.upperBound
            }
        }
        return range.lowerBound == 0 ? nil : range.lowerBound - 1
    }
}
