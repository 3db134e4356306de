#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#else
    private import Darwin
#endif

/// Lays discs beside one another, the first in the middle, the others where a spiral around it first finds room.
///
///     Packing.centers(of: [2, 1]) → the first at 0, 0, the second about 3 away, and not on it
enum Packing {
    /// The radii must descend.
    static func centers(of radii: [Double]) -> [(x: Double, y: Double)] {
        guard let first = radii.first else { return [] }
        var placed: [(x: Double, y: Double)] = [(0, 0)]
        var cells = Cells(width: 2 * (radii.dropFirst().first ?? first))
        // The first may be far larger than a cell, so it is looked at by itself: no other comes nearer than it reaches.
        var (travel, angle) = (first, 0.0)
        for radius in radii.dropFirst() {
            // Smaller discs may find room that larger ones left free.
            travel = max(first + radius, travel - 2 * radius)
            while true {
                let at = (x: travel * cos(angle), y: travel * sin(angle))
                if cells.isFree(at, radius) {
                    placed.append(at)
                    cells.add(at, radius)
                    break
                }
                // A third of a radius along a spiral whose turns are half a radius apart.
                let turn = radius / (3 * travel)
                angle += turn
                travel += radius * turn / (4 * .pi)
            }
        }
        return placed
    }
}

/// Discs by square, so that only near ones are compared.
private struct Cells {
    let width: Double
    private var discs: [Place: [(x: Double, y: Double, radius: Double)]] = [:]

    init(width: Double) { self.width = width }

    mutating func add(_ at: (x: Double, y: Double), _ radius: Double) {
        discs[place(at), default: []].append((at.x, at.y, radius))
    }

    func isFree(_ at: (x: Double, y: Double), _ radius: Double) -> Bool {
        let here = place(at)
        for column in here.column - 1...here.column + 1 {
            for row in here.row - 1...here.row + 1 {
                for disc in discs[Place(column: column, row: row)] ?? [] {
                    let (dx, dy, reach) = (disc.x - at.x, disc.y - at.y, disc.radius + radius)
                    if dx * dx + dy * dy < reach * reach { return false }
                }
            }
        }
        return true
    }

    private func place(_ at: (x: Double, y: Double)) -> Place {
        Place(column: Int((at.x / width).rounded(.down)), row: Int((at.y / width).rounded(.down)))
    }

    private struct Place: Hashable {
        var column: Int
        var row: Int
    }
}
