import Catalog
import Core
import Numerics

/// Known sizes by modality, source of the figure and quarter.
struct SizeTally {
    private struct Key: Hashable {
        var modality: Modality
        var from: ParametersSource
        var quarter: Month?
    }

    private var sizes: [Key: [Int]] = [:]

    mutating func add(_ row: ModelRow, month: Month?) {
        guard let parameters = row.parameters, parameters > 0, let from = row.parametersFrom else { return }
        let quarter = month.map { Month(year: $0.year, month: ($0.ofYear - 1) / 3 * 3 + 1) }
        sizes[Key(modality: row.modality, from: from, quarter: quarter), default: []].append(parameters)
    }

    /// Group "all" first, then the modalities; within each, all sources together first.
    func quantiles() -> [Census.SizeQuantiles] {
        let groups: [Modality?] = [nil] + Modality.allCases
        let sources: [ParametersSource?] = [nil] + ParametersSource.allCases
        return groups.flatMap { group in
            sources.flatMap { source in quantiles(of: group, from: source) }
        }
    }

    private func quantiles(of group: Modality?, from source: ParametersSource?) -> [Census.SizeQuantiles] {
        var byQuarter: [Month?: [Int]] = [:]
        for (key, values) in sizes where group ?? key.modality == key.modality && source ?? key.from == key.from {
            byQuarter[key.quarter, default: []] += values
        }
        return byQuarter.sorted { ($0.key?.number ?? .min) < ($1.key?.number ?? .min) }.map { quarter, values in
            let counts = SortedCounts(values)
            return Census.SizeQuantiles(
                group: group?.rawValue ?? "all", quarter: quarter, from: source, count: counts.count,
                quantiles: [0.1, 0.25, 0.5, 0.75, 0.9].compactMap { counts.quantile($0) }, classes: classes(of: counts))
        }
    }

    private func classes(of counts: SortedCounts) -> [Int] {
        let bounds = [1_000_000_000, 10_000_000_000, 100_000_000_000].map { counts.firstIndex(atLeast: $0) }
        return zip(bounds + [counts.count], [0] + bounds).map { $0 - $1 }
    }
}
