import SearchFormat

/// The map cut into regions as land is by watersheds: from everywhere one climbs the steepest way on a smoothed picture of how
/// densely the dots lie, and what leads to one summit is one region. The more it is smoothed, the fewer and wider they are.
struct MapRegions {
    /// Squares a side of the picture that is climbed.
    static let side = 512
    private static let shift = 16 - side.trailingZeroBitCount

    /// The summit's square of each square.
    private let summits: [Int32]

    /// - Parameters:
    ///   - places: dots, one for each group of copies: else these would be the mountains.
    ///   - radius: of the smoothing, in squares.
    init(_ places: [(x: UInt16, y: UInt16)], radius: Int) {
        var heights = [Float](repeating: 0, count: Self.side * Self.side)
        for place in places { heights[Self.square(place.x, place.y)] += 1 }
        // Three boxes on end are close to a bell.
        for _ in 0..<3 {
            heights = Self.transposed(Self.boxed(heights, radius))
            heights = Self.transposed(Self.boxed(heights, radius))
        }
        summits = Self.climbed(heights)
    }

    /// The number of the region of a place: its summit's square.
    func region(_ x: UInt16, _ y: UInt16) -> Int { Int(summits[Self.square(x, y)]) }

    /// The middle of a region's summit.
    static func summit(_ region: Int) -> (x: UInt16, y: UInt16) {
        let half = 1 << (shift - 1)
        let (row, column) = region.quotientAndRemainder(dividingBy: side)
        return (UInt16((column << shift) + half), UInt16((row << shift) + half))
    }
}

extension MapRegions {
    private static func square(_ x: UInt16, _ y: UInt16) -> Int { Int(y >> shift) * side + Int(x >> shift) }

    /// The mean of each square and its neighbors in the row.
    private static func boxed(_ heights: [Float], _ radius: Int) -> [Float] {
        var out = heights
        for row in 0..<side {
            // Sums from the left in Double: exact for counts, so that going up and down again leaves no trace.
            var sum = 0.0
            let start = row * side
            for column in 0..<min(radius, side) { sum += Double(heights[start + column]) }
            for column in 0..<side {
                if column + radius < side { sum += Double(heights[start + column + radius]) }
                if column - radius - 1 >= 0 { sum -= Double(heights[start + column - radius - 1]) }
                out[start + column] = Float(max(0, sum) / Double(2 * radius + 1))
            }
        }
        return out
    }

    private static func transposed(_ heights: [Float]) -> [Float] {
        var out = heights
        for row in 0..<side { for column in 0..<side { out[column * side + row] = heights[row * side + column] } }
        return out
    }

    /// Each square points to the highest of the nine around it; following them ends at a summit.
    private static func climbed(_ heights: [Float]) -> [Int32] {
        var next = [Int32](repeating: 0, count: heights.count)
        for square in heights.indices { next[square] = Int32(highest(around: square, heights)) }
        for square in heights.indices {
            var summit = Int(next[square])
            while Int(next[summit]) != summit { summit = Int(next[summit]) }
            // What was walked is remembered, so that no slope is climbed twice.
            var walked = square
            while walked != summit { (next[walked], walked) = (Int32(summit), Int(next[walked])) }
        }
        return next
    }

    private static func highest(around square: Int, _ heights: [Float]) -> Int {
        let (row, column) = square.quotientAndRemainder(dividingBy: side)
        var best = square
        for r in max(0, row - 1)...min(side - 1, row + 1) {
            for c in max(0, column - 1)...min(side - 1, column + 1) {
                let other = r * side + c
                // On a plain the square of the greater number is the higher: so none walks in a circle.
                if (heights[other], other) > (heights[best], best) { best = other }
            }
        }
        return best
    }
}
