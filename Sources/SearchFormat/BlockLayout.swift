import JSON

/// Which block has a document. BlockLayout of popular documents are smaller: results lie there oftener, and a block is loaded
/// whole.
///
///     BlockLayout(count: 70_000, bands: [.init(first: 0, size: 128), .init(first: 65_536, size: 1024)])
///     blocks.block(of: 300)    → 2
///     blocks.block(of: 66_000) → 512
///     blocks.range(of: 512)    → 65_536..<66_560
package struct BlockLayout: Equatable, Sendable {
    package struct Band: Equatable, Sendable {
        /// Number of its first document, a multiple of `size`.
        package var first: Int
        package var size: Int

        package init(first: Int, size: Int) {
            self.first = first
            self.size = size
        }
    }

    /// Documents in all.
    package let count: Int
    /// The first begins at 0.
    package let bands: [Band]
    /// Number of the first block of each band, and the number of all blocks.
    private let starts: [Int]

    package init(count: Int, bands: [Band]) {
        precondition(Self.areSound(bands), "bands begin at 0 and ascend, by whole blocks")
        self.count = count
        self.bands = bands
        var starts = [0]
        for (i, band) in bands.enumerated() {
            let end = i + 1 < bands.count ? min(bands[i + 1].first, count) : count
            starts.append(starts[i] + max(0, end - band.first + band.size - 1) / band.size)
        }
        self.starts = starts
    }

    package init(count: Int, size: Int) { self.init(count: count, bands: [Band(first: 0, size: size)]) }

    package var blockCount: Int { starts.last! }

    package func block(of document: Int) -> Int {
        precondition(document >= 0 && document < count, "document \(document) of \(count)")
        let i = bands.lastIndex { $0.first <= document }!
        return starts[i] + (document - bands[i].first) / bands[i].size
    }

    package func range(of block: Int) -> Range<Int> {
        precondition(block >= 0 && block < blockCount, "block \(block) of \(blockCount)")
        let i = bands.indices.last { starts[$0] <= block }!
        let first = bands[i].first + (block - starts[i]) * bands[i].size
        return first..<min(first + bands[i].size, count)
    }

    private static func areSound(_ bands: [Band]) -> Bool {
        guard bands.first?.first == 0, bands.allSatisfy({ $0.size > 0 && $0.first % $0.size == 0 }) else {
            return false
        }
        return zip(bands, bands.dropFirst()).allSatisfy { $0.first < $1.first && $1.first % $0.size == 0 }
    }
}

extension BlockLayout {
    /// `[[first, size], …]`.
    var json: JSONValue { .array(bands.map { [.integer($0.first), .integer($0.size)] }) }

    init?(_ json: JSONValue?, count: Int) {
        var bands: [Band] = []
        for row in json?.array ?? [] {
            guard let first = row.array?.first?.integer, let size = row.array?.last?.integer else { return nil }
            bands.append(Band(first: first, size: size))
        }
        guard Self.areSound(bands) else { return nil }
        self.init(count: count, bands: bands)
    }
}
