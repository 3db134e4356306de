import Numerics

/// How far the nearest in the picture are also near in truth: 1 when each of the k nearest in the plane is among the k nearest of
/// the vectors, less by how far down their order it stands; about 0.5 when places are drawn by lot.
///
///     trustworthiness(of: places, vectors: [1, 0, …], dimensions: 2, neighbors: 10) → 0.96
///
/// T = 1 − 2 / (m·k·(2n − 3k − 1)) · Σ max(0, rank − k), over the m vertices asked (all, or a seeded sample). The rank of a
/// neighbor counts whose cosine is greater; equal vectors share the best rank of theirs, as no picture could tell them.
/// Takes m · n · dimensions steps. Source: Venna, Kaski, "Neighborhood preservation in nonlinear projection methods" (2001).
package func trustworthiness(
    of places: Places, vectors: [Float], dimensions: Int, neighbors k: Int, sample: Int = .max, seed: UInt64 = 1
) -> Double {
    let n = places.count
    precondition(vectors.count == n * dimensions, "a vector each")
    precondition(k > 0 && 2 * n > 3 * k + 1, "\(n) are too few for \(k) neighbors")
    var random = SeededRandom(seed: seed)
    let asked = random.sample(min(sample, n), of: n)
    let excess = asked.reduce(0) { sum, vertex in
        let similar = (0..<n).map { cosineLike(vectors, vertex, $0, dimensions) }
        return sum
            + nearest(to: vertex, in: places, k).reduce(0) { $0 + max(0, rank(of: $1, in: similar, but: vertex) - k) }
    }
    return 1 - 2 * Double(excess) / (Double(asked.count * k) * Double(2 * n - 3 * k - 1))
}

/// The inner product: the vectors have length one.
private func cosineLike(_ vectors: [Float], _ a: Int, _ b: Int, _ dimensions: Int) -> Float {
    (0..<dimensions).reduce(0) { $0 + vectors[a * dimensions + $1] * vectors[b * dimensions + $1] }
}

private func rank(of neighbor: Int, in similar: [Float], but vertex: Int) -> Int {
    // What rounding alone sets apart is equal.
    let bar = similar[neighbor] + 1e-5
    return 1 + similar.indices.count { $0 != vertex && similar[$0] > bar }
}

private func nearest(to vertex: Int, in places: Places, _ k: Int) -> [Int] {
    func distance(_ other: Int) -> Float {
        let dx = places.xs[other] - places.xs[vertex]
        let dy = places.ys[other] - places.ys[vertex]
        return dx * dx + dy * dy
    }
    let others = (0..<places.count).filter { $0 != vertex }.map { (distance($0), $0) }
    return others.sorted { $0 < $1 }.prefix(k).map(\.1)
}
