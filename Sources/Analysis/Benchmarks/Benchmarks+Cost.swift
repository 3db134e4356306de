import Core
import Report
import Statistics

extension Benchmarks {
    /// What measuring a model cost against how much those who download it like it, cut at both middles.
    func cost(_ board: MeasuredBoard) -> Figure? {
        let told = board.models.filter { $0.co2Kg != nil && ($0.likesPerThousand ?? 0) > 0 }
        let kept = Array(told.sorted { ($0.likes!, $1.name) > ($1.likes!, $0.name) }.prefix(Self.live))
        guard kept.count >= 10 else { return nil }
        let shown = evenly(kept)
        let unliked = board.models.count { $0.co2Kg != nil && $0.likesPerThousand == 0 }
        return Figure(
            id: "benchmarks-cost", role: .main,
            chart: Chart(
                .scatter, channels: ["x": "co2", "y": "likesPerThousand", "key": "id", "weight": "likes"],
                options: [
                    "noun": .text("model"), "measures": .texts(["likesPerThousand"]), "logY": .flag(true),
                    "sample": .flag(true), "filters": .texts(["type", "licenseClass"]), "medians": .flag(true),
                    "corner": .text("liked more, cost less"),
                    "cornerSays": .texts(["is liked more and costs less", "are liked more and cost less"]),
                    "xTitle": .text("CO₂ of its evaluation"),
                    "card": .texts(["likes", "downloads", "parameters", "average", "license"]),
                    "whole": .table(middles(kept)),
                ]),
            table: costTable(shown), liveTable: shown.count < kept.count ? costTable(first(shown, of: kept)) : nil,
            totalRows: kept.count,
            provenance: provenance(
                board, rows: kept.count,
                caveat:
                    "Likes and downloads of 30 days as the newest list has them; CO₂ of the evaluation, never of training."
            ),
            notes: [
                "\(Format.count(board.models.count - kept.count - unliked, "model")) of the leaderboard \(Format.noun(board.models.count - kept.count - unliked, "has", "have")) no known likes and downloads.",
                unliked > 0
                    ? "\(Format.count(unliked, "model")) without a like \(Format.noun(unliked, "has", "have")) no place on a logarithmic scale."
                    : nil,
            ].compactMap(\.self))
    }

    private static let few = 180

    /// Of rows in the order of their likes: the first forty, then every so many.
    private func evenly(_ models: [MeasuredModel]) -> [MeasuredModel] {
        guard models.count > Self.few else { return models }
        let (first, rest) = (models.prefix(40), Array(models.dropFirst(40)))
        let room = Self.few - first.count
        return first + (0..<room).map { rest[$0 * rest.count / room] }
    }

    /// The middles of all rows: the page has only some of them before its file is there.
    private func middles(_ models: [MeasuredModel]) -> [String: String] {
        let x = models.map { $0.co2Kg! }
        let y = models.map { $0.likesPerThousand! }
        let rho = Correlations.spearman(x, y)?.r ?? .nan
        let (mx, my) = (BoxSummary(x)!.median, BoxSummary(y)!.median)
        let corner = zip(x, y).count { $0 <= mx && $1 >= my }
        return ["n": "\(models.count)", "mx": "\(mx)", "my": "\(my)", "rho": "\(rho)", "corner": "\(corner)"]
    }

    private func costTable(_ models: [MeasuredModel]) -> Table {
        Table(
            id: "benchmarks-cost",
            columns: [
                (Column("id", "Model", .modelID), .texts(models.map(\.name))),
                (Column("type", "Type", .category), .texts(models.map(\.type))),
                (Column("co2", "CO₂ of evaluation", .number, unit: "kg"), .numbers(models.map(\.co2Kg))),
                (
                    Column("likesPerThousand", "Likes per 1,000 downloads", .number, unit: "likes"),
                    .numbers(models.map(\.likesPerThousand))
                ),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(models.map(\.likes))),
                (
                    Column("downloads", "Downloads, 30 days", .count, unit: "downloads"),
                    .integers(models.map(\.downloads))
                ),
                (Column("parameters", "Parameters", .parameters), .integers(models.map(\.parameters))),
                (Column("average", "Average", .number, unit: "points"), .numbers(models.map(\.average))),
                (Column("license", "License as stated", .category), .texts(models.map(\.license))),
                (
                    Column("licenseClass", "License", .category),
                    .texts(models.map(\.licenseClass))
                ),
            ])
    }
}
