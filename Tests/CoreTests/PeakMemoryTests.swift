import Testing

@testable import Core

@Suite struct PeakMemoryTests {
    @Test func growsWithWhatIsHeldAndNeverShrinks() {
        let before = PeakMemory.bytes()
        #expect(before > 1 << 20)
        do {
            // More than was ever held, written to so that it is resident.
            let held = [UInt8](repeating: 1, count: before + (32 << 20))
            #expect(PeakMemory.bytes() >= held.count)
        }
        #expect(PeakMemory.bytes() > before + (16 << 20))
    }
}
