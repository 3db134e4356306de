/// Where the vector of each document lies in the index.
///
///     placement.cell(of: 7)       → 1203, or nil without a vector
///     placement.group(of: 7)      → 4: the fifth group of that cell
///     placement.groupSize(of: 7)  → 12: eleven documents are near-copies of it
package struct VectorPlacement: Equatable, Sendable {
    private var cells: [Int32]
    private var groups: [Int32]
    private var sizes: [Int32]

    init(_ groups: [[[Int32]]], documents: Int) {
        cells = [Int32](repeating: -1, count: documents)
        self.groups = cells
        sizes = [Int32](repeating: 1, count: documents)
        for (c, cell) in groups.enumerated() {
            for (g, group) in cell.enumerated() {
                for document in group {
                    cells[Int(document)] = Int32(c)
                    self.groups[Int(document)] = Int32(g)
                    sizes[Int(document)] = Int32(group.count)
                }
            }
        }
    }

    package var count: Int { cells.count }

    package func cell(of document: Int) -> Int? { cells[document] < 0 ? nil : Int(cells[document]) }
    package func group(of document: Int) -> Int? { cells[document] < 0 ? nil : Int(groups[document]) }
    package func groupSize(of document: Int) -> Int { Int(sizes[document]) }
}
