import Layout
import Numerics

/// Invented vectors and their exact neighbors.
struct World {
    var vectors: [Float]
    var dimensions: Int
    var lists: NeighborLists

    /// Clusters of directions: each vector is its cluster's axis with noise, of length one.
    static func clusters(_ clusters: Int, of size: Int, dimensions: Int = 16, noise: Double = 0.08, k: Int = 10)
        -> World
    {
        var random = SeededRandom(seed: 5)
        var vectors: [Float] = []
        for cluster in 0..<clusters {
            for _ in 0..<size {
                let vector = (0..<dimensions).map { Float(random.normal() * noise + ($0 == cluster ? 1 : 0)) }
                let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
                vectors += vector.map { $0 / length }
            }
        }
        return World(vectors: vectors, dimensions: dimensions, lists: exactNeighbors(vectors, dimensions, k))
    }

    private static func exactNeighbors(_ vectors: [Float], _ dimensions: Int, _ k: Int) -> NeighborLists {
        let n = vectors.count / dimensions
        var neighbors: [Int32] = []
        var similarities: [Float] = []
        for i in 0..<n {
            var all: [(similarity: Float, vertex: Int)] = []
            for j in 0..<n where j != i {
                var sum: Float = 0
                for d in 0..<dimensions { sum += vectors[i * dimensions + d] * vectors[j * dimensions + d] }
                all.append((sum, j))
            }
            all.sort { ($1.similarity, $0.vertex) < ($0.similarity, $1.vertex) }
            neighbors += all.prefix(k).map { Int32($0.vertex) }
            similarities += all.prefix(k).map(\.similarity)
        }
        return NeighborLists(neighbors: neighbors, similarities: similarities, each: k)
    }
}

extension Places {
    var areFinite: Bool { xs.allSatisfy(\.isFinite) && ys.allSatisfy(\.isFinite) }

    func distance(_ a: Int, _ b: Int) -> Float {
        ((xs[a] - xs[b]) * (xs[a] - xs[b]) + (ys[a] - ys[b]) * (ys[a] - ys[b])).squareRoot()
    }
}
