import LinearAlgebra
import Testing

@Suite struct NearestTests {
    private func slowNearest(_ points: Matrix, _ centers: Matrix) -> [Int32] {
        (0..<points.rows).map { p in
            let distances = (0..<centers.rows).map { c in
                zip(points.row(p), centers.row(c)).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
            }
            return Int32(distances.firstIndex(of: distances.min()!)!)
        }
    }

    @Test func nearestIsNearest() {
        let points = Matrix.gaussian(rows: 700, columns: 6, seed: 1)
        let centers = Matrix.gaussian(rows: 40, columns: 6, seed: 2)
        #expect(points.nearestRows(in: centers) == slowNearest(points, centers))
        #expect(NearestCenters(centers).nearest(to: points) == slowNearest(points, centers))
        let three = points.nearestRows(in: centers, count: 3)
        #expect(three.map { $0[0] } == slowNearest(points, centers))
        #expect(three.allSatisfy { Set($0).count == 3 })
        #expect(Matrix(rows: 0, columns: 6).nearestRows(in: centers).isEmpty)
    }

    /// Through hubs nearly always the same.
    @Test func manyCentersAreFoundThroughHubs() {
        let points = Matrix.gaussian(rows: 3000, columns: 8, seed: 3)
        let centers = points.rows(Array(0..<600))
        let found = NearestCenters(centers).nearest(to: points)
        let same = zip(found, slowNearest(points, centers)).filter { $0 == $1 }.count
        #expect(same > 2850)
    }

    @Test func meansFindTheClusters() {
        let centers = Matrix.gaussian(rows: 5, columns: 8, seed: 4)
        var points = Matrix.gaussian(rows: 500, columns: 8, seed: 5)
        for p in 0..<500 { for i in 0..<8 { points[p, i] = centers[p % 5, i] * 10 + points[p, i] * 0.1 } }
        let found = KMeans(of: points, count: 12, iterations: 10, seed: 1)
        let nearest = points.nearestRows(in: found.centers)
        for p in 0..<500 {
            let center = found.centers.row(Int(nearest[p]))
            #expect(zip(points.row(p), center).reduce(Float(0)) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } < 1)
        }
        #expect(KMeans(of: points, count: 12, iterations: 10, seed: 1).centers == found.centers)
        #expect(KMeans(of: points.rows([1, 2]), count: 12, iterations: 3, seed: 1).centers.rows == 2)
    }

    @Test func membersOfGroups() {
        let members = Members(of: [1, 0, 1, 3], groups: 4)
        #expect((0..<4).map { Array(members[$0]) } == [[1], [0, 2], [], [3]])
    }
}
