import SearchFormat

/// Writes what bounds and sorts: `n` and `o` files.
struct NumberFiles: Sendable {
    let corpus: Corpus
    let order: DocumentOrder
    let codes: Codes
    let shape: IndexShape

    /// Fills the manifest's part.
    func write(_ writer: IndexWriter, into manifest: inout Manifest) throws {
        manifest.numbers = BlockLayout(count: corpus.count, bands: shape.numberBands)
        let layout = manifest.numbers
        let kinds = NumberColumn.Kind.allCases
        manifest.numberHashes = try writer.write(.numbers, count: kinds.count * layout.blockCount) { number in
            let (column, block) = number.quotientAndRemainder(dividingBy: layout.blockCount)
            let range = layout.range(of: block)
            let values = range.map { value(kinds[column], of: $0) }
            return NumberColumn(number: number, kind: kinds[column], first: range.lowerBound, values: values).written
        }
        manifest.orderHashes = try writer.write(.order, count: OrderList.Order.allCases.count) { number in
            let order = OrderList.Order.allCases[number]
            let keys = (0..<corpus.count).map { order.key(of: value(order.column, of: $0)) ?? .max }
            let documents = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
            return OrderList(order: order, documents: Array(documents.prefix(OrderList.most))).written
        }
    }

    private func value(_ kind: NumberColumn.Kind, of document: Int) -> Int {
        let facts = corpus.facts[Int(order.rows[document])]
        return switch kind {
        case .architecture: facts.architecture < 0 ? 0 : 1 + codes.architectures[Int(facts.architecture)]
        case .parameters: RoundedNumber.code(facts.parameters < 0 ? nil : facts.parameters)
        case .downloads: max(-1, facts.downloads) + 1
        case .likes: max(-1, facts.likes) + 1
        case .created: facts.created.code
        }
    }
}
