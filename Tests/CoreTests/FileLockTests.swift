import Foundation
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
