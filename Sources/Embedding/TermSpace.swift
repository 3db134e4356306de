import LinearAlgebra
import SearchText

#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// The terms that carry meaning, and how much each of them weighs: documents and queries become sparse rows of length 1.
struct TermSpace: Equatable, Sendable {
    /// Sorted by their bytes.
    let terms: [String]
    /// The inverse document frequency of each to the power of the settings.
    let idf: [Float]
    let weights: TermWeights

    /// The terms that are in at least so many documents.
    init(of corpus: some TermSource, minimumDocumentFrequency: Int, weights: TermWeights) {
        self.init(
            numbers: Self.numbers(of: corpus, minimumDocumentFrequency: minimumDocumentFrequency), of: corpus,
            weights: weights)
    }

    init(terms: [String], idf: [Float], weights: TermWeights) {
        (self.terms, self.idf, self.weights) = (terms, idf, weights)
    }

    /// The corpus' numbers of the chosen terms, in the order of the terms' bytes.
    static func numbers(of corpus: some TermSource, minimumDocumentFrequency: Int) -> [Int] {
        (0..<corpus.termCount).filter { corpus.documentFrequency(of: $0) >= minimumDocumentFrequency }
            .sorted { corpus.bytes(of: $0).lexicographicallyPrecedes(corpus.bytes(of: $1)) }
    }

    private init(numbers: [Int], of corpus: some TermSource, weights: TermWeights) {
        terms = numbers.map { String(decoding: corpus.bytes(of: $0), as: UTF8.self) }
        idf = numbers.map {
            let share = Float(1 + corpus.count) / Float(1 + corpus.documentFrequency(of: $0))
            return pow(1 + log(share), weights.idfPower)
        }
        self.weights = weights
    }
}

extension TermSpace {
    /// One row a document; a document without any of the terms has an empty row.
    func matrix(of corpus: some TermSource, minimumDocumentFrequency: Int) -> SparseMatrix {
        var columns = [Int32](repeating: -1, count: corpus.termCount)
        let numbers = Self.numbers(of: corpus, minimumDocumentFrequency: minimumDocumentFrequency)
        for (column, number) in numbers.enumerated() { columns[number] = Int32(column) }
        let table = weights.table
        var out = SparseMatrix(columns: terms.count)
        var row: [(column: Int, value: Float)] = []
        for document in 0..<corpus.count {
            row.removeAll(keepingCapacity: true)
            let (terms, fields) = corpus.terms(of: document)
            for (term, fields) in zip(terms, fields) {
                let column = Int(columns[Int(term)])
                if column >= 0 { row.append((column, table[Int(fields)] * idf[column])) }
            }
            out.appendRow(normalized(row))
        }
        return out
    }

    /// The row of terms that are no document of the corpus: a query, or a new model.
    func row(of list: TermList) -> [(column: Int, value: Float)] {
        var fields: [Int: UInt8] = [:]
        for i in 0..<list.count {
            if let column = column(of: list.text(of: i)) {
                fields[column, default: 0] |= 1 << list.field(of: i).rawValue
            }
        }
        return normalized(fields.map { (column: $0, value: weights.weight(fields: $1) * idf[$0]) })
    }

    /// Binary search among the sorted terms.
    func column(of term: String) -> Int? {
        var (low, high) = (0, terms.count)
        while low < high {
            let middle = (low + high) / 2
            if terms[middle].utf8.lexicographicallyPrecedes(term.utf8) { low = middle + 1 } else { high = middle }
        }
        return low < terms.count && terms[low].utf8.elementsEqual(term.utf8) ? low : nil
    }

    /// Ascending columns, length 1, no zeros.
    private func normalized(_ row: [(column: Int, value: Float)]) -> [(column: Int, value: Float)] {
        let kept = row.filter { $0.value > 0 }.sorted { $0.column < $1.column }
        let length = kept.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
        return kept.map { ($0.column, $0.value / length) }
    }
}
