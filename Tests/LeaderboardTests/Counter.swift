import Synchronization

/// How often each thing was asked for.
final class Counter: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// The number of this one among all.
    func next(_ name: String) -> Int {
        counts.withLock { counts in
            counts[name, default: 0] += 1
            return counts.values.reduce(0, +)
        }
    }

    /// What was asked for, sorted.
    var names: [String] { counts.withLock { $0.keys.sorted() } }

    /// How often those were asked for.
    func count(_ isMeant: (String) -> Bool) -> Int {
        counts.withLock { counts in counts.reduce(0) { $0 + (isMeant($1.key) ? $1.value : 0) } }
    }
}
