import Numerics

/// Centers that points lie around (Lloyd 1982), from a seeded choice of the points.
///
///     let cells = KMeans(of: points, count: 64, iterations: 8, seed: 1)
///     NearestCenters(cells.centers).nearest(to: points)
package struct KMeans: Sendable {
    /// As many as asked for, or as there are points.
    package private(set) var centers: Matrix

    package init(of points: Matrix, count: Int, iterations: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        centers = points.rows(random.sample(count, of: points.rows))
        for _ in 0..<iterations where centers.rows > 0 { improve(with: points) }
    }

    /// Moves every center to the mean of its points; one that has none goes to a point that lies far from its center.
    private mutating func improve(with points: Matrix) {
        let nearest = NearestCenters(centers).nearest(to: points)
        let members = Members(of: nearest, groups: centers.rows)
        let k = points.columns
        let old = centers
        centers.values.withUnsafeMutableBufferPointer {
            nonisolated(unsafe) let out = $0.baseAddress!
            points.values.withUnsafeBufferPointer {
                nonisolated(unsafe) let points = $0.baseAddress!
                Blocks(of: 64, count: old.rows).concurrently { _, block in
                    for c in block where !members[c].isEmpty {
                        mean(of: members[c], of: points, columns: k, into: out + c * k)
                    }
                }
            }
        }
        let empty = (0..<old.rows).filter { members[$0].isEmpty }
        if empty.isEmpty { return }
        let far = farthest(empty.count, of: points, from: old, nearest)
        for (center, point) in zip(empty, far) {
            centers.values.replaceSubrange(center * k..<(center + 1) * k, with: points.row(point))
        }
    }

    /// The points that lie farthest from their centers, each from another center.
    private func farthest(_ count: Int, of points: Matrix, from centers: Matrix, _ nearest: [Int32]) -> [Int] {
        let distances = (0..<points.rows).map { p in
            zip(points.row(p), centers.row(Int(nearest[p]))).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        var taken = Set<Int32>()
        let order = (0..<points.rows).sorted { (distances[$1], $0) < (distances[$0], $1) }
        var far: [Int] = []
        for point in order where far.count < count && taken.insert(nearest[point]).inserted { far.append(point) }
        return far
    }
}

/// Which items belong to which group, ascending within a group.
///
///     Members(of: [1, 0, 1], groups: 2)[1] → [0, 2]
package struct Members: Sendable {
    private let starts: [Int]
    private let items: [Int32]

    package init(of groups: [Int32], groups count: Int) {
        var starts = [Int](repeating: 0, count: count + 1)
        for group in groups { starts[Int(group) + 1] += 1 }
        for group in 0..<count { starts[group + 1] += starts[group] }
        var next = starts
        var items = [Int32](repeating: 0, count: groups.count)
        for (item, group) in groups.enumerated() {
            items[next[Int(group)]] = Int32(item)
            next[Int(group)] += 1
        }
        (self.starts, self.items) = (starts, items)
    }

    package subscript(group: Int) -> ArraySlice<Int32> { items[starts[group]..<starts[group + 1]] }
}

private func mean(
    of members: ArraySlice<Int32>, of points: UnsafePointer<Float>, columns k: Int,
    into out: UnsafeMutablePointer<Float>
) {
    for i in 0..<k { out[i] = 0 }
    for member in members { BLAS.add(1, points + Int(member) * k, to: out, count: k) }
    for i in 0..<k { out[i] /= Float(members.count) }
}
