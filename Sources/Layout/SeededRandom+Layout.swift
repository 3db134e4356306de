import Numerics

extension SeededRandom {
    /// −1 … 1.
    mutating func signed() -> Float { Float(2 * uniform() - 1) }

    /// A random order of 0 ..< count (Fisher and Yates).
    mutating func permutation(_ count: Int) -> [Int32] {
        var order = (0..<Int32(count)).map { $0 }
        for i in stride(from: count - 1, to: 0, by: -1) { order.swapAt(i, below(i + 1)) }
        return order
    }
}
