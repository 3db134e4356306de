import Numerics

/// Moves vertices until neighbors lie together and strangers apart.
///
/// The objective is UMAP's cross-entropy with the kernel 1 / (1 + a·d²), UMAP's with b = 1: no power is needed, and the force
/// is a fraction of two products. Otherwise the descent is not UMAP's one edge at a time, whose outcome depends on the order:
/// in each epoch every vertex takes one step from everyone's place of the epoch before, with all its edges at once and a few
/// strangers drawn for it, divided by the sum of its attractions' strengths. Such a step goes to where the forces would balance,
/// so dozens of epochs do what takes hundreds of small ones, and cores may share an epoch in any way with the same outcome.
/// Source: McInnes et al. (2018), section 3.2 and appendix C; the step is a Jacobi iteration.
struct ForceDescent {
    /// Width of the kernel; 1.577 fits UMAP's `min_dist` of 0.1 near zero.
    var a: Float = 1.577
    /// How much the strangers count against the neighbors; UMAP draws five for each neighbor.
    var repulsion: Float = 5
    /// Pull to the middle: keeps parts that nothing connects from drifting away for ever.
    var gravity: Float = 1e-3
    /// No step is longer than this times what is left of the descent.
    var longestStep: Float = 4

    /// - Parameter heat: the first epoch's share of a whole step; it falls evenly to zero.
    func run(_ graph: WeightedGraph, from start: Places, epochs: Int, heat: Float, seed: UInt64) -> Places {
        let count = graph.count
        guard count > 1 else { return start }
        var random = SeededRandom(seed: seed)
        let columns = Shared(graph.columns)
        let weights = Shared(graph.weights)
        let offsets = Shared(graph.offsets)
        let strangers = Strangers(count: count, random: &random)
        var old = (x: Shared(start.xs), y: Shared(start.ys))
        var new = (x: Shared(start.xs), y: Shared(start.ys))
        for epoch in 0..<epochs {
            strangers.take(old.x, old.y)
            let warmth = heat * (1 - Float(epoch) / Float(epochs))
            let epochSeed = random.next()
            let (from, to) = (old, new)
            Blocks(of: 2048, count: count).concurrently { _, block in
                for vertex in block {
                    step(
                        vertex, Int(offsets[vertex])..<Int(offsets[vertex + 1]), columns.pointer, weights.pointer,
                        from.x.pointer, from.y.pointer, to.x.pointer, to.y.pointer, strangers, warmth, epochSeed)
                }
            }
            swap(&old, &new)
        }
        return Places(xs: old.x.values, ys: old.y.values)
    }
}

extension ForceDescent {
    @inline(__always)
    private func step(
        _ vertex: Int, _ row: Range<Int>, _ columns: UnsafePointer<Int32>, _ weights: UnsafePointer<Float>,
        _ xs: UnsafePointer<Float>, _ ys: UnsafePointer<Float>, _ newXs: UnsafeMutablePointer<Float>,
        _ newYs: UnsafeMutablePointer<Float>, _ strangers: Strangers, _ warmth: Float, _ seed: UInt64
    ) {
        let x = xs[vertex]
        let y = ys[vertex]
        var forceX: Float = 0
        var forceY: Float = 0
        var strength: Float = 0
        var degree: Float = 0
        for edge in row {
            let column = Int(columns[edge])
            let dx = xs[column] - x
            let dy = ys[column] - y
            let pull = weights[edge] / (1 + a * (dx * dx + dy * dy))
            degree += weights[edge]
            strength += pull
            forceX += pull * dx
            forceY += pull * dy
        }
        // Twice, as UMAP moves both ends of an edge and meets each edge from both; 2·a is the kernel's own factor.
        let attraction = 4 * a
        let push = strangers.push(x, y, a, mixed(seed &+ UInt64(vertex) &* 0x9E37_79B9_7F4A_7C15))
        // What is in one piece with nothing keeps its distance, too.
        let repel = 2 * repulsion * max(1, degree)
        let fx = attraction * forceX + repel * push.x - gravity * x
        let fy = attraction * forceY + repel * push.y - gravity * y
        let scale = warmth / max(1, attraction * strength)
        let most = longestStep * warmth
        newXs[vertex] = x + max(-most, min(most, scale * fx))
        newYs[vertex] = y + max(-most, min(most, scale * fy))
    }
}

/// The places of all vertices in a random order that stays: eight in a row are eight strangers, read at once.
final class Strangers: @unchecked Sendable {
    // Unchecked: written between epochs, read within.
    private let order: [Int32]
    private let xs: Shared<Float>
    private let ys: Shared<Float>
    private let count: Int

    init(count: Int, random: inout SeededRandom) {
        self.count = count
        order = random.permutation(count)
        xs = Shared(repeating: 0, count: count + 8)
        ys = Shared(repeating: 0, count: count + 8)
    }

    func take(_ x: Shared<Float>, _ y: Shared<Float>) {
        for i in 0..<count {
            xs[i] = x[Int(order[i])]
            ys[i] = y[Int(order[i])]
        }
        // The end goes on with the beginning, however few there are.
        for i in 0..<8 {
            xs[count + i] = xs[i % count]
            ys[count + i] = ys[i % count]
        }
    }

    /// The mean repulsion of sixteen strangers, whom `chance` picks: Σ (place − theirs) / ((ε + d²)(1 + a·d²)) / 16.
    @inline(__always)
    func push(_ x: Float, _ y: Float, _ a: Float, _ chance: UInt64) -> (x: Float, y: Float) {
        let one = eight(Int(((chance >> 32) &* UInt64(count)) >> 32), x, y, a)
        let two = eight(Int(((chance & 0xFFFF_FFFF) &* UInt64(count)) >> 32), x, y, a)
        return ((one.x + two.x).sum() / 16, (one.y + two.y).sum() / 16)
    }

    @inline(__always)
    private func eight(_ from: Int, _ x: Float, _ y: Float, _ a: Float) -> (x: SIMD8<Float>, y: SIMD8<Float>) {
        let tx = UnsafeRawPointer(xs.pointer + from).loadUnaligned(as: SIMD8<Float>.self)
        let ty = UnsafeRawPointer(ys.pointer + from).loadUnaligned(as: SIMD8<Float>.self)
        let dx = x - tx
        let dy = y - ty
        let square = dx * dx + dy * dy
        let strength = 1 / ((square + 0.001) * (square * a + 1))
        return (dx * strength, dy * strength)
    }
}

/// A number's own random bits, the same whoever asks and when. The finalizer of SplitMix64, here so that it is inlined.
@inline(__always)
private func mixed(_ number: UInt64) -> UInt64 {
    let once = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    let twice = (once ^ (once >> 27)) &* 0x94D0_49BB_1331_11EB
    return twice ^ (twice >> 31)
}
