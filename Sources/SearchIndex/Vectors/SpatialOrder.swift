import LinearAlgebra

/// Points in an order in which neighbors are near: halved again and again, across the direction between two far points.
enum SpatialOrder {
    /// - Parameter leaf: parts of at most so many points are not halved; every part but the last has a multiple of it.
    static func order(of points: Matrix, leaf: Int) -> [Int] {
        var out: [Int] = []
        append(Array(0..<points.rows), of: points, leaf: max(1, leaf), to: &out)
        return out
    }

    private static func append(_ part: [Int], of points: Matrix, leaf: Int, to out: inout [Int]) {
        guard part.count > leaf else {
            out += part
            return
        }
        let far = farthest(from: part[0], among: part, points)
        let other = farthest(from: far, among: part, points)
        let direction = zip(points.row(other), points.row(far)).map { $0 - $1 }
        let places = part.map { point in zip(points.row(point), direction).reduce(Float(0)) { $0 + $1.0 * $1.1 } }
        let sorted = part.indices.sorted { (places[$0], part[$0]) < (places[$1], part[$1]) }.map { part[$0] }
        let half = (part.count / 2 + leaf - 1) / leaf * leaf
        append(Array(sorted[..<half]), of: points, leaf: leaf, to: &out)
        append(Array(sorted[half...]), of: points, leaf: leaf, to: &out)
    }

    private static func farthest(from point: Int, among part: [Int], _ points: Matrix) -> Int {
        let distance = { (other: Int) in
            zip(points.row(point), points.row(other)).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
        return part.map { (distance($0), $0) }.max { ($0.0, $1.1) < ($1.0, $0.1) }!.1
    }
}
