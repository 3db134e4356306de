import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Core

@Test func aLockHasOneHolderAtATimeAndIsNamed() throws {
    try withTemporaryFolder { folder in
        let path = "\(folder)/lock"
        do {
            let first = try FileLock(path, purpose: "the first")
            #expect(throws: FileLock.Held(path: path, holder: "process \(getpid()), the first")) {
                try FileLock(path, purpose: "the second")
            }
            withExtendedLifetime(first) {}
        }
        let second = try FileLock(path, purpose: "the second")
        #expect(throws: FileLock.Held(path: path, holder: "process \(getpid()), the second")) {
            try FileLock(path, purpose: "the third")
        }
        withExtendedLifetime(second) {}
    }
}

/// However many contend for it, one at a time has it, and in the end nothing is left.
@Test func aLockThatIsRemovedLeavesNothing() throws {
    try withTemporaryFolder { folder in
        let path = "\(folder)/lock"
        let holders = Atomic(0)
        let taken = Atomic(0)
        let clashes = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<200 {
                // Held by another: what is counted is who has it.
                guard let lock = try? FileLock(path, purpose: "x", isRemoved: true) else { continue }
                let before = holders.add(1, ordering: .sequentiallyConsistent).oldValue
                clashes.add(before, ordering: .relaxed)
                taken.add(1, ordering: .relaxed)
                holders.subtract(1, ordering: .sequentiallyConsistent)
                withExtendedLifetime(lock) {}
            }
        }
        #expect(clashes.load(ordering: .relaxed) == 0)
        #expect(taken.load(ordering: .relaxed) > 8)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(left.isEmpty)
    }
}
