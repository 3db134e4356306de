/// A number of fixed size, as it lies in memory and in the file: every platform that Swift is built for here has the lowest byte
/// first, as the format has.
protocol PlainValue: Comparable, Sendable {
    /// What tells it from others; equal bits are one entry of a dictionary.
    var hashBits: UInt64 { get }
    /// Of the numbers that are no number there is no least and no greatest.
    var isOrdered: Bool { get }
    /// What the format wants said of a least and a greatest zero.
    static func bounds(_ min: Self, _ max: Self) -> (Self, Self)
}

extension PlainValue {
    var isOrdered: Bool { true }
    static func bounds(_ min: Self, _ max: Self) -> (Self, Self) { (min, max) }
    var plainBytes: [UInt8] { withUnsafeBytes(of: self) { Array($0) } }
}

extension Int32: PlainValue {
    var hashBits: UInt64 { UInt64(truncatingIfNeeded: self) }
}

extension Int64: PlainValue {
    var hashBits: UInt64 { UInt64(bitPattern: self) }
}

extension Float: PlainValue {
    var hashBits: UInt64 { UInt64(bitPattern) }
    var isOrdered: Bool { !isNaN }
    static func bounds(_ min: Float, _ max: Float) -> (Float, Float) { (min == 0 ? -0.0 : min, max == 0 ? 0 : max) }
}

extension Double: PlainValue {
    var hashBits: UInt64 { bitPattern }
    var isOrdered: Bool { !isNaN }
    static func bounds(_ min: Double, _ max: Double) -> (Double, Double) {
        (min == 0 ? -0.0 : min, max == 0 ? 0 : max)
    }
}

enum Plain {
    static func bytes<Value: PlainValue>(_ values: ArraySlice<Value>) -> [UInt8] {
        values.withUnsafeBytes { Array($0) }
    }

    /// Each text behind its length of four bytes.
    static func bytes(_ values: ByteStrings, _ range: Range<Int>) -> [UInt8] {
        guard !range.isEmpty else { return [] }
        let (first, last) = (values.start(range.lowerBound), values.ends[range.upperBound - 1])
        var out: [UInt8] = []
        out.reserveCapacity(last - first + 4 * range.count)
        values.bytes.withUnsafeBufferPointer { bytes in
            for i in range {
                let start = values.start(i)
                appendLength(values.ends[i] - start, to: &out)
                out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<values.ends[i]]))
            }
        }
        return out
    }

    static func appendLength(_ count: Int, to out: inout [UInt8]) {
        withUnsafeBytes(of: UInt32(count)) { out.append(contentsOf: $0) }
    }

    /// A bit a value, the first in the lowest.
    static func bytes(_ values: ArraySlice<Bool>) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: (values.count + 7) / 8)
        for (i, value) in values.enumerated() where value { out[i >> 3] |= 1 << UInt8(i & 7) }
        return out
    }
}
