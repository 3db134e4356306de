import Core
import Report
import Statistics

extension Benchmarks {
    private static let bounds = [3_000_000_000, 10_000_000_000, 30_000_000_000]
    private static let names = ["under 3 B", "3 to 10 B", "10 to 30 B", "30 B and more"]
    /// A mean of fewer models is moved by one.
    private static let enough = 20

    /// The mean score of four classes of size, small, for the front page; nil with fewer than two classes.
    var story: Figure? {
        guard let board, let both = sizeAndScore else { return nil }
        let classes = Self.names.indices.map { i in
            board.sized.filter { model in Self.bounds.filter { $0 <= model.parameters ?? 0 }.count == i }
        }
        let told = classes.indices.filter { classes[$0].count >= Self.enough }
        guard told.count > 1 else { return nil }
        let mean = { (i: Int) in classes[i].reduce(0) { $0 + $1.average } / Double(classes[i].count) }
        let table = Table(
            id: "home-benchmarks",
            columns: [
                (Column("size", "Parameters", .text), .texts(told.map { Self.names[$0] })),
                (Column("models", "Models", .count, unit: "models"), .integers(told.map { classes[$0].count })),
                (Column("score", "Mean score", .number), .numbers(told.map { (mean($0) * 10).rounded() / 10 })),
            ])
        return Figure(
            id: "home-benchmarks", role: .story,
            chart: Chart(
                .bars, channels: ["label": "size", "value": "score"],
                options: ["noun": .text("points"), "order": .text("given")]), table: table,
            totalRows: told.count, title: storyTitle(both),
            subtitle: "Mean score of \(board.title), by parameters",
            provenance: provenance(board, rows: board.sized.count),
            opens: PageLink(page: "benchmarks", text: "Does size buy quality?"))
    }

    private func storyTitle(_ both: SizeAndScore) -> String {
        guard both.isSure else { return "Size and score go together no more than by chance" }
        let points = Format.decimal(abs(both.line.slope), digits: 1)
        return both.line.slope > 0
            ? "Ten times the parameters buy \(points) points on average"
            : "Ten times the parameters cost \(points) points on average"
    }
}
