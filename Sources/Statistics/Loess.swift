/// A smooth curve through points: at each place a line through the nearest of them, nearer ones weighing more.
///
///     Loess(x: [1, 2, 3, 4, 5], y: [1, 4, 9, 16, 25], span: 0.8).value(at: 3.2) → 10.7
///
/// Source: Cleveland (1979), first degree, tricube weights, without his rounds against outliers.
package struct Loess: Sendable {
    private let x: [Double]
    private let y: [Double]
    private let reach: Int

    /// - Parameter span: the share of the points that each line takes; at least two are taken.
    package init(x: [Double], y: [Double], span: Double) {
        precondition(x.count == y.count && span > 0 && span <= 1, "pairs, and a share of them")
        let order = x.indices.sorted { x[$0] < x[$1] }
        self.x = order.map { x[$0] }
        self.y = order.map { y[$0] }
        reach = min(x.count, max(2, Int((span * Double(x.count)).rounded(.down))))
    }

    /// nil without points.
    package func value(at place: Double) -> Double? {
        guard !x.isEmpty else { return nil }
        let first = firstNear(place)
        let range = first..<first + reach
        let far = max(abs(place - x[first]), abs(x[first + reach - 1] - place))
        var (sw, sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for i in range {
            let off = far > 0 ? abs(x[i] - place) / far : 0
            let w = off < 1 ? (1 - off * off * off) * (1 - off * off * off) * (1 - off * off * off) : 0
            let dx = x[i] - place
            sw += w
            sx += w * dx
            sy += w * y[i]
            sxx += w * dx * dx
            sxy += w * dx * y[i]
        }
        // Where all weight lies at the edge, or on one x, the mean is all that can be said.
        guard sw > 0 else { return mean(Array(y[range])) }
        let spread = sw * sxx - sx * sx
        return spread > 1e-12 * sw * max(sxx, 1e-300) ? (sxx * sy - sx * sxy) / spread : sy / sw
    }

    /// Where the nearest `reach` points begin.
    private func firstNear(_ place: Double) -> Int {
        var (low, high) = (0, x.count - reach)
        while low < high {
            let middle = (low + high) / 2
            if place - x[middle] > x[middle + reach] - place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
