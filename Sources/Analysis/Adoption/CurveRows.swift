import Report

/// Points of curves, gathered row by row: the table of a `curves` chart.
///
///     var rows = CurveRows()
///     rows.add(group: "kinds", series: "Models", [(0, 0), (1, 1)])
///     rows.table(id: "lorenz", x: …, y: …)
struct CurveRows {
    private(set) var groups: [String] = []
    private var series: [String] = []
    private var xs: [Double] = []
    private var ys: [Double] = []

    var count: Int { groups.count }

    mutating func add(group: String, series name: String, _ points: [(x: Double, y: Double)]) {
        for point in points where point.x.isFinite && point.y.isFinite {
            groups.append(group)
            series.append(name)
            xs.append(point.x)
            ys.append(point.y)
        }
    }

    /// Of one group, or of all.
    func table(id: String, only group: String? = nil, x: Column, y: Column) -> Table {
        let kept = groups.indices.filter { group == nil || groups[$0] == group }
        return Table(
            id: id,
            columns: [
                (Column("group", "Group", .category), .texts(kept.map { groups[$0] })),
                (Column("series", "Curve", .text), .texts(kept.map { series[$0] })),
                (x, .numbers(kept.map { rounded(xs[$0]) })), (y, .numbers(kept.map { rounded(ys[$0]) })),
            ])
    }

    /// Six significant digits: more than a picture shows.
    private func rounded(_ value: Double) -> Double {
        guard value != 0 else { return 0 }
        var power = 1.0
        while abs(value) * power < 1e5 { power *= 10 }
        return (value * power).rounded() / power
    }
}
