/// The names of a table's columns.
///
///     CSVHeader(["", "id", "id"]).names  → ["column 1", "id", "id 2"]
package struct CSVHeader: Equatable, Sendable {
    /// Without space around them; each of them once.
    package let names: [String]
    /// Columns up to the last that has a name: what a row needs to be whole.
    let width: Int
    /// Positions within `width` that have no name.
    let nameless: [Int]
    /// Positions whose name is taken.
    let repeated: [Int]

    package init(_ cells: [String]) {
        var names = cells.map(Self.trimmed)
        width = (names.lastIndex { !$0.isEmpty } ?? -1) + 1
        nameless = names.indices.prefix(width).filter { names[$0].isEmpty }
        var (seen, repeated): (Set<String>, [Int]) = ([], [])
        for i in names.indices {
            let name = names[i].isEmpty ? "column \(i + 1)" : names[i]
            names[i] = name
            var number = 2
            while !seen.insert(names[i]).inserted {
                if number == 2 { repeated.append(i) }
                names[i] = "\(name) \(number)"
                number += 1
            }
        }
        self.names = names
        self.repeated = repeated
    }

    /// The position of the first of these columns that the table has.
    package func column(_ wanted: [String]) -> Int? { wanted.lazy.compactMap { names.firstIndex(of: $0) }.first }

    private static func trimmed(_ cell: String) -> String {
        guard let first = cell.firstIndex(where: { !$0.isWhitespace }),
            let last = cell.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(cell[first...last])
    }
}
