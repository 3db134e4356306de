extension HardwareFacts {
    /// The most tokens a second that a device can write: its bandwidth ÷ the bytes of the weights, which are read once for
    /// each token. Real programs stay below.
    ///
    ///     HardwareFacts(parameters: 8_030_261_248, task: "text-generation", isMixtureOfExperts: false)
    ///         .tokensPerSecond(on: rtx4090, at: 4) → ≈ 223
    ///
    /// For one text at a time, without a draft model. The cache is left out, as it is empty where a text begins, so the
    /// bound holds for every context; of a model with a large vocabulary a few percent of the weights, the embeddings of
    /// the input, are not read each time.
    /// nil where the size is unknown; where the model writes no text, or does not fit on the device; for a mixture of
    /// experts, and where that is unknown: how many of its weights are active at a time is stated nowhere.
    package func tokensPerSecond(on device: Device, at bits: Int) -> Double? {
        guard generatesText, isMixtureOfExperts == false, fits(device.usableGB, at: bits) == true,
            let memory = memory(at: bits)
        else { return nil }
        return device.bandwidthGBs * 1e9 / Double(memory.weightBytes)
    }

    /// Whether it needs an accelerator; nil where nothing known tells. Our rule:
    ///
    /// - A model that writes text needs none if a common computer (32 GB of DDR5-5600 in two channels: 24 GB usable, 89.6
    ///   GB/s) holds it at 4 bits and could write 5 tokens a second, about the speed of reading. Of a mixture of experts all
    ///   weights are taken to be read; if it is too slow or too large then, nothing is known.
    /// - Any other model needs none up to 0.5 B parameters: two operations a parameter for each of 512 tokens or patches are
    ///   a second's work for the 0.5·10¹² operations a second of such a computer. Above it needs one, where a task is stated.
    package var needsGPU: Bool? {
        guard let parameters, parameters > 0, !isAdapter else { return nil }
        guard generatesText else {
            if Double(parameters) <= Self.smallParameters { return false }
            return task == nil ? nil : true
        }
        guard let memory = memory(at: 4) else { return nil }
        let speed = Self.commonBandwidthGBs * 1e9 / Double(memory.weightBytes)
        if Double(memory.totalBytes) <= Self.commonUsableGB * 1e9, speed >= Self.readingTokensPerSecond { return false }
        return isMixtureOfExperts == false ? true : nil
    }

    static let commonUsableGB = 24.0
    static let commonBandwidthGBs = 89.6
    static let readingTokensPerSecond = 5.0
    static let smallParameters = 0.5e9
}
