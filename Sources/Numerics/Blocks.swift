import Dispatch

/// Work on a long row of things, cut into blocks of a fixed size that run on all cores.
///
///     Blocks(of: 1000, count: 2500).concurrently { block, range in … }   → ranges 0..<1000, 1000..<2000, 2000..<2500
///
/// The cut depends on the count alone, never on how many cores there are or how busy they are. So what is summed within
/// blocks, and then over blocks in their order, is the same on one core and on many.
package struct Blocks: Sendable {
    package let size: Int
    package let count: Int

    /// `size` is above 0.
    package init(of size: Int, count: Int) {
        precondition(size > 0 && count >= 0, "blocks of \(size) of \(count)")
        self.size = size
        self.count = count
    }

    package var number: Int { (count + size - 1) / size }

    package subscript(block: Int) -> Range<Int> { block * size..<min(count, (block + 1) * size) }

    /// Returns when all blocks are done. `body` writes to places of its own block only.
    package func concurrently(_ body: @Sendable (_ block: Int, _ range: Range<Int>) -> Void) {
        DispatchQueue.concurrentPerform(iterations: number) { body($0, self[$0]) }
    }
}
