import Catalog

/// Numbers in classes that a picture has room for, in their order.
///
///     WorkClasses.people.index(of: 4) → 2, the class "3 to 5"
struct WorkClasses: Equatable {
    /// The least value of each class but the first.
    var bounds: [Int]
    var names: [String]

    func index(of value: Int) -> Int { bounds.lastIndex { value >= $0 }.map { $0 + 1 } ?? 0 }

    func counts(of values: some Sequence<(value: Int, times: Int)>) -> [Int] {
        var counts = [Int](repeating: 0, count: names.count)
        for (value, times) in values { counts[index(of: value)] += times }
        return counts
    }

    static let commits = WorkClasses(
        bounds: [2, 6, 21, 101], names: ["0 or 1", "2 to 5", "6 to 20", "21 to 100", "more"])
    static let people = WorkClasses(
        bounds: [1, 2, 3, 6], names: ["no known person", "1 person", "2", "3 to 5", "more"])
    static let discussions = WorkClasses(bounds: [1, 2, 6, 21], names: ["none", "1", "2 to 5", "6 to 20", "more"])
    /// Of days.
    static let spans = WorkClasses(
        bounds: [1, 7, 30, 90, 365],
        names: ["within a day", "1 to 6 days", "7 to 29", "30 to 89", "90 to 364", "a year or more"])
}
