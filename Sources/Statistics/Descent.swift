/// Where a function of two or a few numbers is least, without its slopes (Nelder and Mead 1965, with their factors).
///
///     leastNear([0, 0], step: 1) { ($0[0] - 1) * ($0[0] - 1) + ($0[1] + 2) * ($0[1] + 2) } → [1, −2]
///
/// Infinity where the function is not to go. A valley near the start is found, not the deepest of several.
func leastNear(_ start: [Double], step: Double, _ value: ([Double]) -> Double) -> [Double] {
    var corners = ([start] + start.indices.map { i in start.enumerated().map { $0 == i ? $1 + step : $1 } })
        .map { (at: $0, value: value($0)) }
    func point(_ center: [Double], _ from: [Double], _ factor: Double) -> (at: [Double], value: Double) {
        let at = zip(center, from).map { $0 + factor * ($1 - $0) }
        return (at, value(at))
    }
    for _ in 0..<2000 {
        corners.sort { $0.value < $1.value }
        let (best, worst) = (corners[0], corners[corners.count - 1])
        let wide = zip(best.at, worst.at).map { abs($0 - $1) }.max() ?? 0
        if wide < 1e-9, worst.value - best.value <= 1e-14 * abs(best.value) { break }
        let others = corners.dropLast()
        let center = start.indices.map { i in others.reduce(0) { $0 + $1.at[i] } / Double(others.count) }
        let mirrored = point(center, worst.at, -1)
        if mirrored.value < best.value {
            let farther = point(center, worst.at, -2)
            corners[corners.count - 1] = farther.value < mirrored.value ? farther : mirrored
        } else if mirrored.value < corners[corners.count - 2].value {
            corners[corners.count - 1] = mirrored
        } else {
            let inside = point(center, mirrored.value < worst.value ? mirrored.at : worst.at, 0.5)
            if inside.value < min(mirrored.value, worst.value) {
                corners[corners.count - 1] = inside
            } else {
                for i in corners.indices.dropFirst() { corners[i] = point(best.at, corners[i].at, 0.5) }
            }
        }
    }
    return corners.min { $0.value < $1.value }?.at ?? start
}
