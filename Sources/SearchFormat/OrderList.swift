/// The first documents of all models in an order that their numbers say nothing of: `o####`. The newest, smallest and largest
/// of everything are a few kilobytes so; to find them among the columns takes the whole column.
///
///     letter "o", version, number        as every shard begins; the number is the raw value of `Order`
///     count                              documents, n
///     documents                          n numbers, in the order; equal ones by number, unknown ones last
package struct OrderList: Equatable, Sendable {
    package enum Order: Int, CaseIterable, Sendable { case new, small, large }

    /// More than any page of results begins with.
    package static let most = 1024

    package var order: Order
    package var documents: [Int]

    package init(order: Order, documents: [Int]) { (self.order, self.documents) = (order, documents) }

    package var contents: [UInt8] { written.bytes }

    package var written: ByteWriter {
        var out = ByteWriter(ShardName(.order, order.rawValue))
        out.append(documents.count)
        for document in documents { out.append(document) }
        return out
    }

    /// - Parameter modelCount: No document is as great.
    package init(order: Order, modelCount: Int, contents: [UInt8]) throws(SearchFormatError) {
        var reader = try ByteReader(contents, of: ShardName(.order, order.rawValue))
        self.order = order
        documents = try reader.repeated(try reader.count()) { (reader) throws(SearchFormatError) in
            try reader.number(below: modelCount, "document")
        }
        try reader.end()
    }
}

extension OrderList.Order {
    /// What ascends, of a value of the column; nil for unknown, which comes last.
    package func key(of code: Int) -> Int? {
        switch self {
        case .new: DocumentEntry.Creation(code: code).day.map { -$0 }
        case .small: code == 0 ? nil : code
        case .large: code == 0 ? nil : -code
        }
    }

    package var column: NumberColumn.Kind { self == .new ? .created : .parameters }
}
