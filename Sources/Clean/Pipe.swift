import Foundation

/// Hands values from one thread to another in their order, never more than a few at a time.
///
///     pipe.put(page)            // waits while the pipe is full; false when nobody will take any more
///     pipe.take(upTo: 16)       // waits for the first; empty at the end
final class Pipe<Value: Sendable>: @unchecked Sendable {
    // All that follows is guarded by `condition`.
    private let condition = NSCondition()
    private var values: [Value] = []
    private var isFinished = false
    private var isAbandoned = false
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    func put(_ value: Value) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while values.count >= capacity, !isAbandoned { condition.wait() }
        if isAbandoned { return false }
        values.append(value)
        condition.broadcast()
        return true
    }

    /// Nothing more will be put.
    func finish() {
        condition.lock()
        defer { condition.unlock() }
        isFinished = true
        condition.broadcast()
    }

    /// Nothing more will be taken.
    func abandon() {
        condition.lock()
        defer { condition.unlock() }
        isAbandoned = true
        values = []
        condition.broadcast()
    }

    func take(upTo count: Int) -> [Value] {
        condition.lock()
        defer { condition.unlock() }
        // Waiting for a whole batch makes the batches, and so the transactions, the same in every run.
        while values.count < count, !isFinished { condition.wait() }
        let batch = Array(values.prefix(count))
        values.removeFirst(batch.count)
        condition.broadcast()
        return batch
    }
}

/// A thread of its own for work that blocks, which the pool of Swift's tasks must not do.
enum Worker {
    static func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.name = "clean"
        thread.stackSize = 8 << 20
        thread.start()
    }
}
