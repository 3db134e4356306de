/// A column of a file that is read: what has values, below whatever structs and lists.
///
///     tags: path ["tags", "list", "element"], maxDefinition 2, maxRepetition 1
package struct ParquetLeaf: Equatable, Sendable {
    package var path: [String]
    package var physical: PhysicalType
    /// Bytes of each value, of values that are all as long.
    var typeLength = 0
    package var meaning: Meaning?
    package var maxDefinition = 0
    package var maxRepetition = 0
    /// From which definition on a list of it has an element.
    var elementDefinition = 0

    package var name: String { path.joined(separator: ".") }
}

extension ParquetLeaf {
    private static let deepest = 64

    /// The leaves of a schema, in their order.
    static func all(of schema: [SchemaElement]) throws -> [ParquetLeaf] {
        guard let root = schema.first, root.physical == nil else {
            throw ParquetError.damaged("the schema has no root")
        }
        var leaves: [ParquetLeaf] = []
        var next = 1
        try add(root.children, of: ParquetLeaf(path: [], physical: .boolean), schema, &next, to: &leaves)
        guard next == schema.count else { throw ParquetError.damaged("the schema has columns that belong nowhere") }
        return leaves
    }

    private static func add(
        _ count: Int, of parent: ParquetLeaf, _ schema: [SchemaElement], _ next: inout Int,
        to leaves: inout [ParquetLeaf]
    ) throws {
        guard parent.path.count < deepest else { throw ParquetError.damaged("columns in columns without end") }
        for _ in 0..<count {
            guard next < schema.count else { throw ParquetError.damaged("the schema ends too early") }
            let element = schema[next]
            next += 1
            var node = parent
            node.path.append(element.name)
            if element.repetition != .required, element.repetition != nil { node.maxDefinition += 1 }
            if element.repetition == .repeated {
                node.maxRepetition += 1
                node.elementDefinition = node.maxDefinition
            }
            if let physical = element.physical {
                node.physical = physical
                node.typeLength = physical == .int96 ? 12 : element.typeLength ?? 0
                node.meaning = element.meaning
                leaves.append(node)
            } else {
                try add(element.children, of: node, schema, &next, to: &leaves)
            }
        }
    }
}
