import Foundation

/// Three figures from 0 to 1 that anyone can work out again, rounded to three places; nil where a part of it is unknown.
extension HardwareFacts {
    /// How much a model is used and liked: log₁₀(1 + downloads of 30 days + 30 × likes) ÷ 8, at most 1. A like counts as one
    /// download a day. 0 is nobody, 0.5 ten thousand, 1 a hundred million.
    ///
    ///     downloads 9_970, likes 1 → 0.5
    package var popularity: Double? { use.map { Self.score(log10(1 + $0)) } }

    /// How much a model is used for each GB it takes, as it is stored, or at 16 bits where that is unknown:
    /// log₁₀(1 + (downloads + 30 × likes) ÷ GB) ÷ 8, at most 1.
    ///
    ///     downloads 1_000_000 of a model that takes 10 GB → 0.625
    package var efficiency: Double? {
        guard let use, let memory = memoryAsStored() ?? memory(at: 16) else { return nil }
        return Self.score(log10(1 + use / (Double(memory.totalBytes) / 1e9)))
    }

    /// On how much of the table a model runs: the share of the devices, each size of memory counted, that hold it at 4 bits.
    ///
    ///     a model of 70 B parameters → ≈ 0.36
    package func compatibility(with devices: [Device]) -> Double? {
        guard !devices.isEmpty, memory(at: 4) != nil else { return nil }
        let held = devices.count { fits($0.usableGB, at: 4) == true }
        return (Double(held) / Double(devices.count) * 1000).rounded() / 1000
    }

    /// Downloads and likes together; nil where neither was counted.
    private var use: Double? {
        downloads == nil && likes == nil ? nil : Double(downloads ?? 0) + 30 * Double(likes ?? 0)
    }

    private static func score(_ magnitude: Double) -> Double { (min(1, magnitude / 8) * 1000).rounded() / 1000 }
}
