import SearchFormat
import SearchText

/// The different terms of each model, with how much each says about it, in the order in which models came.
///
///     index.append(document)
///     index.terms(of: 0)   → [0, 1, 7]      numbers of `dictionary`
struct ForwardIndex: Sendable {
    private(set) var dictionary = TermDictionary()
    private(set) var terms: [UInt32] = []
    /// Of each of `terms`: BM25F's part of the score, `Impact.fine`.
    private(set) var impacts: [UInt8] = []
    /// Of each of `terms`: bit i when it stands in the field of raw value i.
    private(set) var fields: [UInt8] = []
    /// Of each term: in how many models it stands.
    private(set) var df: [UInt32] = []
    private var ends: [Int] = []
    private var work = Work()
    private let scale: ImpactScale

    init(weights: Weights) { scale = ImpactScale(weights) }

    var count: Int { ends.count }
    var postingCount: Int { terms.count }

    func range(of row: Int) -> Range<Int> { (row == 0 ? 0 : ends[row - 1])..<ends[row] }

    func terms(of row: Int) -> ArraySlice<UInt32> { terms[range(of: row)] }

    mutating func append(_ list: TermList) {
        let first = terms.count
        let parts = scale.parts(lengths: lengths(of: list))
        for i in 0..<list.count {
            let term = dictionary.number(of: list.bytes(of: i))
            let field = Int(list.field(of: i).rawValue)
            if term == df.count {
                df.append(0)
                work.lastRow.append(-1)
                work.place.append(0)
            }
            if Int(work.lastRow[term]) != count {
                work.lastRow[term] = Int32(count)
                work.place[term] = Int32(terms.count - first)
                if terms.count - first == work.sums.count { work.sums.append(0) }
                work.sums[terms.count - first] = 0
                terms.append(UInt32(term))
                fields.append(0)
                df[term] += 1
            }
            let place = Int(work.place[term])
            work.sums[place] += parts[field]
            fields[first + place] |= 1 << UInt8(field)
        }
        for place in 0..<terms.count - first { impacts.append(scale.fine(work.sums[place])) }
        ends.append(terms.count)
    }

    private func lengths(of list: TermList) -> [Int] {
        var lengths = [Int](repeating: 0, count: TextField.allCases.count)
        for i in 0..<list.count { lengths[Int(list.field(of: i).rawValue)] += 1 }
        return lengths
    }

    /// Used again for each model.
    private struct Work {
        /// Of each term: the model in which it came last, and its place there.
        var lastRow: [Int32] = []
        var place: [Int32] = []
        /// Of each place in a model.
        var sums: [Double] = []
    }
}
