/// Pearson's coefficient of correlation of paired numbers; nil for fewer than two pairs, or where one side never changes.
///
///     pearson([1, 2, 3], [2, 4, 6])  → 1
///     pearson([1, 2, 3], [3, 3, 3])  → nil
///
/// r = Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²), means first, so that large numbers lose nothing.
/// Source: K. Pearson, "Note on regression and inheritance in the case of two parents" (1895).
package func pearson(_ x: [Double], _ y: [Double]) -> Double? {
    precondition(x.count == y.count, "numbers come in pairs")
    guard x.count > 1 else { return nil }
    let meanX = x.reduce(0, +) / Double(x.count)
    let meanY = y.reduce(0, +) / Double(y.count)
    var (both, squareX, squareY) = (0.0, 0.0, 0.0)
    for (a, b) in zip(x, y) {
        both += (a - meanX) * (b - meanY)
        squareX += (a - meanX) * (a - meanX)
        squareY += (b - meanY) * (b - meanY)
    }
    let spread = (squareX * squareY).squareRoot()
    return spread > 0 ? both / spread : nil
}
