import Embedding
import LinearAlgebra
import Numerics

/// Groups of documents whose vectors can hardly be told apart, cell by cell. The most popular document leads its group;
/// who is at least that like a leader joins the nearest one.
struct NearCopies: Sendable {
    /// Of each cell the groups, of each group its documents, ascending; groups in the order of their leaders.
    private(set) var groups: [[[Int32]]]

    init(of vectors: PackedVectors, distinct: DistinctVectors, cells: Cells, cosine: Float) {
        let members = Members(of: cells.cellOfDistinct, groups: cells.centers.rows)
        var leaders = [[[Int32]]](repeating: [], count: cells.centers.rows)
        leaders.withUnsafeMutableBufferPointer {
            nonisolated(unsafe) let out = $0
            Blocks(of: 1, count: out.count).concurrently { cell, _ in
                out[cell] = Self.groups(of: members[cell], vectors, distinct, cosine)
            }
        }
        groups = leaders
        addDocuments(distinct)
    }

    /// Groups of distinct vectors of one cell, which come in the order of their first documents.
    private static func groups(
        of members: ArraySlice<Int32>, _ vectors: PackedVectors, _ distinct: DistinctVectors, _ cosine: Float
    ) -> [[Int32]] {
        var groups: [[Int32]] = []
        var leaders: [Int] = []
        let piece = 256
        for first in stride(from: members.startIndex, to: members.endIndex, by: piece) {
            let here = Array(members[first..<min(first + piece, members.endIndex)])
            var rows = vectors.unpacked(here.map { distinct.firsts[Int($0)] })
            rows.normalizeRows()
            let known = leaders.count
            var old = vectors.unpacked(leaders)
            old.normalizeRows()
            let toOld = rows.times(transposed: old)
            let toNew = rows.times(transposed: rows)
            // Leaders that come up in this piece, as rows of it.
            var new: [Int] = []
            for r in here.indices {
                var best = (cosine: cosine, group: -1)
                for g in 0..<known where toOld[r, g] >= best.cosine { best = (toOld[r, g].nextUp, g) }
                for (g, leader) in new.enumerated() where toNew[r, leader] >= best.cosine {
                    best = (toNew[r, leader].nextUp, known + g)
                }
                if best.group >= 0 {
                    groups[best.group].append(here[r])
                } else {
                    groups.append([here[r]])
                    leaders.append(distinct.firsts[Int(here[r])])
                    new.append(r)
                }
            }
        }
        return groups
    }

    /// Distinct vectors become all the documents that have them.
    private mutating func addDocuments(_ distinct: DistinctVectors) {
        var place = [(cell: Int32, group: Int32)](repeating: (0, 0), count: distinct.firsts.count)
        for (c, cell) in groups.enumerated() {
            for (g, group) in cell.enumerated() {
                for member in group { place[Int(member)] = (Int32(c), Int32(g)) }
                groups[c][g] = []
            }
        }
        for (document, number) in distinct.numbers.enumerated() where number >= 0 {
            let (cell, group) = place[Int(number)]
            groups[Int(cell)][Int(group)].append(Int32(document))
        }
    }
}
