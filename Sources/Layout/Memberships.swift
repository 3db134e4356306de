import Foundation
import Numerics

/// How strongly each vertex holds to each of its neighbors, 0 … 1: the nearest fully, the others by how much farther they are in
/// terms of the vertex's own surroundings, so that dense and sparse regions are drawn alike.
///
///     similarities 0.99 0.90 0.90 → memberships 1, then less, summing to log2(3)
///
/// μ(j) = exp(−max(0, d(j) − ρ) / σ) with d = 1 − similarity, ρ the distance of the nearest, and σ such that the μ of the row sum
/// to log2 of their number. Source: McInnes, Healy, Melville, "UMAP: Uniform Manifold Approximation and Projection for
/// Dimension Reduction" (2018), section 3.1, algorithm 3.
func memberships(of lists: NeighborLists) -> [Float] {
    let out = Shared<Float>(repeating: 0, count: lists.neighbors.count)
    Blocks(of: 2048, count: lists.count).concurrently { _, block in
        lists.similarities.withUnsafeBufferPointer { similarities in
            for vertex in block { fill(lists.row(vertex), of: similarities, into: out.pointer) }
        }
    }
    return out.values
}

/// Bisection leaves σ within 2⁻³² of its bracket or the sum within this of its target.
private let tolerance: Float = 1e-4

private func fill(_ row: Range<Int>, of similarities: UnsafeBufferPointer<Float>, into out: UnsafeMutablePointer<Float>)
{
    guard !row.isEmpty else { return }
    var nearest = Float.infinity
    var sum: Float = 0
    for i in row {
        out[i] = distance(similarities[i])
        nearest = min(nearest, out[i])
        sum += out[i]
    }
    // A row all of whose distances are nearly one would need an endless σ: it never is smaller than a share of the mean.
    let floor = max(1e-6, 1e-3 * sum / Float(row.count))
    let width = max(floor, sigma(row, out, nearest))
    for i in row { out[i] = exp(-max(0, out[i] - nearest) / width) }
}

private func distance(_ similarity: Float) -> Float { similarity.isFinite ? max(0, 1 - similarity) : 1 }

private func sigma(_ row: Range<Int>, _ distances: UnsafeMutablePointer<Float>, _ nearest: Float) -> Float {
    let target = log2(Float(row.count))
    var low: Float = 0
    var high = Float.infinity
    var middle: Float = 1
    for _ in 0..<32 {
        var sum: Float = 0
        for i in row { sum += exp(-max(0, distances[i] - nearest) / middle) }
        if abs(sum - target) < tolerance { break }
        if sum > target { high = middle } else { low = middle }
        middle = high.isFinite ? (low + high) / 2 : middle * 2
    }
    return middle
}
