import Hub

/// Bits per weight, where configuration, tags, name or the stored types say so.
///
///     config.quantization_config {bits: 4}     → 4
///     tags ["4-bit", "gptq"]                   → 4
///     "TheBloke/X-7B-Q4_K_M-GGUF"              → 4
///     "turboderp/X-7B-4.65bpw-exl2"            → 5      rounded
///     safetensors {BF16: …}                    → 16     the type that most numbers have
///     a GGUF repo with a file for each quantization, or nothing said → nil
package enum WeightBits {
    static func read(_ record: ModelRecord, marks: TagMarks) -> Int? {
        if let bits = record.config?.quantBits { return bits }
        // A repo that lists several sizes has several files, and no one number.
        if let bits = marks.bits.first, marks.bits.allSatisfy({ $0 == bits }) { return bits }
        return inName(record.id) ?? byTensors(record.safetensors)
    }

    static func inName(_ repoID: String) -> Int? {
        guard let slash = repoID.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        let name = repoID[repoID.index(after: slash)...]
        guard name.utf8.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "8")).contains($0) }) else { return nil }
        let words = name.lowercased().split { $0 == "-" || $0 == "_" }
        for (i, word) in words.enumerated() {
            if let bits = fixed[String(word)] { return bits }
            if word.hasSuffix("bpw"), let value = Double(word.dropLast(3)), (1...16).contains(value) {
                return Int(value.rounded())
            }
            // "4-bit" and "q4_k_m" are cut in two by their own dash.
            if i + 1 < words.count, let bits = Int(word), (1...8).contains(bits), words[i + 1].hasPrefix("bit") {
                return bits
            }
        }
        return nil
    }

    private static func byTensors(_ counts: ModelRecord.TensorCounts?) -> Int? {
        guard let counts, let most = counts.byType.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else {
            return nil
        }
        return ["F64": 64, "F32": 32, "F16": 16, "BF16": 16, "I8": 8, "F8_E4M3": 8, "F8_E5M2": 8][most.key]
    }

    private static let fixed: [String: Int] = {
        var table = [
            "fp16": 16, "bf16": 16, "f16": 16, "fp8": 8, "fp4": 4, "nvfp4": 4, "mxfp4": 4, "nf4": 4, "w4a16": 4,
            "w8a8": 8,
        ]
        for bits in 1...8 {
            for spelling in ["int\(bits)", "\(bits)bit", "\(bits)bits", "q\(bits)", "iq\(bits)"] {
                table[spelling] = bits
            }
        }
        return table
    }()
}
