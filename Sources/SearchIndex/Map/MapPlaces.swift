import Layout
import SearchFormat

/// Where the documents lie on the map, from where the layout put the groups of near-copies.
///
/// The layout's places are fitted into 0 … 65535 so that the middle 99.4 % fill all but the margin, left to right or top to
/// bottom; what lies farther out is pressed into the margin, in its order. Members of a group lie around its place as the seeds of a
/// sunflower: so many copies are a disc, and its size says how many.
enum MapPlaces {
    /// Between the seeds of a group, in 65,536ths of the map.
    static let seedGap: Float = 3
    private static let margin: Float = 0.04
    private static let outside = 0.003

    /// - Parameter vertices: the vertex of each document; −1 for none, and such a document has no place.
    static func places(of vertices: [Int32], on layout: Places) -> PlaceColumns {
        let fit = Fit(layout, connected: vertices)
        var members = [Int](repeating: 0, count: layout.count)
        var out = PlaceColumns(
            xs: [UInt16](repeating: 0, count: vertices.count), ys: [UInt16](repeating: 0, count: vertices.count))
        for (document, vertex) in vertices.enumerated() where vertex >= 0 {
            let seed = sunflower(members[Int(vertex)], gap: seedGap)
            members[Int(vertex)] += 1
            let place = fit.place(layout.xs[Int(vertex)], layout.ys[Int(vertex)])
            out.xs[document] = unit(place.x + seed.x)
            out.ys[document] = unit(place.y + seed.y)
        }
        return out
    }

    /// From 1: 0, 0 would be no place.
    private static func unit(_ value: Float) -> UInt16 { UInt16(max(1, min(65_535, value.rounded()))) }

    /// One scale for both axes, so that distances mean the same in each direction.
    private struct Fit {
        private let centerX: Float
        private let centerY: Float
        private let scale: Float

        init(_ layout: Places, connected vertices: [Int32]) {
            var used = [Bool](repeating: false, count: layout.count)
            for vertex in vertices where vertex >= 0 { used[Int(vertex)] = true }
            let x = Self.middle(layout.xs.indices.lazy.filter { used[$0] }.map { layout.xs[$0] })
            let y = Self.middle(layout.ys.indices.lazy.filter { used[$0] }.map { layout.ys[$0] })
            centerX = (x.low + x.high) / 2
            centerY = (y.low + y.high) / 2
            // Half of the map is 1.
            scale = 2 * (1 - 2 * margin) / max(x.high - x.low, y.high - y.low, 1e-6)
        }

        func place(_ x: Float, _ y: Float) -> (x: Float, y: Float) {
            (32_768 * (1 + pressed((x - centerX) * scale)), 32_768 * (1 + pressed((y - centerY) * scale)))
        }

        /// −∞ … ∞ → −1 … 1, the same up to the margin.
        private func pressed(_ value: Float) -> Float {
            let edge = 1 - 2 * margin
            guard abs(value) > edge else { return value }
            let beyond = (abs(value) - edge) / (2 * margin)
            let far = edge + 2 * margin * 0.9 * beyond / (1 + beyond)
            return value < 0 ? -far : far
        }

        private static func middle(_ values: some Sequence<Float>) -> (low: Float, high: Float) {
            let sorted = values.sorted()
            guard !sorted.isEmpty else { return (0, 0) }
            let cut = Int(Double(sorted.count) * outside)
            return (sorted[cut], sorted[sorted.count - 1 - cut])
        }
    }
}
