import SearchFormat

/// Which dots each tile has: from the most popular document on, each goes into the topmost square around it that has room.
///
/// The root's dots are already taken. Room is as little as keeps the number of tiles within bounds.
struct MapTiling {
    struct Square: Hashable {
        var depth: Int
        var column: Int
        var row: Int
    }

    /// By depth, row, column: as the page reads them from the top down.
    let squares: [Square]
    /// Documents of each, ascending.
    let documents: [[Int]]

    /// - Parameters:
    ///   - head: documents before this have their dots in the root.
    ///   - most: tiles, at most.
    init(_ places: PlaceColumns, head: Int, most: Int = 200, room: Int = 4096) {
        var room = room
        var filled = Self.fill(places, head, room)
        while filled.count > most {
            room += room / 2
            filled = Self.fill(places, head, room)
        }
        squares = filled.keys.sorted { ($0.depth, $0.row, $0.column) < ($1.depth, $1.row, $1.column) }
        documents = squares.map { filled[$0]! }
    }

    /// Squares are not cut further than this: there each takes what comes, as copies may all lie on one place.
    private static let deepest = 8

    private static func fill(_ places: PlaceColumns, _ head: Int, _ room: Int) -> [Square: [Int]] {
        var filled: [Square: [Int]] = [:]
        for document in min(head, places.count)..<places.count where places.isPlaced(document) {
            for depth in 1...deepest {
                let shift = 16 - depth
                let square = Square(
                    depth: depth, column: Int(places.xs[document] >> shift), row: Int(places.ys[document] >> shift))
                if depth < deepest, filled[square]?.count == room { continue }
                filled[square, default: []].append(document)
                break
            }
        }
        return filled
    }
}
