/// Two bits for each dimension of what is left of a vector when its center is taken away.
///
/// The levels are the best four for normally distributed numbers (Max 1960, Lloyd 1982), which a random rotation makes of
/// any vector's numbers; the scale is the one that brings the code nearest.
struct ResidualCode: Sendable {
    /// For variance 1: ±.4528 up to a size of .9816, ±1.5104 above.
    static let levels: [Float] = [0.4528, 1.5104]
    private static let border: Float = 0.9816

    private(set) var bytes: [UInt8]
    private(set) var scale: Float

    init(of residual: [Float]) {
        let deviation = (residual.reduce(Float(0)) { $0 + $1 * $1 } / Float(max(1, residual.count))).squareRoot()
        bytes = [UInt8](repeating: 0, count: residual.count / 4)
        var (product, square): (Float, Float) = (0, 0)
        for (i, value) in residual.enumerated() {
            let isFar = abs(value) > Self.border * deviation
            let code: UInt8 = value < 0 ? (isFar ? 0 : 1) : (isFar ? 3 : 2)
            let level = Self.levels[isFar ? 1 : 0]
            bytes[i / 4] |= code << UInt8(2 * (i % 4))
            product += abs(value) * level
            square += level * level
        }
        scale = square > 0 ? product / square : 0
    }
}

/// Numbers as bytes of a common scale.
enum ByteScale {
    /// Signed bytes of the greatest size 127.
    static func signed(_ values: [Float]) -> (scale: Float, bytes: [Int8]) {
        let greatest = values.reduce(Float(0)) { max($0, abs($1)) }
        guard greatest > 0 else { return (0, [Int8](repeating: 0, count: values.count)) }
        return (greatest / 127, values.map { Int8(($0 / greatest * 127).rounded()) })
    }

    /// Bytes for numbers that are not negative, the greatest 255.
    static func unsigned(_ values: [Float]) -> (greatest: Float, bytes: [UInt8]) {
        let greatest = values.max() ?? 0
        guard greatest > 0 else { return (0, [UInt8](repeating: 0, count: values.count)) }
        return (greatest, values.map { UInt8(($0 / greatest * 255).rounded()) })
    }
}
