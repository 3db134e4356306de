/// In which documents each term stands: `ForwardIndex` turned round, by a counting sort, for documents in their final order.
///
///     index.documents(of: 3) → [0, 17, 42]      ascending
struct InvertedIndex: Sendable {
    /// Numbers of the dictionary, sorted by the terms' bytes: place → number.
    let sorted: [UInt32]
    let classes: ImpactClasses
    private let starts: [Int]
    private let documents: [UInt32]
    private let classOf: [UInt8]

    /// - Parameters:
    ///   - order: document → row of `forward`.
    ///   - sorted: `forward.dictionary.sorted()`, which a caller can compute beside other work.
    init(_ forward: ForwardIndex, order: [UInt32], sorted: [UInt32]) {
        self.sorted = sorted
        classes = ImpactClasses(postings: Self.histogram(forward.impacts))
        var starts = [0]
        starts.reserveCapacity(sorted.count + 1)
        // Place of each term's next posting; terms lie in their sorted order.
        var next = [Int](repeating: 0, count: sorted.count)
        for number in sorted {
            next[Int(number)] = starts.last!
            starts.append(starts.last! + Int(forward.df[Int(number)]))
        }
        var documents = [UInt32](repeating: 0, count: forward.postingCount)
        var classOf = [UInt8](repeating: 0, count: forward.postingCount)
        for (document, row) in order.enumerated() {
            for i in forward.range(of: Int(row)) {
                let term = Int(forward.terms[i])
                documents[next[term]] = UInt32(document)
                classOf[next[term]] = classes.ofFine[Int(forward.impacts[i])]
                next[term] += 1
            }
        }
        (self.starts, self.documents, self.classOf) = (starts, documents, classOf)
    }

    var termCount: Int { sorted.count }
    var postingCount: Int { documents.count }

    /// Of the term at a place of the sorted order.
    func df(_ place: Int) -> Int { starts[place + 1] - starts[place] }
    func documents(_ place: Int) -> ArraySlice<UInt32> { documents[starts[place]..<starts[place + 1]] }
    func classes(_ place: Int) -> ArraySlice<UInt8> { classOf[starts[place]..<starts[place + 1]] }

    private static func histogram(_ impacts: [UInt8]) -> [Int] {
        var counts = [Int](repeating: 0, count: ImpactScale.fineSteps)
        for impact in impacts { counts[Int(impact)] += 1 }
        return counts
    }
}
