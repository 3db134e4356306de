/// Different texts of a column, numbered as they come, with how many models have each.
///
///     interner.number(of: "bert") → 0
struct Interner: Sendable {
    private(set) var texts: [String] = []
    private(set) var counts: [Int] = []
    private var numbers: [String: Int32] = [:]
    private var last: Int32 = -1

    /// −1 for nil.
    mutating func number(of text: String?) -> Int32 {
        guard let text else { return -1 }
        let number = find(text)
        counts[Int(number)] += 1
        return number
    }

    private mutating func find(_ text: String) -> Int32 {
        // Neighbors are often equal: a listing comes in the order of a date or a count.
        if last >= 0, texts[Int(last)] == text { return last }
        if let known = numbers[text] {
            last = known
            return known
        }
        last = Int32(texts.count)
        numbers[text] = last
        texts.append(text)
        counts.append(0)
        return last
    }
}
