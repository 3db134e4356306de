import Numerics
import Synchronization
import Testing

@Suite struct BlocksTests {
    @Test(arguments: [0, 1, 7, 8, 9, 1000]) func everyIndexOnce(_ count: Int) {
        let seen = Mutex([Int](repeating: 0, count: count))
        Blocks(of: 8, count: count).concurrently { _, range in
            seen.withLock { for i in range { $0[i] += 1 } }
        }
        #expect(seen.withLock { $0.allSatisfy { $0 == 1 } })
    }
}
