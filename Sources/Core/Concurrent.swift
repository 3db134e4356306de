import Dispatch
import Synchronization

/// The results of `body` for 0, 1, … `count` − 1, in that order, computed on all cores.
///
///     try concurrentMap(3) { $0 * $0 } → [0, 1, 4]
///
/// Throws the error of the smallest number that failed, so that it is the same in every run.
package func concurrentMap<Value: Sendable>(
    _ count: Int, _ body: @Sendable (Int) throws -> Value
) throws -> [Value] {
    let results = Mutex([Result<Value, any Error>?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { i in
        let result = Result { try body(i) }
        results.withLock { $0[i] = result }
    }
    return try results.withLock { $0 }.map { try $0!.get() }
}
