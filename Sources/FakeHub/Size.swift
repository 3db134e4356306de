/// Numbers of parameters, as names state them and as they are.
enum Size {
    /// What a size in a name stands for, with the odd digits that real models have.
    ///
    ///     "7B" → 7_241_732_096    "8x7B" → 46_702_792_704    "135M" → 134_515_008
    static func parameters(_ text: String) -> Int {
        let known = [
            "7B": 7_241_732_096, "8x7B": 46_702_792_704, "8x22B": 140_620_634_112, "135M": 134_515_008,
            "1.1B": 1_100_048_384, "0.5B": 494_032_768, "124M": 137_022_720, "671B": 684_531_386_000,
        ]
        if let exact = known[text] { return exact }
        let head = text.prefix { $0.isNumber || $0 == "." }
        let unit = text.dropFirst(head.count).first
        let scale = unit == "B" || unit == "b" ? 1e9 : 1e6
        return Int((Double(head) ?? 1) * scale * 1.0273)
    }

    /// A size of its own, between a million and a hundred thousand million, the small ones more often.
    static func typical(_ chance: inout Chance) -> Int {
        let decades = 6 + 5 * chance.share() * chance.share()
        return Int(power(10, decades)) / 64 * 64
    }
}
