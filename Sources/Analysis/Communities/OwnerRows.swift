import Catalog
import Core

/// Models by the account that owns them, whatever the case of its letters: the rows of each, in one block of memory.
///
///     let owners = OwnerRows(models)
///     owners.names[0]   → "Qwen"
///     owners.rows(of: 0).map { models.repoIDs[$0] }
struct OwnerRows {
    /// As the first model of each spells it.
    private(set) var names: [String] = []
    private(set) var keys: [String] = []
    private(set) var sums: [PlaceTally.Sums] = []
    /// Of each model its account's number; −1 for a model without one.
    private(set) var owner: [Int32] = []
    /// Models with a counter of downloads, by account: without one nobody knows.
    private(set) var counted: [Int32] = []
    private var starts: [Int32] = []
    private var grouped: [Int32] = []
    private var numbers: [String: Int32] = [:]

    init(_ models: ModelColumns) {
        let ofCode = models.owners.values.map { name -> Int32 in
            let key = name.lowercased()
            if let known = numbers[key] { return known }
            let number = Int32(names.count)
            numbers[key] = number
            names.append(name)
            keys.append(key)
            return number
        }
        owner = models.owners.codes.map { $0 < 0 ? -1 : ofCode[Int($0)] }
        sums = [PlaceTally.Sums](repeating: .init(), count: names.count)
        counted = [Int32](repeating: 0, count: names.count)
        starts = [Int32](repeating: 0, count: names.count + 1)
        for row in 0..<models.count where owner[row] >= 0 {
            let number = Int(owner[row])
            sums[number] =
                sums[number]
                + .init(models: 1, downloads: max(0, models.downloads[row]), likes: max(0, models.likes[row]))
            if models.downloads[row] >= 0 { counted[number] += 1 }
            starts[number + 1] += 1
        }
        for number in names.indices { starts[number + 1] += starts[number] }
        var next = starts
        grouped = [Int32](repeating: 0, count: Int(starts.last ?? 0))
        for row in 0..<models.count where owner[row] >= 0 {
            let number = Int(owner[row])
            grouped[Int(next[number])] = Int32(row)
            next[number] += 1
        }
    }

    /// Rows of an account's models, in the order of the table.
    func rows(of number: Int) -> ArraySlice<Int32> { grouped[Int(starts[number])..<Int(starts[number + 1])] }

    /// nil for who owns no model.
    func number(of name: String) -> Int? { numbers[name.lowercased()].map(Int.init) }
}

/// Where each account stands among all by a measure: 1 for the greatest, equal ones alike.
///
///     Ranks([5, 9, 5, 0]).places  → [2, 1, 2, 4]
struct Ranks {
    let places: [Int32]
    /// The accounts' numbers, greatest first, equal ones by number.
    let order: [Int32]

    init(_ values: [Int]) {
        let order = values.indices.map(Int32.init).sorted {
            (values[Int($1)], $0) < (values[Int($0)], $1)
        }
        var places = [Int32](repeating: 0, count: values.count)
        for (i, number) in order.enumerated() {
            let isLikeBefore = i > 0 && values[Int(order[i - 1])] == values[Int(number)]
            places[Int(number)] = isLikeBefore ? places[Int(order[i - 1])] : Int32(i + 1)
        }
        (self.places, self.order) = (places, order)
    }
}
