import Core
import SearchFormat

/// Writes the inverted index: `t` files, and `l` files for terms that stand in very many documents.
struct TermFiles: Sendable {
    let dictionary: TermDictionary
    let index: InvertedIndex
    let head: Int
    let shape: IndexShape

    init(_ corpus: Corpus, _ index: InvertedIndex, head: Int, shape: IndexShape) {
        (dictionary, self.index, self.head, self.shape) = (corpus.forward.dictionary, index, head, shape)
    }

    /// Fills the manifest's part.
    func write(_ writer: IndexWriter, into manifest: inout Manifest) throws {
        let plan = plan()
        (manifest.termCount, manifest.postingCount) = (index.termCount, index.postingCount)
        manifest.impacts = index.classes.values
        manifest.firstTerms = plan.shards.indices.map { i in
            i == 0 ? "" : separator(after: plan.shards[i - 1].last!, before: plan.shards[i][0])
        }
        manifest.termHashes = try writer.write(.terms, count: plan.shards.count) { number in
            let terms = plan.shards[number].map { TermShard.Term(text: Array(text($0)), postings: postings($0)) }
            return TermShard(number: number, terms: terms).written
        }
        let chunks = plan.long.flatMap { place in
            let classes = index.classes.coarse(index.classes(place))
            return cuts(of: place).map { (place: place, part: $0, classes: classes) }
        }
        manifest.longTerms = longTerms(plan.long)
        manifest.longHashes = try writer.write(.longList, count: chunks.count) { number in
            let (place, part, classes) = chunks[number]
            let postings = Postings(
                documents: Array(index.documents(place).dropFirst(part.lowerBound).prefix(part.count)),
                classes: Array(classes[part]))
            return LongListChunk(number: number, term: string(place), postings: postings).written
        }
    }
}

extension TermFiles {
    /// Which terms share a file, in order, and which have files of their own; by place in the sorted order.
    struct Plan: Sendable {
        var shards: [[Int]] = []
        var long: [Int] = []
    }

    private func plan() -> Plan {
        var plan = Plan()
        var size = 0
        for place in 0..<index.termCount {
            let bytes = bytes(of: place)
            if bytes > shape.longListBytes {
                plan.long.append(place)
                continue
            }
            if plan.shards.isEmpty || (size > 0 && size + bytes > shape.termShardBytes) {
                plan.shards.append([])
                size = 0
            }
            plan.shards[plan.shards.count - 1].append(place)
            size += bytes
        }
        return plan
    }

    /// Unpacked, about: text, number of documents, a class a document, and the distances between them.
    private func bytes(of place: Int) -> Int {
        var bytes = 4 + index.df(place)
        var next: UInt32 = 0
        for document in index.documents(place) {
            let distance = document - next
            bytes += distance < 1 << 7 ? 1 : distance < 1 << 14 ? 2 : distance < 1 << 21 ? 3 : 4
            next = document + 1
        }
        return bytes
    }

    /// The parts of a long list, as ranges of its postings: first the head, then pieces of the tail.
    private func cuts(of place: Int) -> [Range<Int>] {
        let headCount = headCount(place)
        let df = index.df(place)
        // About three bytes a posting.
        let piece = max(1, shape.longChunkBytes / 3)
        let tail = stride(from: headCount, to: df, by: piece).map { $0..<min($0 + piece, df) }
        return [0..<headCount] + tail
    }

    private func longTerms(_ places: [Int]) -> [LongTerm] {
        var next = 0
        return places.map { place in
            let chunks = next..<next + cuts(of: place).count
            next = chunks.upperBound
            return LongTerm(
                text: string(place), df: index.df(place), headCount: headCount(place), chunks: chunks)
        }
    }

    private func headCount(_ place: Int) -> Int {
        let documents = index.documents(place)
        var range = documents.indices
        while !range.isEmpty {
            let middle = (range.lowerBound + range.upperBound) / 2
            range = documents[middle] < head ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return range.lowerBound - documents.startIndex
    }

    private func postings(_ place: Int) -> Postings {
        Postings(documents: Array(index.documents(place)), classes: Array(index.classes(place)))
    }

    /// The shortest text that is after one term and not after the other, cut between characters.
    private func separator(after before: Int, before first: Int) -> String {
        let (before, first) = (text(before), text(first))
        let shared = zip(before, first).prefix { $0 == $1 }.count
        var end = first.startIndex + shared + 1
        // A continuation byte begins no character.
        while end < first.endIndex, first[end] & 0xC0 == 0x80 { end += 1 }
        return String(decoding: first[..<end], as: UTF8.self)
    }

    private func text(_ place: Int) -> ArraySlice<UInt8> { dictionary.text(Int(index.sorted[place])) }
    private func string(_ place: Int) -> String { String(decoding: text(place), as: UTF8.self) }
}
