import Core
import Foundation
import Report
import Statistics

extension Benchmarks {
    static let inline = 300
    static let live = 20_000

    /// Size against score: all models, and of them those that the page itself bears.
    func scatter(_ board: MeasuredBoard) -> Figure? {
        guard let both = sizeAndScore else { return nil }
        let models = board.sized.sorted { ($0.parameters!, $0.name) < ($1.parameters!, $1.name) }
        let kept = Array(models.prefix(Self.live))
        let shown = sample(kept)
        return Figure(
            id: "benchmarks", role: .main,
            chart: Chart(
                .scatter, channels: ["x": "parameters", "y": "average", "key": "id", "weight": "likes"],
                options: [
                    "noun": .text("model"), "measures": .texts(["average"] + board.benchmarks),
                    "sample": .flag(true), "filters": .texts(["type", "licenseClass", "access"]),
                    "doubt": .text("sizeDoubtful"),
                    "from": .number(from(kept)), "scales": .flag(true), "line": .flag(true),
                    "front": .flag(true), "frontSays": .text("the front: nothing smaller scores higher"),
                    "gain": .text("size"), "xTitle": .text("number of parameters"),
                    "about": .text(about(board)),
                    "card": .texts(["parameters", "co2", "precision", "license", "access"]),
                    "whole": .table(whole(kept, both)),
                ]),
            table: table(shown, board, id: "benchmarks"),
            liveTable: shown.count < kept.count ? table(first(shown, of: kept), board, id: "benchmarks") : nil,
            totalRows: models.count,
            title: scatterTitle(models), provenance: provenance(board, rows: models.count),
            notes: scatterNotes(board, shown, kept))
    }

    private func about(_ board: MeasuredBoard) -> String {
        board.isAboveGuessing ? "0 for guessing to 100" : "0 to 100"
    }

    /// Where the axis begins: one model in five hundred is smaller, and stands at its edge.
    private func from(_ models: [MeasuredModel]) -> Double { Double(models[models.count / 500].parameters!) }

    /// What the line of all rows follows from: the page has only some of them before its file is there.
    private func whole(_ models: [MeasuredModel], _ both: SizeAndScore) -> [String: String] {
        let pairs = models.pairs()
        let moments = Moments(pairs.map { log10($0.parameters) }, pairs.map(\.score), rho: both.spearman.r)
        return moments.values.mapValues { "\($0)" }
    }

    /// The models of undoubted size that no other such beats at its size or smaller.
    func frontModels(_ models: [MeasuredModel]) -> [MeasuredModel] {
        let sure = models.filter { !$0.isSizeDoubtful }
        return ParetoFront.of(cost: sure.map { Double($0.parameters!) }, worth: sure.map(\.average)).map { sure[$0] }
    }

    /// The front, the most liked, the smallest and the largest, and of the others every so many by size.
    func sample(_ models: [MeasuredModel]) -> [MeasuredModel] {
        guard models.count > Self.inline else { return models }
        let front = Set(frontModels(models).map(\.name))
        let liked = models.indices.filter { (models[$0].likes ?? 0) > 0 }
            .sorted { (models[$1].likes!, $0) < (models[$0].likes!, $1) }.prefix(40)
        var kept = Set(models.indices.filter { front.contains(models[$0].name) } + liked + [0, models.count - 1])
        let others = models.indices.filter { !kept.contains($0) }
        let room = Self.inline - kept.count
        if room > 0 { for i in 0..<min(room, others.count) { kept.insert(others[i * others.count / room]) } }
        return kept.sorted().map { models[$0] }
    }

    /// All models, those of the sample before the others: the rows that a table begins with are the same before and after
    /// the whole is there.
    func first(_ sample: [MeasuredModel], of models: [MeasuredModel]) -> [MeasuredModel] {
        let shown = Set(sample.map(\.name))
        return sample + models.filter { !shown.contains($0.name) }
    }

    /// One row a model.
    func table(_ models: [MeasuredModel], _ board: MeasuredBoard, id: String) -> Table {
        let scores = board.benchmarks.indices.map { i in
            (
                Column(board.benchmarks[i], MeasuredBoard.name(board.benchmarks[i]), .number, unit: "points"),
                Values.numbers(models.map { $0.scores[i] })
            )
        }
        return Table(
            id: id,
            columns: [
                (Column("id", "Model", .modelID), .texts(models.map(\.name))),
                (Column("type", "Type", .category), .texts(models.map(\.type))),
                (Column("parameters", "Parameters", .parameters), .integers(models.map(\.parameters))),
                (Column("average", "Average", .number, unit: "points"), .numbers(models.map(\.average))),
            ] + scores + [
                (Column("co2", "CO₂ of evaluation", .number, unit: "kg"), .numbers(models.map(\.co2Kg))),
                (Column("precision", "Precision", .category), .texts(models.map(\.precision))),
                (Column("license", "License as stated", .category), .texts(models.map(\.license))),
                (
                    Column("licenseClass", "License", .category),
                    .texts(models.map(\.licenseClass))
                ),
                (
                    Column("access", "Access", .category),
                    .texts(models.map { $0.isGated.map { $0 ? "gated" : "open" } })
                ),
                (Column("likes", "Likes", .count, unit: "likes"), .integers(models.map(\.likes))),
                (Column("sizeDoubtful", "Size in doubt", .flag), .flags(models.map(\.isSizeDoubtful))),
            ])
    }

    /// The best of about seven billion beside the middle one of about seventy, where that is the finding.
    func scatterTitle(_ models: [MeasuredModel]) -> String? {
        let small = models.filter { (6_000_000_000..<9_000_000_000).contains($0.parameters!) }.map(\.average)
        let large = models.filter { (60_000_000_000..<80_000_000_000).contains($0.parameters!) }.map(\.average)
        guard small.count >= 20, large.count >= 20, let best = small.max(), let box = BoxSummary(large) else {
            return nil
        }
        if best >= box.median + 1 { return "The best 7\u{A0}B model beats the middle 70\u{A0}B model" }
        return best >= box.median - 1 ? "The best 7\u{A0}B model scores like the middle 70\u{A0}B model" : nil
    }

    private func scatterNotes(_ board: MeasuredBoard, _ shown: [MeasuredModel], _ kept: [MeasuredModel]) -> [String] {
        let several = board.results.count - board.models.count
        let unsized = board.models.count - board.sized.count
        let doubtful = kept.count(where: \.isSizeDoubtful)
        let smaller = kept.count { Double($0.parameters!) < from(kept) }
        let isPart = shown.count < kept.count
        return [
            several > 0
                ? "\(Format.count(board.results.count, "result")) are of \(Format.count(board.models.count, "model")): of a model with several the one with the highest average stands for it."
                : nil,
            unsized > 0
                ? "\(Format.count(unsized, "model")) without a known size \(Format.noun(unsized, "is", "are")) left out."
                : nil,
            isPart
                ? """
                Before its script has run the picture shows \(Format.int(shown.count)) of the \(Format.int(kept.count)): the \
                front, the most liked, the smallest and the largest, and of the others an even choice along size. Line, \
                band and numbers are of all.
                """ : nil,
            doubtful > 0
                ? """
                The size of \(Format.count(doubtful, "model")) is in doubt: name or weight files say another, by more than \
                half, or the weights are packed. \(doubtful == 1 ? "It stands" : "They stand") where the leaderboard puts \
                \(doubtful == 1 ? "it" : "them"), and \(doubtful == 1 ? "is" : "are") not on the front.
                """ : nil,
            smaller > 0
                ? "\(Format.count(smaller, "model")) smaller than the axis begins \(smaller == 1 ? "stands" : "stand") at its edge."
                : nil,
            "Marks are moved sideways by up to three pixels, so that models of one size do not hide one another.",
        ].compactMap(\.self)
    }
}
