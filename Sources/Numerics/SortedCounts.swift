/// Counts in ascending order: sorted once, asked often.
///
///     let counts = SortedCounts([5, 0, 1, 0])
///     counts.values           → [0, 0, 1, 5]
///     counts.zeros            → 2
///     counts.greatest(1)      → 5            the sum of the one greatest
///
/// A count is never negative. A sum that would pass `Int.max` stays there, so that a hostile counter cannot stop the work.
package struct SortedCounts: Equatable, Sendable {
    package let values: [Int]
    package let sum: Int

    package init(_ values: [Int]) {
        self.init(sorted: values.sorted())
    }

    private init(sorted values: [Int]) {
        precondition(values.first ?? 0 >= 0, "a count is never negative")
        self.values = values
        self.sum = saturatingSum(values)
    }

    package var isEmpty: Bool { values.isEmpty }
    package var count: Int { values.count }
    package var zeros: Int { firstIndex(atLeast: 1) }

    /// The sum of the `rows` greatest; `rows` from 0 to `count`.
    package func greatest(_ rows: Int) -> Int { saturatingSum(values.suffix(rows)) }

    /// The same without the single greatest: what is left when one counter is broken.
    package var withoutGreatest: SortedCounts { SortedCounts(sorted: Array(values.dropLast())) }

    /// The index of the first value that is `value` or more; `count` where there is none.
    package func firstIndex(atLeast value: Int) -> Int {
        var low = 0
        var high = values.count
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

private func saturatingSum(_ values: some Sequence<Int>) -> Int {
    values.reduce(0) { sum, value in
        let (total, overflow) = sum.addingReportingOverflow(value)
        return overflow ? .max : total
    }
}
