/// The least and the greatest of some texts, byte by byte.
enum TextBounds {
    /// A longer text is not told: its beginning alone would be no bound to every reader.
    private static let longest = 256

    static func of(_ range: Range<Int>, in values: ByteStrings) -> (min: [UInt8], max: [UInt8])? {
        guard var least = range.first else { return nil }
        var greatest = least
        values.bytes.withUnsafeBytes { bytes in
            values.ends.withUnsafeBufferPointer { ends in
                func piece(_ i: Int) -> Piece {
                    let start = i == 0 ? 0 : ends[i - 1]
                    return Piece(bytes, start, ends[i] - start)
                }
                var (low, high) = (piece(least), piece(greatest))
                for i in range.dropFirst() {
                    let own = piece(i)
                    if own.isLess(than: low, bytes) { (least, low) = (i, own) }
                    if high.isLess(than: own, bytes) { (greatest, high) = (i, own) }
                }
            }
        }
        let (min, max) = (values[least], values[greatest])
        return Swift.max(min.count, max.count) <= longest ? (Array(min), Array(max)) : nil
    }

    /// A text with its first eight bytes as a number, which most comparisons need no more than.
    private struct Piece {
        let start: Int
        let count: Int
        let head: UInt64

        @inline(__always)
        init(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ count: Int) {
            (self.start, self.count) = (start, count)
            if count >= 8 {
                head = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
            } else {
                var head: UInt64 = 0
                for i in 0..<count { head |= UInt64(bytes[start + i]) << UInt64(56 - 8 * i) }
                self.head = head
            }
        }

        @inline(__always)
        func isLess(than other: Piece, _ bytes: UnsafeRawBufferPointer) -> Bool {
            if head != other.head { return head < other.head }
            for i in Swift.min(8, count, other.count)..<Swift.min(count, other.count) {
                let (one, another) = (bytes[start + i], bytes[other.start + i])
                if one != another { return one < another }
            }
            return count < other.count
        }
    }
}
