import Numerics

extension Matrix {
    /// Every row brought to length 1; a row of zeros stays.
    ///
    ///     [3 4; 0 0] → [.6 .8; 0 0]
    package mutating func normalizeRows() {
        let k = columns
        guard k > 0 else { return }
        let rows = rows
        values.withUnsafeMutableBufferPointer {
            nonisolated(unsafe) let values = $0.baseAddress!
            Blocks(of: 4096, count: rows).concurrently { _, range in
                for r in range { normalize(values + r * k, count: k) }
            }
        }
    }
}

/// Brings a vector to length 1; a vector of zeros stays.
private func normalize(_ x: UnsafeMutablePointer<Float>, count: Int) {
    var sum = 0.0
    for i in 0..<count { sum += Double(x[i]) * Double(x[i]) }
    guard sum > 0 else { return }
    let factor = Float(1 / sum.squareRoot())
    for i in 0..<count { x[i] *= factor }
}
