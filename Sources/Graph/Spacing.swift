/// Pushes apart what lies closer than it should, so that no dot hides another; what is far apart stays.
///
///     Spacing.apart([(0, 0), (0.1, 0)], least: 1) → about 1 apart, the middle where it was
enum Spacing {
    private static let rounds = 60

    static func apart(_ places: [(x: Double, y: Double)], least: Double) -> [(x: Double, y: Double)] {
        var places = places
        for _ in 0..<rounds where !push(&places, least) { break }
        return places
    }

    /// One round over all pairs of neighboring squares; false when nothing was too close.
    private static func push(_ places: inout [(x: Double, y: Double)], _ least: Double) -> Bool {
        var squares: [Square: [Int]] = [:]
        for (i, place) in places.enumerated() { squares[Square(place, least), default: []].append(i) }
        var moved = false
        for i in places.indices {
            let here = Square(places[i], least)
            for column in here.column - 1...here.column + 1 {
                for row in here.row - 1...here.row + 1 {
                    for j in squares[Square(column: column, row: row)] ?? [] where j > i {
                        moved = part(&places, i, j, least) || moved
                    }
                }
            }
        }
        return moved
    }

    private static func part(_ places: inout [(x: Double, y: Double)], _ i: Int, _ j: Int, _ least: Double) -> Bool {
        var (dx, dy) = (places[j].x - places[i].x, places[j].y - places[i].y)
        let distance = (dx * dx + dy * dy).squareRoot()
        guard distance < least * 0.99 else { return false }
        // Two on one spot leave it in a direction that their numbers decide.
        if distance < 1e-9 { (dx, dy) = (i + j) % 2 == 0 ? (1, 0) : (0, 1) }
        let step = distance < 1e-9 ? least / 2 : (least - distance) / distance / 2
        places[i] = (places[i].x - dx * step, places[i].y - dy * step)
        places[j] = (places[j].x + dx * step, places[j].y + dy * step)
        return true
    }

    private struct Square: Hashable {
        var column: Int
        var row: Int

        init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

        init(_ place: (x: Double, y: Double), _ width: Double) {
            self.init(column: Int((place.x / width).rounded(.down)), row: Int((place.y / width).rounded(.down)))
        }
    }
}
