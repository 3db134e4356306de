import Catalog
import Core
import Hub

/// How many parameters a model has, and where the figure comes from. The first that holds:
///
///     safetensors {BF16: 7615616512}, total 7615616512      → 7,615,616,512, safetensors
///     safetensors {I32: 811008000, F16: 262410240}, 4 bits  → 6,750,474,240, safetensors   8 weights in each I32
///     safetensors {U8: 3251634176, F32: 500000000}, 4 bits  → 7,003,268,352, safetensors   2 weights in each U8
///     safetensors {I32: …, F16: …}, bits unknown            → on to the name, with `parameters.packed`
///     gguf.total 8030261248                                 → 8,030,261,248, gguf
///     a list's 2975030512 for "X-9B", 8 bits, mlx           → 9,000,000,000, name, with `parameters.packed`
///     a list's 7615616512                                   → 7,615,616,512, list
///     "X-7B"                                                → 7,000,000,000, name
///     "X-7B-lora", an adapter                               → nil      its name tells its base's size
///     "dqn-SpaceInvaders-10M", reinforcement learning       → nil      its name tells the steps of training
///
/// Why packed counts mislead: `total` adds up stored numbers, and 4-bit weights are stored eight to an I32 or two to a U8.
/// I64 and BOOL hold positions and masks, not weights, and are left out where the types are known.
enum ParameterRule {
    struct Evidence {
        var bits: Int?
        var isPacked = false
        var isAdapter = false
        var isReinforcementLearning = false
    }

    static func read(
        _ record: ModelRecord, _ evidence: Evidence, _ diagnostics: inout [Diagnostic]
    ) -> (parameters: Int, from: ParametersSource)? {
        if let counts = record.safetensors, let found = byTensors(counts, record, evidence, &diagnostics) {
            return (found, .safetensors)
        }
        if let total = record.gguf?.total, plausible(total, record.id, &diagnostics) { return (total, .gguf) }
        if let stated = record.statedParameters, plausible(stated.count, record.id, &diagnostics) {
            if !understates(stated.count, record, evidence, &diagnostics) {
                return (stated.count, stated.isTensorCount ? .safetensors : .list)
            }
        }
        return named(record, evidence).map { ($0, .name) }
    }
}

extension ParameterRule {
    private static func byTensors(
        _ counts: ModelRecord.TensorCounts, _ record: ModelRecord, _ evidence: Evidence,
        _ diagnostics: inout [Diagnostic]
    ) -> Int? {
        guard !counts.byType.isEmpty else {
            guard let total = counts.total, plausible(total, record.id, &diagnostics),
                !understates(total, record, evidence, &diagnostics)
            else { return nil }
            return total
        }
        let words = counts.byType.filter { wordBits[$0.key] != nil }
        let plain = counts.byType.filter { wordBits[$0.key] == nil && !notWeights.contains($0.key) }
        let plainSum = plain.values.reduce(0) { $0.addingReportingOverflow($1).partialValue }
        let wordSum = words.values.reduce(0) { $0.addingReportingOverflow($1).partialValue }
        // A few integers among the weights are indexes; packed weights are a good part of the file.
        guard wordSum > 0, wordSum >= plainSum / 20 else {
            return plausible(plainSum, record.id, &diagnostics) ? plainSum : nil
        }
        guard let bits = evidence.bits, bits <= 8 else {
            diagnostics.append(Diagnostic("parameters.packed", at: record.id, "bits unknown"))
            return nil
        }
        let unpacked = words.reduce(Double(plainSum)) { sum, word in
            sum + Double(word.value) * Double(wordBits[word.key]!) / Double(bits)
        }
        guard let whole = Int(exactly: unpacked.rounded()), plausible(whole, record.id, &diagnostics) else {
            return nil
        }
        return whole
    }

    /// Types that hold several weights in one number, and how many bits they have for them.
    private static let wordBits = ["I32": 32, "U32": 32, "I16": 16, "U8": 8]
    private static let notWeights: Set<String> = ["I64", "U64", "BOOL", "bool"]

    /// A bare total of a packed model, which counts words instead of weights.
    private static func understates(
        _ total: Int, _ record: ModelRecord, _ evidence: Evidence, _ diagnostics: inout [Diagnostic]
    ) -> Bool {
        guard let bits = evidence.bits, bits <= 8, record.gguf == nil, !record.statedFormats.contains("gguf") else {
            return false
        }
        let isUnderstated: Bool
        if let named = named(record, evidence) {
            isUnderstated = Double(total) < 0.8 * Double(named)
        } else {
            // 8 bits are as often a number of their own (FP8, int8) as packed.
            isUnderstated = bits < 8 || evidence.isPacked
        }
        if isUnderstated {
            diagnostics.append(Diagnostic("parameters.packed", at: record.id, "\(total), \(bits) bits"))
        }
        return isUnderstated
    }

    private static func named(_ record: ModelRecord, _ evidence: Evidence) -> Int? {
        evidence.isAdapter || evidence.isReinforcementLearning ? nil : NameSize.parameters(in: record.id)
    }

    static func plausible(_ count: Int, _ id: String, _ diagnostics: inout [Diagnostic]) -> Bool {
        if (1...100_000_000_000_000).contains(count) { return true }
        diagnostics.append(Diagnostic("parameters.implausible", at: id, "\(count)"))
        return false
    }
}
