/// How many parameters a model's name claims.
///
///     "Llama-2-7b-hf"               → 7,000,000,000
///     "tiny-135M"                   → 135,000,000
///     "TinyLlama-1.1B-step-50K-3T"  → 1,100,000,000     3T are tokens
///     "Qwen2.5-0.5B"                → 500,000,000       2.5 is a version
///     "bloom-1b7"                   → 1,700,000,000     bloom and rwkv write the point as "b"
///     "alpaca13b"                   → 13,000,000,000
///     "Mixtral-8x7B-v0.1"           → 45,220,000,000    see below
///     "Qwen3-235B-A22B"             → 235,000,000,000   "A22B" are active at a time
///     "Qwen2.5-7B-Instruct-1M"      → 7,000,000,000     1M is a context length
///     "model-4bit", "gpt-4", "vicuna-v1.5", "phi-2", "llama-3", "bert-base-128k"  → nil
///
/// `n × s`: experts share attention and embeddings, so the whole is less than the product. About 0.78 of a dense model's
/// weights are in the parts that are multiplied (Mixtral 8x7B counts 46.7 × 10⁹, of which one path is 7.24 × 10⁹; 8x22B
/// gives the same share), so s × (1 + 0.78 (n − 1)). The first size in billions wins, else the first in millions.
package enum NameSize {
    /// The number of parameters that an id names: `"a/x-7b"` → 7,000,000,000.
    package static func parameters(in repoID: String) -> Int? {
        let name =
            repoID.utf8.lastIndex(of: UInt8(ascii: "/")).map { repoID[repoID.index(after: $0)...] } ?? repoID[...]
        guard name.utf8.contains(where: isDigit) else { return nil }
        let words = name.utf8.split { !isWordByte($0) }.map { Array($0) }
        var millions: Int?
        for (i, word) in words.enumerated() {
            guard let size = size(word), i + 1 == words.count || !size.unit.counts(words[i + 1]) else { continue }
            if size.unit == .billion { return size.parameters }
            if millions == nil { millions = size.parameters }
        }
        return millions
    }
}

extension NameSize {
    private enum Unit {
        case billion, million

        /// "300B-tokens", "10M-steps": whether it is the next word that the number counts, and no weights. Behind billions
        /// only tokens are usual ("1.1B-step-50K" is a size at a step of training).
        func counts(_ next: [UInt8]) -> Bool {
            let word = String(decoding: next, as: UTF8.self).lowercased()
            return self == .billion ? word.hasPrefix("tok") : NameSize.otherCounts.contains { word.hasPrefix($0) }
        }
    }

    /// Reads one word: letters, a number, "x" and a second number perhaps, and the unit at the end.
    private static func size(_ bytes: [UInt8]) -> (parameters: Int, unit: Unit)? {
        var word = Word(bytes)
        let letters = word.takeLetters()
        guard letters == 0 || letters >= 3, let first = word.takeNumber() else { return nil }
        var experts = 1.0
        var each = first
        if word.takeLetter("x") {
            guard let second = word.takeNumber(), first.rounded() == first, (1...512).contains(first) else {
                return nil
            }
            (experts, each) = (first, second)
        }
        if word.takeLetter("b") {
            // "1b7": the digit behind the unit is the one behind the point.
            if let digit = word.takeDigit(), each.rounded() == each { each += Double(digit) / 10 }
            guard word.isAtEnd, each > 0, each <= 3000 else { return nil }
            return (Int((each * (1 + 0.78 * (experts - 1)) * 1e9).rounded()), .billion)
        }
        // Behind letters a number with "m" is a version as often as a size; "1M" is nearly always a context length.
        guard letters == 0, experts == 1, word.takeLetter("m"), word.isAtEnd, each > 1, each <= 3000 else { return nil }
        return (Int((each * 1e6).rounded()), .million)
    }

    fileprivate static let otherCounts = [
        "tok", "step", "context", "ctx", "sample", "pair", "image", "img", "game", "row", "sentence", "example", "doc",
        "word",
    ]

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private struct Word {
        let bytes: [UInt8]
        var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { position == bytes.count }
        private var next: UInt8? { isAtEnd ? nil : bytes[position] }

        mutating func takeLetters() -> Int {
            let start = position
            while let byte = next, !isDigit(byte), byte != UInt8(ascii: ".") { position += 1 }
            return position - start
        }

        mutating func takeLetter(_ letter: Unicode.Scalar) -> Bool {
            guard let byte = next, byte | 0x20 == UInt8(ascii: letter) else { return false }
            position += 1
            return true
        }

        mutating func takeDigit() -> Int? {
            guard let byte = next, isDigit(byte) else { return nil }
            position += 1
            return Int(byte - UInt8(ascii: "0"))
        }

        /// Digits, with one point between digits perhaps.
        mutating func takeNumber() -> Double? {
            let start = position
            while let byte = next, isDigit(byte) || byte == UInt8(ascii: ".") { position += 1 }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            guard let first = text.first, first != ".", text.last != ".", text.utf8.count <= 8 else { return nil }
            return Double(text)
        }
    }
}
