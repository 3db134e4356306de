import Catalog

/// A model with the one result that stands for it: its best.
struct MeasuredModel: Equatable {
    /// The Hub's id where the name joined to a model, else as the leaderboard writes it.
    var name: String
    var parameters: Int?
    var type: String?
    var precision: String?
    /// Points from 0 to 100, two decimals: in the first leaderboard shares of right answers, in the second above guessing.
    var average: Double
    /// In the order of the board's benchmarks.
    var scores: [Double?]
    /// Of measuring, not of training.
    var co2Kg: Double?
    var isMixtureOfExperts: Bool?
    /// What the Hub says; nil where the name joined to no model.
    var hub: LeaderboardModel?

    /// Whether one must ask for it; nil where nobody says.
    var isGated: Bool? { hub?.gate.map { $0 != .open } }

    /// Whether the model's own files, as the Hub counts them, or its name say another size, by more than half; or whether its
    /// weights are packed, so that the leaderboard counted containers. Such a size wins no race.
    var isSizeDoubtful: Bool {
        guard let parameters else { return false }
        let others = [hub?.parameters, NameSize.parameters(in: name)].compactMap(\.self)
        return precision == "4bit" || name.lowercased().contains("4bit")
            || others.contains { Double(max($0, parameters)) > 1.5 * Double(min($0, parameters)) }
    }

    /// Likes for each thousand downloads of 30 days.
    var likesPerThousand: Double? {
        guard let likes = hub?.likes, let downloads = hub?.downloads, downloads > 0 else { return nil }
        return 1000 * Double(likes) / Double(downloads)
    }

    var license: String? { hub?.license }
    var likes: Int? { hub?.likes }
    var downloads: Int? { hub?.downloads }

    /// "permissive"; nil where the name joined to no model.
    var licenseClass: String? {
        hub.map { $0.licenseClass == .none ? "none stated" : $0.licenseClass.rawValue }
    }

    /// nil where the result has no average.
    init?(_ row: LeaderboardRow, benchmarks: [String], hub: LeaderboardModel?) {
        guard let average = row.average else { return nil }
        let points = Dictionary(
            row.scores.map { ($0.benchmark, $0.normalized ?? $0.raw.map { $0 * 100 }) }, uniquingKeysWith: { a, _ in a }
        )
        name = hub?.repoID ?? row.model
        parameters = row.parameters.flatMap { $0 > 0 ? $0 : nil }
        (type, precision) = (row.type, row.precision)
        self.average = Self.rounded(average, 100)
        scores = benchmarks.map { benchmark in (points[benchmark] ?? nil).map { Self.rounded($0, 100) } }
        // A measurement that cost nothing was not noted; it could not stand on a logarithmic axis either.
        co2Kg = row.co2Kg.map { Self.rounded($0, 1000) }.flatMap { $0 > 0 ? $0 : nil }
        isMixtureOfExperts = row.isMixtureOfExperts
        self.hub = hub
    }

    /// What a page shows is what its browser counts with, so the build counts with it too.
    private static func rounded(_ value: Double, _ parts: Double) -> Double { (value * parts).rounded() / parts }
}

extension [MeasuredModel] {
    /// One result a model, by whatever name it is listed: the one with the highest average, of equals the first. In the order of names.
    static func best(of results: [MeasuredModel]) -> [MeasuredModel] {
        var best: [String: MeasuredModel] = [:]
        for result in results where result.average > best[result.name]?.average ?? -.infinity {
            best[result.name] = result
        }
        return best.values.sorted { $0.name < $1.name }
    }
}
