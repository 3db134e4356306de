import Markup

/// The table of a leaderboard's page, as it is drawn: names of columns, and the rows that are there just now.
struct ResultTable: Equatable {
    /// A row's texts, of columns that have a name.
    struct Row: Hashable {
        /// The model that the row's link leads to, else its text.
        var model: String
        var cells: [String]
    }

    var header: [String] = []
    var rows: [Row] = []

    /// - Parameter html: markup of the table.
    init(_ html: String) {
        let page = HTMLDocument(parsing: Array(html.utf8))
        let lines = page.elements(named: "tr").map { line in
            line.children.compactMap { child -> HTMLElement? in
                guard case .element(let cell) = child, ["td", "th"].contains(cell.name) else { return nil }
                return cell
            }
        }
        // The first line whose cells are all headings; a body may have headings of rows.
        guard let head = lines.first(where: { !$0.isEmpty && $0.allSatisfy { $0.name == "th" } }) else { return }
        let names = head.map { Self.plain($0.text) }
        let named = names.indices.filter { !names[$0].isEmpty }
        header = named.map { names[$0] }
        guard let model = named.first(where: { ColumnName.plain(names[$0]) == "model" }) else { return }
        // Rows above and below what can be seen are one empty cell each.
        for cells in lines where cells.count == head.count && cells.contains(where: { $0.name == "td" }) {
            var texts = named.map { Self.plain(cells[$0].text) }
            let name = Self.name(in: cells[model])
            texts[named.firstIndex(of: model)!] = name
            if !name.isEmpty { rows.append(Row(model: name, cells: texts)) }
        }
    }

    private static func name(in cell: HTMLElement) -> String {
        guard let link = cell.elements(named: "a").first else { return plain(cell.text) }
        let parts = (link["href"] ?? "").split(separator: "/").map(String.init)
        // "https:", "huggingface.co", "ORG", "NAME".
        return parts.count == 4 && parts[1] == "huggingface.co" ? "\(parts[2])/\(parts[3])" : plain(link.text)
    }

    /// One line, one space between words.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
