import Embedding
import LinearAlgebra
import Numerics

/// Vectors sorted into cells: all that lie nearest to the same center. Centers are ordered so that neighbors in the order
/// are neighbors in space, for cells that share a file are loaded together.
struct Cells: Sendable {
    /// A row a cell.
    let centers: Matrix
    /// The cell of each distinct vector.
    let cellOfDistinct: [Int32]

    init(of vectors: PackedVectors, distinct: DistinctVectors, settings: VectorSettings) {
        let wanted = settings.cells(for: distinct.numbers.count)
        var random = SeededRandom(seed: settings.seed)
        let sample = random.sample(wanted * settings.trainingPerCell, of: distinct.firsts.count)
        let trained = KMeans(
            of: vectors.unpacked(sample.map { distinct.firsts[$0] }), count: wanted,
            iterations: settings.trainingIterations, seed: settings.seed)
        let order = SpatialOrder.order(of: trained.centers, leaf: settings.cellsPerFile)
        let centers = trained.centers.rows(order)
        self.centers = centers
        let nearest = NearestCenters(centers)
        var cells: [Int32] = []
        cells.reserveCapacity(distinct.firsts.count)
        let piece = 1 << 15
        for first in stride(from: 0, to: distinct.firsts.count, by: piece) {
            let here = distinct.firsts[first..<min(first + piece, distinct.firsts.count)]
            cells += nearest.nearest(to: vectors.unpacked(here))
        }
        cellOfDistinct = cells
    }
}
