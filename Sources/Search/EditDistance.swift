/// How many letters must be added, taken, changed or swapped with their neighbor to make one word of another: the optimal
/// string alignment distance, over bytes of UTF-8.
///
///     EditDistance.measure("lama", "llama", atMost: 2)   → 1
///     EditDistance.measure("brte", "bert", atMost: 2)    → 2
///     EditDistance.measure("abc", "xyz", atMost: 2)      → 3, which says "more"
package enum EditDistance {
    package static func measure(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int {
        if abs(a.count - b.count) > limit { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
                row.append(cost)
            }
            if row.min()! > limit { return limit + 1 }
            (beforeLast, last) = (last, row)
        }
        return min(last[b.count], limit + 1)
    }
}
